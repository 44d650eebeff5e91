import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { parse } from "acorn";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { kept } from "../../addin/launch/handOver.ts";
import { Desk } from "../outlook/items.ts";
import { sampleMailbox } from "../outlook/messages.ts";
import { standIn } from "./standIn.ts";

const file = join(import.meta.dirname, "../../dist/addin/launch.js");
const helen = { name: "Helen Prosser", address: "helen.prosser@marchfield-dairies.example" };
/** What came into the language after 2016, which the bare runtime of classic Outlook does not promise. */
const younger = "delete Object.entries; delete Object.values; delete Object.fromEntries; delete Object.groupBy; for (const name of ['flat','flatMap','at','findLast','toSorted','toReversed']) delete Array.prototype[name]; for (const name of ['padStart','padEnd','trimStart','trimEnd','matchAll','replaceAll','at']) delete String.prototype[name]; delete Promise.prototype.finally; delete Promise.allSettled; delete Promise.any; delete globalThis.Intl; delete globalThis.WebAssembly;";

// Needs the production build, which the one command for all tests makes first.
const text = existsSync(file) ? readFileSync(file, "utf8") : "";
let desk: Desk, office: ReturnType<typeof standIn>, posts: { path: string; body: any; authorization: string }[], answer: (path: string) => Promise<{ status: number; body: object }> | { status: number; body: object };

beforeEach(() => {
  desk = new Desk(sampleMailbox());
  office = standIn(desk);
  posts = [];
  answer = path => ({ status: 200, body: path === "/api/guard" ? { alerts: [] } : { logged: true } });
  const send = async (url: string, { body, headers }: { body: string; headers: { authorization: string } }) => {
    const path = url.slice("https://crm.example".length);
    posts.push({ path, body: JSON.parse(body), authorization: headers.authorization });
    const { status, body: said } = await answer(path);
    return { ok: status < 300, status, json: async () => said };
  };
  const context = vm.createContext({ Office: (globalThis as any).Office, fetch: send, setTimeout: (work: () => void, ms: number) => setTimeout(work, ms), clearTimeout: (timer: never) => clearTimeout(timer), console });
  vm.runInContext(younger, context);
  vm.runInContext(text, context, { filename: "launch.js" });
  office.roaming[kept.pass] = JSON.stringify({ of: "rep", service: "https://crm.example", ticket: "t", expires: new Date(Date.now() + 60_000).toISOString() });
});
afterEach(() => office.remove());

const write = (of: object = {}) => desk.write({ to: [helen], subject: "Prices", html: "<p>Dear Helen</p>", files: [{ id: "f", name: "LR-220.pdf", size: 9, contentType: "application/pdf", inline: false, base64: "" }], ...of });
const waiting = () => JSON.parse(office.roaming[kept.waiting] ?? "[]") as { mail: { subject: string; text: string } }[];

