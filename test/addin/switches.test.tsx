import { afterEach, expect, it } from "@jest/globals";
import { act, cleanup, render, screen } from "@testing-library/react";
import { App } from "../../addin/App.tsx";
import type { Api } from "../../addin/api.ts";
import { registerDrawings } from "../../addin/drawings.tsx";
import { fakeMailbox } from "../../addin/office/fake.ts";
import { english } from "../../addin/speech.ts";
import type { Known, KnownQuery } from "../../model/known.ts";
import type { Mail } from "../../model/mail.ts";

registerDrawings();
afterEach(cleanup);
const people = Array.from({ length: 7 }, (_, n) => ({ name: `Person ${n}`, address: `p${n}@firm${n}.example` }));
const mails = people.map((from, n): Mail => ({ internetMessageId: `<${n}>`, conversationId: `c${n}`, subject: `Subject ${n}`, from, to: [{ name: "Rep", address: "rep@our.example" }], cc: [], sentAt: "2026-11-24T08:00:00Z", text: `Words ${n}`, attachments: [] }));
const knownOf = ({ from }: KnownQuery): Known => ({ people: [{ ...from, as: "from", is: "known", matches: [{ type: "contact", id: from.address, version: 1, title: from.name, status: "active" }], accounts: [], deals: [], activities: [] }], logged: [], suggested: [] });

/** Counts what is listened to on the window, the document and its root. */
function listening() {
  let count = 0;
  const stops = [window, document, document.documentElement].map(target => {
    const { addEventListener: add, removeEventListener: remove } = target;
    target.addEventListener = (...given: any[]) => { count++; Reflect.apply(add, target, given); };
    target.removeEventListener = (...given: any[]) => { count--; Reflect.apply(remove, target, given); };
    return () => { target.addEventListener = add; target.removeEventListener = remove; };
  });
  return { get count() { return count; }, stop: () => stops.forEach(stop => stop()) };
}

/** The same 500 times, with the heap, is measured by `npm run bench:pane`. */
it("a pinned pane goes from message to message with answers early and late, never shows a person with another's message, and keeps nothing", async () => {
  const ears = listening(), late: (() => void)[] = [], mailbox = fakeMailbox({ mail: mails[0] });
  const api = {
    me: async () => ({ id: "rep", name: "Rep", email: "rep@our.example", role: "rep" }), call: async () => ({ rules: [], processes: [], dialogs: [], competitors: [], products: [] }), shelf: async () => ({ pinned: [], recent: [] }),
    known: (of: KnownQuery) => new Promise<Known>(resolve => { if (late.length % 3) late.push(() => resolve(knownOf(of))); else { late.push(() => undefined); resolve(knownOf(of)); } }),
  } as unknown as Api;
  render(<App mailbox={mailbox} speech={english} speak={async () => english} open={() => ({ api, users: async () => [], signIn: async () => undefined, signOut: async () => undefined })} />);
  const strangers = () => { const now = mailbox.current().mail!.from.name; return [...document.querySelectorAll(".person, .actions")].map(one => one.textContent ?? "").flatMap(text => text.match(/Person \d/g) ?? []).filter(name => name !== now); };
  const sizes: number[] = [], heard: number[] = [];
  for (let n = 1; n <= 140; n++) {
    act(() => mailbox.show(mails[n * 3 % mails.length]!));
    expect(strangers()).toEqual([]);
    if (n % 5 === 0) await act(async () => { for (const answer of late.splice(0).reverse()) answer(); });
    expect(strangers()).toEqual([]);
    if (n % 35 === 0) { sizes.push(document.querySelectorAll("*").length); heard.push(ears.count); } // the same message each time
  }
  ears.stop();
  expect(await screen.findByRole("button", { name: `Log to ${mailbox.current().mail!.from.name}` })).toBeTruthy();
  expect([new Set(sizes.slice(1)).size, new Set(heard.slice(1)).size]).toEqual([1, 1]);
});
