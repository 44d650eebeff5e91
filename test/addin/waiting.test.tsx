import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { connect, type Api } from "../../addin/api.ts";
import { App } from "../../addin/App.tsx";
import { registerDrawings } from "../../addin/drawings.tsx";
import { fakeMailbox } from "../../addin/office/fake.ts";
import { PaneContext, type Pane } from "../../addin/pane.ts";
import WaitingPane from "../../addin/panes/WaitingPane.tsx";
import { english } from "../../addin/speech.ts";
import type { Kept } from "../../addin/waiting.ts";
import type { Brief, Known } from "../../model/known.ts";
import type { Mail } from "../../model/mail.ts";
import { Problem } from "../../model/problem.ts";
import { fakeApi, fakeDoors } from "./fake.tsx";

registerDrawings();
beforeEach(() => { localStorage.clear(); });
afterEach(cleanup);

const mail = (n: number): Mail => ({ internetMessageId: `<${n}>`, conversationId: `c${n}`, subject: `Mail ${n}`, from: { name: "Li Wei", address: "li.wei@hanfeng.example" }, to: [], cc: [], sentAt: "2026-11-24T08:00:00Z", text: "Please.", attachments: [] });
const wei: Brief = { type: "contact", id: "c1", version: 1, title: "Li Wei", status: "active" };

/** A pane in a browser that keeps nothing (there is no database here), over a service that can be taken away. */
function draw() {
  const arrived: [string, string][] = [], state = { away: false };
  const known = (logged: boolean): Known => ({ people: [{ ...mail(1).from, as: "from", is: "known", matches: [wei], accounts: [], deals: [], activities: [] }], suggested: [], logged: logged ? [{ on: wei, by: "rep", byName: "Robin", at: "2026-11-24T09:00:00Z" }] : [], ...logged && { activity: { id: "a", version: 1 } } });
  const send = async (address: string, { headers, body }: RequestInit) => {
    if (state.away) throw new TypeError("no network");
    const given = JSON.parse(String(body ?? "{}")) as { mail?: Mail; internetMessageId?: string }, json = (answer: object) => ({ ok: true, status: 200, json: async () => answer }) as Response;
    if (address.endsWith("/me")) return json({ id: "rep", name: "Robin", email: "robin@our.example", role: "rep" });
    if (address.endsWith("/mail/known")) return json(known(arrived.some(([id]) => id === given.internetMessageId)));
    if (address.endsWith("/mail/log")) { arrived.push([given.mail!.internetMessageId, (headers as Record<string, string>)["idempotency-key"]!]); return json({ commit: "k", records: [], known: known(true) }); }
    if (address.endsWith("/ways")) return json({ rules: [], processes: [], dialogs: [] });
    return { ok: false, status: 404, json: async () => new Problem("not-found").toJSON() } as Response;
  };
  const mailbox = fakeMailbox({ mail: mail(1) });
  render(<App mailbox={mailbox} speech={english} speak={async () => english} open={(_user, _dialogs, _me, keep) => ({ api: connect("", async () => "Demo rep", send as typeof fetch, keep) as Api, users: async () => [], signIn: async () => undefined, signOut: async () => undefined })} />);
  return { arrived, state, mailbox, user: userEvent.setup() };
}

describe("a message that could not be logged yet", () => {
  it("says so beside it and no other, says that this browser keeps nothing, and is logged once when the service is back", async () => {
    const { arrived, state, mailbox, user } = draw();
    const log = await screen.findByRole("button", { name: "Log to Li Wei" });
    state.away = true;
    await user.click(log);
    expect((await screen.findAllByText("Not saved yet: it is sent when the service is back")).length).toBeGreaterThan(0);
    await screen.findByText("1 change is not saved yet. This browser keeps nothing for the pane: leave it open until they are.");
    expect(screen.queryByRole("button", { name: "Log to Li Wei" })).toBeNull();
    state.away = false;
    act(() => mailbox.show(mail(2)));
    await screen.findByRole("button", { name: "Log to Li Wei" });
    act(() => mailbox.show(mail(1)));
    await screen.findByText(/Logged by you/, undefined, { timeout: 20_000 });
    expect(arrived).toEqual([["<1>", expect.stringMatching(/^[\da-f-]{36}$/)]]);
    await waitFor(() => expect(screen.queryByText(/is not saved yet/)).toBeNull());
  });

  it("can be left while it waits, and is never sent then", async () => {
    const { arrived, state, user } = draw();
    const log = await screen.findByRole("button", { name: "Log to Li Wei" });
    state.away = true;
    await user.click(log);
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await screen.findByRole("button", { name: "Log to Li Wei" });
    state.away = false;
    window.dispatchEvent(new Event("online"));
    await waitFor(() => expect(screen.queryByText(/is not saved yet/)).toBeNull());
    expect(arrived).toEqual([]);
  });
});

const pane: Pane = { dark: false, look: "auto", chooseLook: () => undefined, chooseLanguage: () => undefined, users: [], chooseUser: () => undefined, signIn: async () => undefined, signOut: async () => undefined, drafts: new Map(), told: new Map() };

describe("what waits", () => {
  it("shows theirs and yours where somebody else was faster, and sends what the rep chose on top of theirs", async () => {
    const row = { id: "c1", version: 5, lastName: "Wei", jobTitle: "Director", phone: "+86 21 5550 1188", status: "active", reason: "active" }, changed: unknown[][] = [], dropped: string[] = [];
    const entry = { id: "w1", of: "me", at: 1, method: "PATCH", path: "contact/c1", version: 3, body: { jobTitle: "Head", phone: "+86 21 5550 1199" }, before: { jobTitle: "Buyer", phone: "+86 21 5550 1188" }, refused: new Problem("stale", { current: row }).toJSON() };
    const kept: Kept = { all: [entry], lasting: true, send: async () => undefined, drop: async id => { dropped.push(id); }, change: async (...given) => { changed.push(given); } };
    const { Within } = fakeDoors(fakeApi({}).api);
    render(<Within><PaneContext value={{ ...pane, kept }}><WaitingPane /></PaneContext></Within>);
    await userEvent.click(await screen.findByLabelText("Theirs: Director"));
    screen.getByLabelText("Yours: Head");
    expect(screen.queryByLabelText(/^Yours: .*1199/)).toBeNull(); // nobody else touched the telephone
    await userEvent.click(screen.getByRole("button", { name: "Save my choice" }));
    expect(changed).toEqual([["w1", { body: { phone: "+86 21 5550 1199" }, version: 5 }]]);
    expect(dropped).toEqual([]);
  });
});