describe("launch.js, in a runtime that has a language and nothing of a browser", () => {
  it("is one file of ECMAScript 2016 under 60 kB that loads no other", () => {
    expect(text.length).toBeGreaterThan(1000);
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
    expect(() => parse(text, { ecmaVersion: 2016 })).not.toThrow();
    expect(text).not.toMatch(/\b(document|window|localStorage|sessionStorage|XMLHttpRequest|importScripts)\b(?!\s*:)/);
  });
  it("answers every event that the manifest names", () => {
    const named = [...readFileSync(join(import.meta.dirname, "../../manifest.xml"), "utf8").matchAll(/<LaunchEvent Type="\w{1,60}" FunctionName="(\w{1,60})"/g)].map(([, name]) => name);
    expect(Object.keys(office.handlers).sort()).toEqual(named.sort());
  });
  it("asks the guards, hands the mail over with what was attached, and lets it go", async () => {
    const draft = write();
    await office.run("onNewMessageCompose");
    draft.told["dealwright.attached"] = JSON.stringify([{ name: "LR-220.pdf", literature: "l1", hash: "abc" }]);
    draft.told["dealwright.regarding"] = JSON.stringify([{ type: "opportunity", id: "o1" }]);
    expect(await office.run("onMessageSend")).toEqual({ allowEvent: true });
    expect(posts.map(one => [one.path, one.authorization])).toEqual([["/api/guard", "Ticket t"], ["/api/mail/sent", "Ticket t"]]);
    expect(posts[0]!.body).toMatchObject({ people: [helen], files: [{ name: "LR-220.pdf", size: 9, literature: "l1", hash: "abc" }], on: [{ type: "opportunity", id: "o1" }] });
    expect(posts[1]!.body).toMatchObject({ draft: draft.told["dealwright.draft"], guard: "asked", warned: false, on: [{ type: "opportunity", id: "o1" }], files: [{ name: "LR-220.pdf", literature: "l1", hash: "abc" }], mail: { subject: "Prices", to: [helen], text: "Dear Helen", attachments: [{ name: "LR-220.pdf" }] } });
  });
  it("has Outlook ask the rep where the guards have something to say, and takes the hand-over back once the draft is worked on again", async () => {
    answer = path => ({ status: 200, body: path === "/api/guard" ? { alerts: [{ code: "internal", file: "LR-220.pdf", person: "Helen Prosser" }] } : {} });
    const draft = write();
    const outcome = await office.run("onMessageSend");
    expect(outcome).toMatchObject({ allowEvent: false });
    expect(outcome.errorMessage).toMatch(/LR-220\.pdf.*Helen Prosser/s);
    expect(posts.at(-1)!.body).toMatchObject({ warned: true });
    await office.run("onMessageRecipientsChanged");
    expect(posts.at(-1)).toMatchObject({ path: "/api/mail/unsent", body: { draft: draft.told["dealwright.draft"] } });
    await office.run("onMessageRecipientsChanged");
    expect(posts.filter(one => one.path === "/api/mail/unsent")).toHaveLength(1);
  });
  it.each([["refuses", () => ({ status: 503, body: {} })], ["is not there", () => Promise.reject(new TypeError("no network"))]] as const)("lets the mail go where the service %s, keeps it, and hands it on with the next draft, once", async (_how, fails) => {
    answer = fails;
    write();
    expect(await office.run("onMessageSend")).toEqual({ allowEvent: true });
    expect(waiting().map(one => one.mail.subject)).toEqual(["Prices"]);
    answer = path => ({ status: 200, body: path === "/api/guard" ? { alerts: [] } : {} });
    desk.write({});
    await office.run("onNewMessageCompose");
    expect(posts.at(-1)).toMatchObject({ path: "/api/mail/sent", body: { guard: "failed", mail: { subject: "Prices" } } });
    expect(waiting()).toEqual([]);
  });
  it("waits no longer than two seconds in all for a service that says nothing, and says so to it later", async () => {
    jest.useFakeTimers();
    answer = () => new Promise(() => undefined);
    write();
    const sending = office.run("onMessageSend");
    await jest.advanceTimersByTimeAsync(2_200);
    expect(await Promise.race([sending, Promise.resolve("still waiting")])).toEqual({ allowEvent: true });
    expect(posts[1]!.body).toMatchObject({ guard: "late" });
    expect(waiting()).toHaveLength(1);
  });
  it("gives the guards one second, then lets the mail go as if they had nothing to say, and has the service write that down", async () => {
    jest.useFakeTimers();
    answer = path => path === "/api/guard" ? new Promise(() => undefined) : { status: 200, body: { logged: true } };
    write();
    const sending = office.run("onMessageSend");
    while (!posts.length) await jest.advanceTimersByTimeAsync(1);
    await jest.advanceTimersByTimeAsync(999);
    expect(posts.map(one => one.path)).toEqual(["/api/guard"]);
    await jest.advanceTimersByTimeAsync(100);
    expect(await Promise.race([sending, Promise.resolve("still waiting")])).toEqual({ allowEvent: true });
    expect(posts[1]).toMatchObject({ path: "/api/mail/sent", body: { guard: "late", warned: false } });
  });
  it("has it written down also where the mail is not to be logged, and then says nothing of the mail", async () => {
    answer = path => ({ status: path === "/api/guard" ? 503 : 200, body: {} });
    write().told["dealwright.log"] = "no";
    expect(await office.run("onMessageSend")).toEqual({ allowEvent: true });
    expect(posts.slice(1).map(one => [one.path, one.body])).toEqual([["/api/guard/missed", { why: "failed" }]]);
  });
  it("keeps what waits within the room that settings have, the newest for sure", async () => {
    answer = () => ({ status: 503, body: {} });
    for (let n = 0; n < 12; n++) { write({ subject: `Mail ${n}`, html: `<p>${"long ".repeat(2_000)}</p>` }); await office.run("onMessageSend"); }
    const all = waiting();
    expect(JSON.stringify(all).length).toBeLessThan(24_001);
    expect(all.at(-1)!.mail).toMatchObject({ subject: "Mail 11" });
    expect(all.length).toBeGreaterThan(5);
  });
  it("does nothing without a pass, with one that has run out, and where the rep does not want it logged", async () => {
    const draft = write();
    draft.told["dealwright.log"] = "no";
    expect(await office.run("onMessageSend")).toEqual({ allowEvent: true });
    expect(posts.map(one => one.path)).toEqual(["/api/guard"]);
    for (const pass of [undefined, JSON.stringify({ of: "rep", service: "https://crm.example", ticket: "t", expires: "2020-01-01T00:00:00Z" }), "not json"]) {
      if (pass) office.roaming[kept.pass] = pass; else delete office.roaming[kept.pass];
      expect(await office.run("onMessageSend")).toEqual({ allowEvent: true });
    }
    expect(posts).toHaveLength(1);
  });
  it("completes its event also when Outlook itself fails at everything", async () => {
    jest.useFakeTimers();
    write();
    for (const name of ["recipients.get", "subject.get", "getAttachments", "sessionData.get", "sessionData.set", "body"]) office.failing.add(name);
    const failing = office.run("onMessageSend");
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await failing).toEqual({ allowEvent: true });
    office.failing.clear();
    for (const name of ["recipients.get", "sessionData.get"]) office.silent.add(name);
    const silent = office.run("onMessageSend");
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await silent).toEqual({ allowEvent: true });
  });
});
