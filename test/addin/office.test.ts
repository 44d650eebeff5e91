import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { callOffice, queue } from "../../addin/office/call.ts";
import { watchLag } from "../../addin/office/lag.ts";
import { isDark } from "../../addin/office/look.ts";
import { openOutlook } from "../../addin/office/outlook.ts";
import { bytesOf, chop } from "../../addin/office/text.ts";
import { Problem } from "../../model/problem.ts";
import { Desk, type Message } from "../outlook/items.ts";
import { sampleMailbox } from "../outlook/messages.ts";
import { standIn } from "./standIn.ts";

const outcome = (promise: Promise<unknown>) => promise.then(() => "done", (problem: Problem) => problem.code);
const desk = () => { const one = new Desk(sampleMailbox()); one.selected = one.messages[0]; return one; };
let office: ReturnType<typeof standIn> | undefined;

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { office?.remove(); office = undefined; jest.useRealTimers(); });
/** A mailbox whose start needed the clock to run on. */
const opened = async () => { const opening = openOutlook(); await jest.advanceTimersByTimeAsync(50); return opening; };

describe("a call to Outlook", () => {
  it("rejects with `outlook` when it is never answered, and an answer after that is not heard", async () => {
    let late: (answer: { status: string; value: string }) => void = () => undefined;
    const settled = outcome(callOffice<string>("body", done => { late = done; }, 10_000));
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await settled).toBe("outlook");
    expect(() => late({ status: "succeeded", value: "too late" })).not.toThrow();
  });
  it("carries Outlook's own words in its problem, be it an answer or a throw", async () => {
    await expect(callOffice("body", done => done({ status: "failed", value: null, error: { message: "The item is gone" } }))).rejects.toMatchObject({ code: "outlook", detail: "body: The item is gone" });
    await expect(callOffice("body", () => { throw new Error("Elevated permission is required"); })).rejects.toMatchObject({ code: "outlook", detail: "body: Elevated permission is required" });
  });
  it("waits for its turn while three others are under way, and one that is never answered makes room in the end", async () => {
    let started = 0;
    const calls = Array.from({ length: 5 }, () => outcome(callOffice("body", () => { started++; }, 10_000)));
    await jest.advanceTimersByTimeAsync(0);
    expect(started).toBe(3);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(started).toBe(5);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(new Set(await Promise.all(calls))).toEqual(new Set(["outlook"]));
  });
  it("lets work in a queue of one run in the order of asking, failures too", async () => {
    const one = queue(1), order: number[] = [];
    const works = [1, 2, 3].map(nth => one(async () => { order.push(nth); if (nth === 1) throw new Error("first"); }));
    expect((await Promise.allSettled(works)).map(work => work.status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
    expect(order).toEqual([1, 2, 3]);
  });
});

describe("opening Outlook", () => {
  it("says so when the library is not there, does not settle, or runs outside Outlook", async () => {
    expect(await outcome(openOutlook())).toBe("outlook");
    office = standIn(desk(), { host: "never" });
    const never = outcome(openOutlook());
    await jest.advanceTimersByTimeAsync(9_999);
    expect(await Promise.race([never, Promise.resolve("waiting")])).toBe("waiting");
    await jest.advanceTimersByTimeAsync(1);
    expect(await never).toBe("outlook");
    office.remove();
    office = standIn(desk(), { host: "Word" });
    expect(await outcome(openOutlook())).toBe("outlook");
  });
});

describe("an Outlook whose library has missed another message", () => {
  it("is found out when the rep comes to the pane, is not where the event is only late, and is forgotten once it shows that message again", async () => {
    let shown = "a", library = "a";
    const { hear } = watchLag(() => library, async () => { if (shown !== library) throw new Problem("changed-item"); }), heard: boolean[] = [], come = async (ms: number) => { document.documentElement.dispatchEvent(new Event("pointerenter")); await jest.advanceTimersByTimeAsync(ms); };
    hear(behind => heard.push(behind));
    await come(0);
    shown = "b";
    await come(2_500);
    library = "b"; // late
    await jest.advanceTimersByTimeAsync(2_000);
    expect(heard).toEqual([false]);
    shown = "c";
    await come(5_000);
    expect(heard).toEqual([false, true]);
    shown = "b";
    await come(5_000);
    expect(heard).toEqual([false, true, false]);
  });
  it("is found out as well where the rep comes while an earlier look, at another message, is still on its way", async () => {
    let shown = "a";
    const heard: boolean[] = [], { hear } = watchLag(() => "a", async () => { const was = shown; await new Promise(next => setTimeout(next, 3_000)); if (was !== "a") throw new Problem("changed-item"); }), come = () => document.documentElement.dispatchEvent(new Event("pointerenter"));
    hear(behind => heard.push(behind));
    come();
    await jest.advanceTimersByTimeAsync(2_500);
    shown = "b";
    come();
    await jest.advanceTimersByTimeAsync(20_000);
    expect(heard).toEqual([false, true]);
  });
});

describe("several messages at once", () => {
  it("are told of where Outlook can, and each is loaded whole, one after the other, though all are asked for together", async () => {
    const inbox = desk(), [first, second, third] = inbox.messages as [Message, Message, Message], told: number[] = [];
    office = standIn(inbox, { sets: "1.15" });
    const { several } = await opened();
    several!.hear(() => told.push(several!.now().length));
    inbox.also(second); inbox.also(third);
    await jest.advanceTimersByTimeAsync(50);
    expect([told.at(-1), several!.now()]).toEqual([3, [first, second, third].map(({ id, subject }) => ({ id, subject }))]);
    const read = Promise.all(several!.now().map(one => several!.read(one)));
    await jest.advanceTimersByTimeAsync(200);
    expect((await read).map(({ subject, from, internetMessageId, text }) => [subject, from.name, internetMessageId, text.length > 10])).toEqual([first, second, third].map(one => [one.subject, one.from.name, one.internetMessageId, true]));
    expect(office.asked.filter(name => /load/.test(name))).toEqual(["load", "unload", "load", "unload", "load", "unload"]);
    inbox.select(first);
    await jest.advanceTimersByTimeAsync(50);
    expect(several!.now()).toEqual([]);
  });
  it("are not offered by an older Outlook", async () => {
    office = standIn(desk(), { sets: "1.14" });
    expect((await opened()).several).toBeUndefined();
  });
  it("are none where the manifest does not ask for the whole mailbox", async () => {
    const inbox = desk();
    office = standIn(inbox, { sets: "1.15" });
    office.failing.add("selected");
    const { several } = await opened();
    inbox.also(inbox.messages[1]!);
    await jest.advanceTimersByTimeAsync(50);
    expect(several!.now()).toEqual([]);
  });
});

describe("a message in somebody else's mailbox", () => {
  it.each<[string, Parameters<typeof standIn>[1], string | undefined, "failing" | "silent" | "well"]>([
    ["tells whose it is", { sharedBy: "sales@house.example" }, "sales@house.example", "well"],
    ["is known as such where Outlook fails to tell whose", { sharedBy: "sales@house.example" }, "", "failing"],
    ["is known as such where Outlook never answers", { sharedBy: "sales@house.example" }, "", "silent"],
    ["is not told of by an older Outlook", { sharedBy: "sales@house.example", sets: "1.7" }, undefined, "well"],
    ["is none where the mailbox is one's own", {}, undefined, "well"],
  ])("%s", async (_what, given, behalf, goes) => {
    const inbox = desk();
    office = standIn(inbox, given);
    if (goes !== "well") office[goes].add("shared");
    inbox.select(inbox.messages[0]);
    const mailbox = await opened(), asked = mailbox.behalf!(mailbox.current());
    await jest.advanceTimersByTimeAsync(4_000);
    expect(await asked).toBe(behalf);
  });
});

describe("an Outlook that behaves badly", () => {
  it("is looked at every two seconds and on focus, since it may not tell of another message", async () => {
    const inbox = desk();
    office = standIn(inbox, { events: false });
    const mailbox = await opened(), heard: (string | undefined)[] = [];
    mailbox.onItem(item => heard.push(item.mail?.subject));
    inbox.select(inbox.messages[3]);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(heard).toEqual([inbox.messages[3]!.subject]);
    inbox.select(inbox.messages[4]);
    window.dispatchEvent(new Event("focus"));
    inbox.select(undefined);
    window.dispatchEvent(new Event("pointerdown"));
    expect(heard).toEqual([inbox.messages[3]!.subject, inbox.messages[4]!.subject, undefined]);
  });
  it("tells of a change in an event, after which it is looked at several times: the pane hears it once", async () => {
    const inbox = desk();
    office = standIn(inbox);
    const mailbox = await opened(), heard: (string | undefined)[] = [];
    mailbox.onItem(item => heard.push(item.mail?.subject));
    inbox.select(inbox.messages[2]);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(heard).toEqual([inbox.messages[2]!.subject]);
  });
  it.each(["1.12", "1.5"])("may change the message while the body is on its way: the body is refused (Mailbox %s)", async sets => {
    const inbox = desk();
    office = standIn(inbox, { sets });
    const mailbox = await opened();
    const body = outcome(mailbox.body(mailbox.current()));
    inbox.select(inbox.messages[5]);
    await jest.advanceTimersByTimeAsync(100);
    expect(await body).toBe("changed-item");
  });
  it.each(["1.12", "1.5"])("may have lost the event of another message and hand out no headers: then another text than before tells, and nothing is read, marked or answered as the message before (Mailbox %s)", async sets => {
    const inbox = desk();
    office = standIn(inbox, { sets });
    office.failing.add("headers");
    const mailbox = await opened(), item = mailbox.current(), after = async (work: () => Promise<unknown>) => { const ended = outcome(work()); await jest.advanceTimersByTimeAsync(200); return ended; };
    for (let n = 0; n < 2; n++) expect(await after(() => mailbox.body(item))).toBe("done");
    inbox.selected!.html = "<p>What the calls reach now is another message.</p>";
    expect([await after(() => mailbox.body(item)), await after(() => mailbox.mark(item, { logged: true, words: "Logged" })), await after(() => mailbox.reply(item, { html: "<p>Thanks</p>" }))]).toEqual(["changed-item", "changed-item", "changed-item"]);
    expect(inbox.selected!.notices).toEqual([]);
  });
  it("gets no more of a mark once another message is shown in the middle of it", async () => {
    const inbox = desk(), [first, , , fourth] = inbox.messages;
    office = standIn(inbox);
    const mailbox = await opened();
    inbox.onChange(what => { if (what === "message") inbox.select(fourth); });
    const marking = outcome(mailbox.mark(mailbox.current(), { logged: true, words: "Logged" }));
    await jest.advanceTimersByTimeAsync(100);
    expect(await marking).toBe("changed-item");
    expect([fourth!.notices, fourth!.categories, first!.categories]).toEqual([[], [], []]);
  });
  it("may leave single callbacks unanswered: text without HTML is a body, a mark lists what it could not do", async () => {
    const inbox = desk();
    office = standIn(inbox);
    const mailbox = await opened();
    office.failing.add("categorise");
    office.failing.add("save");
    const marking = mailbox.mark(mailbox.current(), { logged: true, words: "x".repeat(200) });
    await jest.advanceTimersByTimeAsync(200);
    expect(await marking).toEqual(["saving custom properties: refused", "category Dealwright: refused"]);
    expect(office.asked.filter(name => name === "save")).toHaveLength(2);
    expect(inbox.selected!.notices[0]!.text).toHaveLength(150);
    office.silent.add("headers");
    const body = mailbox.body(mailbox.current());
    await jest.advanceTimersByTimeAsync(10_100);
    expect((await body).text).toContain("membrane cell room");
  });
  it("is asked for no more than its requirement set has", async () => {
    office = standIn(desk(), { sets: "1.5" });
    const mailbox = await opened();
    const marking = mailbox.mark(mailbox.current(), { logged: true, words: "Logged" });
    await jest.advanceTimersByTimeAsync(100);
    expect(await marking).toEqual([]);
    expect(new Set(office.asked)).toEqual(new Set(["properties", "save", "notice"]));
  });
  it("may tell the theme before last: the property, read again, has the last word", async () => {
    office = standIn(desk(), { sets: "1.14" });
    const mailbox = await opened(), heard: boolean[] = [];
    mailbox.onLook(({ dark }) => heard.push(dark));
    office.paint("#1f1f1f", "#ffffff");
    await jest.advanceTimersByTimeAsync(1_100);
    expect(heard).toEqual([true]);
    expect(mailbox.look()).toEqual({ dark: true });
  });
  it("follows what the system prefers where it tells no theme", async () => {
    let hear = () => undefined as void, dark = true;
    globalThis.matchMedia = (() => ({ get matches() { return dark; }, addEventListener: (_: string, hears: () => void) => { hear = hears; }, removeEventListener: () => undefined })) as never;
    try {
      office = standIn(desk(), { sets: "1.13" });
      const mailbox = await opened(), heard: boolean[] = [];
      mailbox.onLook(look => heard.push(look.dark));
      expect(mailbox.look()).toEqual({ dark: true });
      dark = false;
      hear();
      expect(heard).toEqual([false]);
    } finally { Reflect.deleteProperty(globalThis, "matchMedia"); }
  });
  it("never has more than three calls at once", async () => {
    office = standIn(desk());
    const mailbox = await opened();
    const bodies = Array.from({ length: 6 }, () => mailbox.body(mailbox.current()));
    await jest.advanceTimersByTimeAsync(200);
    await Promise.all(bodies);
    expect(office.running.most).toBe(3);
  });
});

describe("a draft in an Outlook that behaves badly", () => {
  const helen = { name: "Helen Prosser", address: "helen.prosser@marchfield-dairies.example" };
  const begin = async (of: { sets?: string } = {}) => {
    const inbox = desk();
    office = standIn(inbox, of);
    const draft = inbox.write({ to: [helen], html: "<p>Hello</p>" }), mailbox = await opened();
    return { inbox, draft, mailbox, item: mailbox.current() };
  };
  const settle = async <T>(promise: Promise<T>, ms: number) => { const outcome = promise.then(value => ({ value, code: undefined }), (problem: Problem) => ({ value: undefined, code: problem.code, detail: problem.detail })); await jest.advanceTimersByTimeAsync(ms); return outcome; };

  it("may attach a file and never say so: the list of files tells", async () => {
    const { mailbox, item } = await begin();
    office!.silent.add("addFileAttachmentFromBase64");
    expect((await settle(mailbox.draft.attach(item, { name: "a.pdf", base64: "QUJD" }), 4_000)).value).toMatchObject({ name: "a.pdf", size: 3 });
  });
  it("may say that a file is attached which is not: that is a problem, and names the file", async () => {
    const { mailbox, item, draft } = await begin();
    office!.trouble.phantomFiles = true;
    expect(await settle(mailbox.draft.attach(item, { name: "a.pdf", base64: "QUJD" }), 100)).toMatchObject({ code: "outlook", detail: expect.stringContaining("a.pdf") });
    expect(draft.files).toEqual([]);
  });
  it("takes no more than its 25 MB, and is not even asked for more", async () => {
    const { mailbox, item, draft } = await begin();
    draft.files = [{ id: "f", name: "big.zip", size: 25 * 1024 * 1024 - 2, contentType: "", inline: false, base64: "" }];
    expect((await settle(mailbox.draft.attach(item, { name: "a.pdf", base64: "QUJD" }), 100)).code).toBe("too-large");
    expect(office!.asked).not.toContain("addFileAttachmentFromBase64");
  });
  it("may fail at the first save on a fresh draft: it is tried once more", async () => {
    const { mailbox, item, draft } = await begin();
    office!.once.add("sessionData.set");
    await settle(mailbox.draft.tell(item, "log", "no"), 100);
    expect(draft.told).toEqual({ "dealwright.log": "no" });
  });
  it("leaves the text of a reply on the clipboard where no form opens, and where it is too long for one", async () => {
    const inbox = desk(), written: string[] = [];
    office = standIn(inbox);
    const mailbox = await opened();
    Object.assign(navigator, { clipboard: { write: async ([item]: { items: Record<string, Blob> }[]) => { written.push(String(Object.keys(item!.items))); } } });
    Object.assign(globalThis, { ClipboardItem: class { constructor(readonly items: Record<string, Blob>) {} } });
    office.failing.add("reply");
    expect((await settle(mailbox.reply(mailbox.current(), { html: "<p>Hello</p>" }), 100)).value).toBe("copied");
    office.failing.clear();
    expect((await settle(mailbox.reply(mailbox.current(), { html: `<p>${"x".repeat(32_768)}</p>` }), 100)).value).toBe("copied");
    expect(written).toEqual(["text/html,text/plain", "text/html,text/plain"]);
    expect(inbox.drafts.map(one => one.html.startsWith("<p>Dear") || one.html.includes("xxx"))).toEqual([false]);
    Object.assign(navigator, { clipboard: undefined });
    office.failing.add("reply");
    expect((await settle(mailbox.reply(mailbox.current(), { html: "<p>Hello</p>" }), 100)).code).toBe("outlook");
  });
  it("may be of 2018: people and text work, what is kept is a custom property, and attaching says that it cannot", async () => {
    const { mailbox, item, draft } = await begin({ sets: "1.5" });
    expect((await settle(mailbox.draft.people(item), 100)).value).toEqual({ from: { name: "Robin Sommer", address: "robin.sommer@lindenfeld.example" }, to: [helen], cc: [], bcc: [] });
    await settle(mailbox.draft.tell(item, "regarding", "[]"), 100);
    expect([draft.told, draft.properties]).toEqual([{}, { "dealwright.regarding": "[]" }]);
    expect((await settle(mailbox.draft.told(item, "regarding"), 100)).value).toBe("[]");
    expect((await settle(mailbox.draft.attach(item, { name: "a", base64: "" }), 100)).code).toBe("outlook");
    expect(mailbox.launches).toBe(false);
  });
  it("tells nothing of people who are added: looking every two seconds does", async () => {
    const { mailbox } = await begin({ sets: "1.5" });
    let heard = 0;
    const stop = mailbox.onDraft(() => { heard++; });
    await jest.advanceTimersByTimeAsync(4_100);
    expect(heard).toBe(2);
    stop();
    await jest.advanceTimersByTimeAsync(4_100);
    expect(heard).toBe(2);
  });
});

describe("small things", () => {
  it.each([["#1f1f1f", true], ["#fff", false], ["0b2a44", true], ["#f3f2f1", false], ["navy", undefined], [undefined, undefined]])("knows whether %s is dark", (colour, dark) => { expect(isDark(colour)).toBe(dark); });
  it("chops a text at its limit and never inside a character", () => {
    expect(chop("a".repeat(150), 150)).toHaveLength(150);
    expect(chop("a".repeat(151), 150)).toBe(`${"a".repeat(149)}…`);
    expect(chop("👩‍👩‍👧 and more", 9)).toBe("👩‍👩‍👧…");
    expect(chop("👩‍👩‍👧 and more", 8)).toBe("…");
  });
  it("reads base64 as bytes, not as text", () => { expect([...bytesOf(btoa("\u00ff\u0000A"))]).toEqual([255, 0, 65]); });
});
