import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { act, cleanup, render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { Api } from "../../addin/api.ts";
import { App } from "../../addin/App.tsx";
import { registerDrawings } from "../../addin/drawings.tsx";
import { fakeMailbox } from "../../addin/office/fake.ts";
import { chinese } from "../../addin/chinese.ts";
import { english } from "../../addin/speech.ts";
import type { Brief, Known } from "../../model/known.ts";
import type { Mail } from "../../model/mail.ts";
import { Problem } from "../../model/problem.ts";

registerDrawings();
beforeEach(() => { localStorage.clear(); });
afterEach(cleanup);

const mail = (n: number, name: string): Mail => ({ internetMessageId: `<${n}>`, conversationId: `c${n}`, subject: `Subject ${n}`, from: { name, address: `p${n}@firm.example` }, to: [{ name: "Rep", address: "rep@our.example" }], cc: [], sentAt: "2026-11-24T08:00:00Z", text: `Words ${n}`, attachments: [] });
const brief = (type: string, id: string, title: string): Brief => ({ type, id, version: 1, title, status: "open" });
const brakes = brief("opportunity", "o1", "Brake pads"), filters = brief("opportunity", "o2", "Filter kits"), wei = brief("contact", "c1", "Li Wei");
const mails = [mail(1, "Li Wei"), mail(2, "Priya Shah"), mail(3, "Mystery Person"), mail(4, "Our Chief"), mail(5, "Legal"), mail(6, "Li Wei")];
const knownOf: Record<string, Partial<Known>> = {
  "<1>": { suggested: [{ record: brakes, why: "conversation" }] }, "<2>": { people: [{ ...mails[1]!.from, as: "from", is: "known", matches: [wei], accounts: [], deals: [], activities: [] }] }, "<3>": {},
  "<4>": { keptOut: { why: "internal" }, suggested: [{ record: brakes, why: "deal" }] }, "<5>": { keptOut: { why: "never-log", rule: "legal.example" }, suggested: [{ record: brakes, why: "deal" }] },
  "<6>": { logged: [{ on: brakes, by: "ben", byName: "Ben", at: "2026-11-24T08:00:00Z" }], suggested: [{ record: brakes, why: "conversation" }] },
};
function draw(more: object = {}, of = mails, speech = english) {
  const logged: [string, string][] = [], undone: string[] = [], fails = new Set<string>();
  const log = jest.fn(async ({ internetMessageId: id }: Mail, [on]: { type: string; id: string }[]) => {
    if (fails.has(id)) throw new Problem("unavailable");
    logged.push([id, on!.id]);
    return { commit: `k${id}`, records: [], known: { people: [], suggested: [], logged: [] } };
  });
  const api = { me: async () => ({ id: "rep", name: "Rep", email: "rep@our.example", role: "rep" }), known: async ({ internetMessageId: id }: { internetMessageId: string }) => ({ people: [], logged: [], suggested: [], ...knownOf[id] }), log, undo: async (commit: string) => { undone.push(commit); return { commit: "u", records: [] }; }, search: async () => ({ hits: [filters], total: 1 }), call: async () => ({ rules: [], processes: [], dialogs: [] }), ...more } as unknown as Api;
  const mailbox = fakeMailbox({ me: { name: "Rep", address: "rep@our.example" }, several: of });
  render(<App mailbox={mailbox} speech={speech} speak={async () => speech} open={() => ({ api, users: async () => [], signIn: async () => undefined, signOut: async () => undefined })} />);
  const line = async (n: number) => within((await screen.findByText(`Subject ${n}`)).closest("li")!);
  return { user: userEvent.setup(), mailbox, logged, undone, fails, log, line, press: async (name: string | RegExp) => userEvent.click(await screen.findByRole("button", { name }, { timeout: 20_000 })) };
}

describe("several selected messages", () => {
  it("say each where it would go, are logged in one act, keep out what is not to be logged, and are taken back together", async () => {
    const { press, line, logged, undone } = draw();
    await screen.findByRole("button", { name: "Log 2 messages" }, { timeout: 40_000 });
    const said = async () => Promise.all([1, 2, 3, 4, 5, 6].map(async n => (await line(n)).getByText(/logged|nobody|colleagues|does not log/i).textContent));
    expect(await said()).toEqual(["will be logged to Brake pads", "will be logged to Li Wei", "nobody here is on record", "only colleagues, so it is not logged", "your company does not log mail with legal.example", "already logged to Brake pads"]);
    await press("Log 2 messages");
    await screen.findAllByText("2 messages logged");
    expect(logged).toEqual([["<1>", "o1"], ["<2>", "c1"]]);
    expect((await said()).slice(0, 2)).toEqual(["logged to Brake pads", "logged to Li Wei"]);
    await press("Undo");
    await screen.findAllByText("2 messages no longer logged");
    expect(undone).toEqual(["k<2>", "k<1>"]);
    expect(await screen.findByRole("button", { name: "Log 2 messages" })).toBeTruthy();
  }, 60_000);

  it("go on past one that fails, say so beside it, and try that one again", async () => {
    const { press, line, logged, fails } = draw();
    fails.add("<1>");
    await press("Log 2 messages");
    await screen.findAllByText("1 message logged");
    (await line(1)).getByText(/busy or being updated/);
    fails.clear();
    await press("Try again: Subject 1");
    await (await line(1)).findByText("logged to Brake pads");
    expect(logged).toEqual([["<2>", "c1"], ["<1>", "o1"]]);
  });

  it("are all logged to one record that is chosen for them, also where nobody is known, but never what is kept out", async () => {
    const { press, user, logged } = draw();
    await press("Log all to…");
    await user.type(await screen.findByRole("searchbox", { name: /Search leads/ }), "filter");
    await press(/^Filter kits/);
    await screen.findAllByText("4 messages logged");
    expect(logged).toEqual([["<1>", "o2"], ["<2>", "o2"], ["<3>", "o2"], ["<6>", "o2"]]);
  });

  it("are kept for later while the service is away", async () => {
    const { press, line } = draw({ log: async () => { throw new Problem("queued"); } });
    await press("Log 2 messages");
    await (await line(1)).findByText("not saved yet; it is sent when the service is back");
  });

  it("give way to the one message that is selected next, and speak Chinese", async () => {
    const { mailbox, press } = draw({}, mails.slice(0, 2), chinese);
    await screen.findByRole("heading", { name: "已选择 2 封邮件" });
    await press("记录 2 封邮件");
    await screen.findAllByText("已记录 2 封邮件");
    act(() => { mailbox.pick([]); mailbox.show(mails[2]); });
    await screen.findByText("Mystery Person");
    expect(screen.queryByRole("heading", { name: "已选择 2 封邮件" })).toBeNull(); // what was said of it a moment ago may still stand where only ears find it
  });
});
