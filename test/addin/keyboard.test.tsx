import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { App } from "../../addin/App.tsx";
import type { Api } from "../../addin/api.ts";
import { fakeMailbox } from "../../addin/office/fake.ts";
import type { Place } from "../../addin/places.ts";
import { english } from "../../addin/speech.ts";
import { drafts } from "../gallery/drafts.ts";
import { account, ana, contact, customer, known, loggedBy } from "../gallery/cast.ts";
import { fakeApi } from "./fake.tsx";
import { sample } from "./sample.ts";

let stop = () => undefined as void;
beforeEach(() => { localStorage.clear(); });
afterEach(() => { stop(); cleanup(); });

/** The whole pane at a place, with hands that have no mouse, and ears for what its live regions say. */
function open(begin: Place | undefined, { api: { call, ...api } = {}, mailbox = fakeMailbox({ me: { name: ana.name, address: ana.email } }) }: { api?: { call?: (...given: any[]) => unknown; [call: string]: unknown }; mailbox?: ReturnType<typeof fakeMailbox> } = {}) {
  const service = fakeApi(sample()), user = userEvent.setup(), heard: string[] = [];
  const all = { ...service.api, me: async () => ana, shelf: async () => ({ pinned: [], recent: [] }), prefer: async () => ({ pinned: [], recent: [], chosen: {}, stopped: [] }), guard: async () => ({ alerts: [] }), ticket: async () => ({ ticket: "t", expires: "2027-01-01T00:00:00Z" }), call: async (method: string, path: string) => call?.(method, path) ?? (path === "catalogue/names" ? { competitors: [], products: [] } : (service.api as any).call(method, path)), ...api } as unknown as Api;
  render(<App mailbox={mailbox} speech={english} speak={async () => english} begin={begin} open={() => ({ api: all, users: async () => [], signIn: async () => undefined, signOut: async () => undefined })} />);
  const spoken = document.querySelector<HTMLElement>(".app > [role=status]")!, ear = new MutationObserver(() => { if (spoken.textContent) heard.push(spoken.textContent); });
  ear.observe(spoken, { childList: true, characterData: true, subtree: true });
  stop = () => ear.disconnect();
  const focused = () => document.activeElement as HTMLElement;
  /** Goes on with Tab until it stands on a control of this name. */
  const reach = async (name: string | RegExp) => {
    await waitFor(() => { if (!names().some(one => fits(one, name))) throw new Error(`Nothing here is called ${String(name)}, only ${names().join(" · ")}`); });
    for (let n = 0; n < 120; n++) { await user.tab(); if (fits(nameOf(focused()), name)) return; }
    throw new Error(`Tab does not lead to ${String(name)}`);
  };
  const names = () => [...document.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, [tabindex='0']")].map(nameOf);
  return { ...service, user, heard, reach, focused, press: async (name: string | RegExp, key = "{Enter}") => { await reach(name); await user.keyboard(key); } };
}
const nameOf = (one: HTMLElement) => (one.getAttribute("aria-label") ?? ((one as HTMLInputElement).labels?.[0] ?? one).textContent ?? "").trim();
const fits = (one: string, name: string | RegExp) => typeof name === "string" ? one === name : name.test(one);
/** The focus is on something, within the page. */
const onPage = () => document.querySelector("main")!.contains(document.activeElement);

describe("without a mouse", () => {
  it("a mail is logged and taken off again: it is said once each time, and the focus stays with the line that tells of it", async () => {
    let logged = false;
    const deal = known().suggested[0]!.record, pane = open(undefined, { mailbox: fakeMailbox({ mail: customer, me: { name: ana.name, address: ana.email } }), api: {
      known: async () => logged ? loggedBy("ana", "Ana Ruiz") : known(), log: async () => { logged = true; return { commit: "k", records: [], known: loggedBy("ana", "Ana Ruiz") }; }, unlog: async () => { logged = false; return { commit: "u", records: [] }; },
    } });
    await pane.press(`Log to ${deal.title}`);
    await screen.findByText(/Logged by you/);
    await waitFor(() => expect(pane.focused().closest(".truth")).toBeTruthy());
    await pane.press("Undo");
    await screen.findByRole("button", { name: `Log to ${deal.title}` });
    await waitFor(() => expect(onPage()).toBe(true));
    await waitFor(() => expect(pane.heard).toEqual([`Logged to ${deal.title}`, "No longer logged"]));
  });

  it("a lead is qualified: the focus goes into what is asked, then to the line that tells of it", async () => {
    const pane = open({ at: "record", type: "lead", id: "jamie" });
    await pane.press("Qualify");
    await screen.findByText("Account “Northgate Analytics” is used");
    expect(pane.focused().closest(".panel")).toBeTruthy();
    await pane.press("Qualify");
    await screen.findByRole("button", { name: "Undo" });
    expect(pane.rows.get("lead/jamie")!.status).toBe("qualified");
    await waitFor(() => expect(onPage()).toBe(true));
    await pane.press("Undo");
    await screen.findByRole("button", { name: "Disqualify" });
    await waitFor(() => expect(onPage()).toBe(true));
    await waitFor(() => expect(pane.heard).toEqual(["Qualify: done", "Taken back"]));
  });

  it("a list is one stop, gone through with the arrows; a record opens with Enter, and Back leads to the list again", async () => {
    const pane = open({ at: "list", type: "lead", view: "all" });
    await pane.reach(/Sit-stand desks|Chairs for a call centre|办公家具询价/);
    const first = nameOf(pane.focused());
    await pane.user.keyboard("{ArrowDown}");
    const second = nameOf(pane.focused());
    expect(second).not.toBe(first);
    await pane.user.keyboard("{Enter}");
    await screen.findByRole("heading", { level: 1, name: name => second.includes(name) });
    await waitFor(() => expect(onPage()).toBe(true));
    await pane.press("Back");
    await screen.findByRole("button", { name: /Chairs for a call centre/ });
    await waitFor(() => expect(onPage()).toBe(true));
  });

  it("a file of the library is attached to a mail that is being written, and taken off", async () => {
    const state = drafts["draft with literature"]!, mailbox = fakeMailbox({ paper: { ...state.paper! }, me: { name: ana.name, address: ana.email } });
    const pane = open(undefined, { mailbox, api: { ...state.api, bytes: async () => new Uint8Array(8), known: async () => known([{ ...known().people[0]!, as: "to", is: "known", matches: [contact], account, accounts: [account] }]) } });
    await pane.press(/^Choose Ceramic pads/, " ");
    await pane.press("Attach 1 file");
    await screen.findByRole("button", { name: "Undo" });
    expect(mailbox.paper!.files.map(({ name }) => name)).toEqual(["pads.pdf"]);
    await waitFor(() => expect(pane.focused().closest(".truth")).toBeTruthy());
    await pane.press("Undo");
    await waitFor(() => expect(mailbox.paper!.files).toEqual([]));
    await waitFor(() => expect(onPage()).toBe(true));
    await waitFor(() => expect(pane.heard.filter(one => one.includes("pads.pdf"))).toHaveLength(2));
  });
});
