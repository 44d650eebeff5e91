import { createRoot, type Root } from "react-dom/client";
import { App } from "../../addin/App.tsx";
import type { Api, Written } from "../../addin/api.ts";
import { fakeMailbox } from "../../addin/office/fake.ts";
import type { Meeting } from "../../addin/office/mailbox.ts";
import type { Paper } from "../../addin/office/paper.ts";
import type { Place } from "../../addin/places.ts";
import type { DemoUser } from "../../addin/service.ts";
import { NoOutlook } from "../../addin/Stops.tsx";
import { SpeechContext, type Speech } from "../../addin/speech.ts";
import { paint } from "../../addin/theme.ts";
import type { Caller } from "../../model/may.ts";
import type { Mail } from "../../model/mail.ts";
import { processes } from "../../model/standard/processes.ts";
import { fakeApi } from "../addin/fake.tsx";
import { sample } from "../addin/sample.ts";
import { ana, noPreferences } from "./cast.ts";
import type { Look } from "./looks.ts";

type Service = { [call in keyof Api]?: (...given: any[]) => unknown };

/** One state of one view: what Outlook shows, what the service answers, where the pane begins, what is clicked, and what is there when it is drawn. */
export interface State {
  mail?: Mail; paper?: Paper; meeting?: Meeting;
  /** Several messages are selected. */
  several?: Mail[];
  /** The browser keeps nothing for the pane, and these writes have not reached the service. */
  blocked?: Written[];
  /** An item that Outlook does not hand to add-ins. */
  unsupported?: boolean;
  begin?: Place;
  /** Records beside the sample company's, by type. */
  rows?: Record<string, object[]>;
  api?: Service;
  me?: Partial<Caller>;
  /** Signing in never ends, or how it ends. */
  signIn?: () => Promise<void>;
  users?: DemoUser[];
  /** Outlook itself did not come up. */
  dead?: boolean;
  /** Selectors, clicked one after the other once they are there; `selector <- text` types into it. */
  does?: string[];
  /** A selector of what is on the screen in the end. */
  shows: string;
}

let root: Root | undefined, broke: unknown;
const wait = window.setTimeout;
/** Nobody waits for half a second of rest after typing here. */
window.setTimeout = ((work: () => void, ms = 0) => wait(work, ms > 1_000 ? ms : 0)) as typeof setTimeout;

/** Draws a state in the place of the one before, and waits until it stands still. */
export async function draw(state: State, { speech, dark }: Look): Promise<void> {
  root?.unmount();
  broke = undefined;
  forbidStorage(false);
  localStorage.clear(); sessionStorage.clear();
  forbidStorage(state.blocked !== undefined);
  document.querySelectorAll("body > :not(script, #pane)").forEach(left => left.remove());
  root = createRoot(document.getElementById("pane")!, { onCaughtError: error => { broke = error; } });
  document.documentElement.lang = speech.language;
  paint(dark);
  root.render(paneOf(state, speech, dark));
  for (const step of state.does ?? []) {
    const [selector = "", text] = step.split(" <- "), target = await appears(selector);
    if (text === undefined) { target.click(); continue; }
    target.focus();
    Object.getOwnPropertyDescriptor(target instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype, "value")!.set!.call(target, text);
    target.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  await appears(state.shows);
  await still();
}

/** The pane in a state, before anything is clicked. */
export const paneOf = (state: State, speech: Speech, dark = false) => state.dead ? <SpeechContext value={speech}><NoOutlook detail="Outlook's own library did not start" /></SpeechContext>
  : <App mailbox={mailboxOf(state, dark)} speech={speech} speak={async () => speech} begin={state.begin} open={(_user, _dialogs, _me, keep) => { for (const written of state.blocked ?? []) void keep?.(written); return { api: serviceOf(state), users: async () => state.users ?? [], signIn: state.signIn ?? (async () => undefined), signOut: async () => undefined }; }} />;

/** As in a frame that may keep nothing: both throw. */
function forbidStorage(yes: boolean): void {
  for (const [name, own] of Object.entries(storages)) Object.defineProperty(window, name, yes ? { configurable: true, get: () => { throw new DOMException("Access is denied for this document", "SecurityError"); } } : own);
}
const storages = Object.fromEntries(["localStorage", "sessionStorage", "indexedDB"].map(name => { const { [name as "localStorage"]: kept } = window; return [name, { configurable: true, get: () => kept }]; }));

function mailboxOf({ mail, paper, meeting, unsupported, several }: State, dark: boolean) {
  const mailbox = fakeMailbox({ mail, paper, meeting, several, me: { name: ana.name, address: ana.email }, look: { dark }, files: { a1: new Uint8Array(2_000) } });
  return unsupported ? { ...mailbox, current: () => ({ key: "secret", surface: "unsupported" as const }) } : mailbox;
}

function serviceOf({ api, rows = {}, me = {} }: State): Api {
  const given: Record<string, object[]> = { ...sample(), process: [{ id: "standard", ...(processes[0] as { values: object }).values, status: "active" }] };
  for (const [type, more] of Object.entries(rows)) given[type] = [...given[type] ?? [], ...more];
  const fake = fakeApi(given).api as unknown as Record<string, (...given: any[]) => unknown>;
  const base: Service = {
    me: async () => ({ ...ana, ...me }), prefer: async () => noPreferences, preferences: async () => noPreferences, shelf: async () => ({ pinned: [], recent: [] }),
    bytes: async () => new Uint8Array(8), guard: async () => ({ alerts: [] }), ticket: async () => ({ ticket: "t", expires: "2027-01-01T00:00:00Z" }),
  };
  const call = (method: string, path: string, more: object) => {
    const answer = api?.call?.(method, path, more);
    if (answer !== undefined) return answer;
    return path === "catalogue/names" ? Promise.resolve({ competitors: [{ id: "ergonova", name: "Ergonova", keys: ["ergonova"] }], products: [] }) : fake.call!(method, path, more);
  };
  return { ...fake, ...base, ...api, call } as unknown as Api;
}

/** Fails with the selector's name after five seconds. */
async function appears(selector: string): Promise<HTMLElement> {
  for (const until = performance.now() + 5_000; performance.now() < until; await frame()) {
    const found = document.querySelector<HTMLElement>(selector);
    if (found) return found;
  }
  throw new Error(`“${selector}” does not appear${broke ? `: ${String(broke)}` : ""}`);
}
/** Nothing is drawn for three frames; what never rests has a fault. */
async function still(): Promise<void> {
  let changed = 0;
  const watch = new MutationObserver(() => { changed = 0; });
  watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  for (const until = performance.now() + 2_000; changed < 3 && performance.now() < until; changed++) await frame();
  watch.disconnect();
  if (changed < 3) throw new Error("It never stands still");
  for (const one of document.getAnimations()) if (one.effect?.getComputedTiming().iterations !== Infinity) one.finish();
}
const frame = () => new Promise(requestAnimationFrame);
