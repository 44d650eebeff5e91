import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { Api } from "../../addin/api.ts";
import { App } from "../../addin/App.tsx";
import { registerDrawings } from "../../addin/drawings.tsx";
import { fakeMailbox } from "../../addin/office/fake.ts";
import { english } from "../../addin/speech.ts";
import type { Brief, Known } from "../../model/known.ts";
import type { Mail } from "../../model/mail.ts";
import { Problem } from "../../model/problem.ts";

registerDrawings();
beforeEach(() => { localStorage.clear(); });
afterEach(cleanup);

const file = (id: string, size: number, inline = false) => ({ id, name: id, size, contentType: "application/pdf", inline });
const mail: Mail = { internetMessageId: "<files>", conversationId: "c", subject: "Three files", from: { name: "Li Wei", address: "li.wei@hanfeng.example" }, to: [], cc: [], sentAt: "2026-11-24T08:00:00Z", text: "See [cid:display.png].", attachments: [file("terms.pdf", 240_000), file("offer.pdf", 3_400_000), file("display.png", 90_000, true), file("logo.png", 4_000, true)] };
const deal: Brief = { type: "opportunity", id: "o1", version: 1, title: "Brake pads", status: "open" }, wei: Brief = { type: "contact", id: "c1", version: 1, title: "Li Wei", status: "active" }, firm: Brief = { type: "account", id: "a1", version: 1, title: "Hanfeng Motor", status: "active" };

function draw(more: Partial<Known> = {}) {
  const known: Known = { people: [{ ...mail.from, as: "from", is: "known", matches: [wei], accounts: [firm], deals: [deal], activities: [] }], logged: [], suggested: [{ record: deal, why: "deal" }, { record: wei, why: "person" }], ...more };
  const fails = new Set<string>(), uploaded: string[] = [], searched: unknown[][] = [], log = jest.fn(async (..._given: unknown[]) => ({ commit: "k", records: [], known }));
  const upload = async ({ name, size }: File, progress: (part: number) => void) => { progress(.4); if (fails.has(name)) throw new Problem("too-large"); uploaded.push(name); return { name, size, hash: `hash of ${name}`, type: "application/pdf" }; };
  const api = { me: async () => ({ id: "rep", name: "Robin", email: "robin.sommer@lindenfeld.example", role: "rep" }), known: async () => known, log, upload, search: async (...asked: unknown[]) => { searched.push(asked); return { hits: [firm], total: 1 }; }, call: async (_method: string, path: string) => { if (path === "ways") return { rules: [], processes: [], dialogs: [] }; throw new Problem("offline"); } } as unknown as Api;
  const mailbox = fakeMailbox({ mail, files: Object.fromEntries(mail.attachments.map(({ name }) => [name, new Uint8Array(3)])) });
  render(<App mailbox={mailbox} speech={english} speak={async () => english} open={() => ({ api, users: async () => [], signIn: async () => undefined, signOut: async () => undefined })} />);
  const user = userEvent.setup(), press = async (name: string | RegExp) => user.click(await screen.findByRole("button", { name }, { timeout: 20_000 })), tick = async (name: string | RegExp) => user.click(await screen.findByRole("checkbox", { name }, { timeout: 20_000 }));
  return { user, press, tick, fails, uploaded, searched, log };
}

describe("where a message is logged", () => {
  it("may be several records, with the files that were picked, whose sizes were shown before", async () => {
    const { press, tick, log, uploaded } = draw();
    await press("Log to…");
    await screen.findByRole("checkbox", { name: "terms.pdf · 240 kB" }, { timeout: 20_000 });
    await tick("offer.pdf · 3.4 MB");
    await tick("Choose Brake pads");
    await tick("Choose Hanfeng Motor");
    await screen.findByText("Brake pads, Hanfeng Motor");
    await press("Log to 2 records");
    await screen.findByRole("button", { name: "Log to…" });
    expect(uploaded).toEqual(["offer.pdf", "display.png"]);
    expect(log.mock.calls.map(([message, on, , files]) => [(message as Mail).text, on, files])).toEqual([[mail.text, [{ type: "opportunity", id: "o1" }, { type: "account", id: "a1" }], [expect.objectContaining({ name: "offer.pdf" }), expect.objectContaining({ name: "display.png" })]]]);
  }, 60_000);

  it("keeps the pictures of the text unless the rep says no, and not the logo of a signature", async () => {
    const { press, tick, uploaded } = draw();
    await press("Log to…");
    expect((await screen.findByRole("checkbox", { name: "display.png · 90 kB · in the text" }, { timeout: 20_000 }) as HTMLInputElement).checked).toBe(true);
    expect((screen.getByRole("checkbox", { name: "logo.png · 4 kB · in the text" }) as HTMLInputElement).checked).toBe(false);
    await tick(/^display\.png/);
    await press(/^Brake pads/);
    await screen.findByRole("button", { name: "Log to…" });
    expect(uploaded).toEqual([]);
  });

  it("says which file could not be kept, logs nothing then, and sends none again that has arrived", async () => {
    const { press, tick, fails, log, uploaded } = draw();
    fails.add("offer.pdf");
    await press("Log to…");
    await tick(/^terms\.pdf/);
    await tick(/^offer\.pdf/);
    await press(/^Brake pads/);
    await screen.findByText("“offer.pdf” could not be kept, so nothing was logged yet.");
    expect(log).not.toHaveBeenCalled();
    fails.clear();
    await press(/^Brake pads/);
    await screen.findByRole("button", { name: "Log to…" });
    expect(uploaded).toEqual(["terms.pdf", "offer.pdf", "display.png"]);
  });

  it("tells where it is logged already, and is found among the types that mail is logged to", async () => {
    const { press, user, searched } = draw({ logged: [{ on: deal, by: "ben", byName: "Ben", at: "2026-11-24T08:00:00Z" }], activity: { id: "a", version: 1 } });
    await press("Log to…");
    await screen.findByText("already logged there", undefined, { timeout: 20_000 });
    await user.type(screen.getByRole("searchbox", { name: /Search leads/ }), "李");
    await screen.findByRole("heading", { name: "Found" });
    expect((await screen.findByRole("button", { name: /Hanfeng Motor/ })).textContent).toBe("Hanfeng MotorAccount"); // and nothing behind it
    expect(searched).toEqual([["李", ["lead", "contact", "account", "opportunity"]]]);
  });
});
