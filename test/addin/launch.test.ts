import { describe, expect, it } from "@jest/globals";
import { attend } from "../../addin/launch/attend.ts";
import { commands } from "../../addin/launch/command.ts";
import { keepWaiting, kept, passIn, waitingIn, type HandOver } from "../../addin/launch/handOver.ts";
import { alertText } from "../../addin/launch/words.ts";
import { fakeMailbox } from "../../addin/office/fake.ts";
import type { Api } from "../../addin/api.ts";
import type { Alert } from "../../model/guard.ts";
import type { Brief, Known } from "../../model/known.ts";
import type { Mail } from "../../model/mail.ts";
import { Problem } from "../../model/problem.ts";

const mail: Mail = { internetMessageId: "<1@x.example>", conversationId: "c", subject: "Price?", from: { name: "Camille", address: "camille@kestrel.example" }, to: [], cc: [], sentAt: "2026-11-24T08:00:00Z", text: "Please.", attachments: [] };
const deal: Brief = { type: "opportunity", id: "o1", version: 1, title: "Radar roll-out", status: "open" };
const known = (of: Partial<Known>): Known => ({ people: [], logged: [], suggested: [], ...of });
const run = async (name: string, of: Partial<Known> | Problem, language = "en-US", more: Partial<ReturnType<typeof fakeMailbox>> = {}) => {
  const mailbox = { ...fakeMailbox({ mail, language }), ...more }, logged: unknown[] = [];
  const api = { known: async () => { if (of instanceof Problem) throw of; return known(of); }, log: async (_: Mail, on: unknown) => { logged.push(on); return {}; } } as unknown as Api;
  await commands[name]!({ mailbox, api });
  return { logged, deeds: mailbox.deeds };
};

describe("the ribbon's functions", () => {
  it("log the message where it most likely belongs, and mark it in Outlook", async () => {
    expect(await run("logMail", { suggested: [{ record: deal, why: "conversation" }] })).toEqual({ logged: [[{ type: "opportunity", id: "o1" }]], deeds: [{ did: "mark", id: mail.internetMessageId, logged: true, words: "Logged to Radar roll-out" }] });
  });
  it("log nothing twice, and nothing where nobody is known, and say so above the message", async () => {
    expect(await run("logMail", { logged: [{ on: deal, by: "rep", byName: "Robin", at: "" }] })).toEqual({ logged: [], deeds: [{ did: "notify", words: "Already logged to Radar roll-out" }] });
    expect((await run("logMail", {}, "zh-CN")).deeds).toEqual([{ did: "notify", words: expect.stringContaining("没有已知的联系人") }]);
  });
  it("log to the deal of whom the message is about rather than of somebody in copy, as the pane does", async () => {
    const theirs: Brief = { ...deal, id: "o2", title: "Filter kits" }, person = (address: string, deals: Brief[]) => ({ name: "", address, as: "from" as const, is: "known" as const, matches: [], accounts: [], deals, activities: [] });
    expect((await run("logMail", { people: [person("dev@other.example", [deal]), person("Camille@kestrel.example", [theirs])], suggested: [{ record: deal, why: "deal" }, { record: theirs, why: "deal" }] })).logged).toEqual([[{ type: "opportunity", id: "o2" }]]);
  });
  it("log a message whose text Outlook does not give without it, and say so", async () => {
    const { logged, deeds } = await run("logMail", { suggested: [{ record: deal, why: "deal" }] }, "en-US", { body: async () => { throw new Problem("outlook"); } });
    expect([logged.length, deeds.at(-1)]).toEqual([1, { did: "notify", words: "Logged to Radar roll-out. Outlook did not give the message's text, so it was logged without it." }]);
  });
  it("do not call it a failure when only the mark in Outlook fails", async () => {
    const { logged, deeds } = await run("logMail", { suggested: [{ record: deal, why: "deal" }] }, "en-US", { mark: async () => { throw new Problem("changed-item"); } });
    expect([logged.length, deeds]).toEqual([1, []]);
  });
  it.each<[Partial<Known>, string]>([
    [{ keptOut: { why: "internal" } }, "Only colleagues are on this, so it was not logged."],
    [{ keptOut: { why: "never-log", rule: "lawyers.example" } }, "Your company does not log mail with lawyers.example."],
    [{ stopped: true, suggested: [{ record: deal, why: "deal" }] }, "Nothing is suggested for this conversation any more. Open Dealwright to choose where it belongs."],
  ])("log nothing that is not to be logged, and say why: %j", async (of, words) => {
    expect(await run("logMail", of)).toEqual({ logged: [], deeds: [{ did: "notify", words }] });
  });
  it("open the deal in a window, or say that there is none", async () => {
    expect((await run("openDeal", { suggested: [{ record: deal, why: "deal" }] })).deeds).toEqual([{ did: "notify", words: "Opened Radar roll-out" }, { did: "openWindow", path: "opportunity/o1" }]);
    expect((await run("openDeal", {})).deeds).toEqual([{ did: "notify", words: "There is no open deal with anybody on this message." }]);
  });
  it("tell a rep who is not signed in, or without a network, what to do", async () => {
    expect((await run("logMail", new Problem("unauthorised"))).deeds).toEqual([{ did: "notify", words: "Open Dealwright and sign in first." }]);
    expect((await run("logMail", new Problem("offline"))).deeds).toEqual([{ did: "notify", words: expect.stringContaining("cannot be reached") }]);
  });
  it("tie a meeting to its deal, once for all who are invited", async () => {
    const meeting = { subject: "Review", organizer: mail.from, required: [], optional: [], start: "2026-11-25T09:00:00Z", end: "2026-11-25T10:00:00Z", location: "" }, mailbox = fakeMailbox({ mail, meeting }), asked: unknown[] = [];
    const api = { known: async () => known({ suggested: [{ record: deal, why: "deal" }] }), logMeeting: async (...given: unknown[]) => { asked.push(given); return { activity: "m", already: true }; } } as unknown as Api;
    await commands["logMeeting"]!({ mailbox, api });
    expect(asked).toEqual([[meeting, [{ type: "opportunity", id: "o1" }]]]);
    expect(mailbox.deeds).toEqual([expect.objectContaining({ did: "mark", words: "Already logged to Radar roll-out" })]);
  });
});

describe("what a pane does for what runs without it", () => {
  const one = (draft: string): HandOver => ({ draft, mail: { ...mail, text: "t" }, on: [], files: [], how: "sent", warned: false, guard: "asked" });
  const service = (fails?: Problem) => { const taken: string[] = []; return { taken, ticket: async () => ({ ticket: "t", expires: new Date(Date.now() + 7 * 86_400_000).toISOString() }), sent: async ({ draft }: HandOver) => { if (fails) throw fails; taken.push(draft); return { logged: true }; } }; };
  const at = { service: "https://crm.example" };

  it("gives it a pass, a new one to whoever else signs in, and none where the one there is good for half its life", async () => {
    const { settings } = fakeMailbox(), api = service(), box = { settings, launches: true };
    await attend(box, api, "rep", at);
    const first = settings.get(kept.pass);
    expect(passIn(settings, Date.now())).toMatchObject({ of: "rep", service: "https://crm.example", ticket: "t" });
    await attend(box, api, "rep", { ...at, now: Date.now() + 3 * 86_400_000 });
    expect(settings.get(kept.pass)).toBe(first);
    await attend(box, api, "manager", at);
    expect(passIn(settings, Date.now())!.of).toBe("manager");
    expect(passIn(settings, Date.now() + 8 * 86_400_000)).toBeUndefined();
  });
  it("keeps no pass in a mailbox that tells of nothing", async () => {
    const { settings } = fakeMailbox();
    await attend({ settings, launches: false }, service(), "rep", at);
    expect(settings.get(kept.pass)).toBeUndefined();
  });
  it("hands on what waits, forgets what the service will never take, and keeps the rest for later", async () => {
    const { settings } = fakeMailbox(), box = { settings, launches: true };
    for (const draft of ["a", "b", "b"]) await keepWaiting(settings, one(draft));
    await attend(box, service(new Problem("offline")), "rep", at);
    expect(waitingIn(settings).map(({ draft }) => draft)).toEqual(["a", "b"]);
    const api = service();
    await attend(box, api, "rep", at);
    expect([api.taken, waitingIn(settings)]).toEqual([["a", "b"], []]);
    await keepWaiting(settings, one("c"));
    await attend(box, service(new Problem("invalid")), "rep", at);
    expect(waitingIn(settings)).toEqual([]);
  });
});

describe("what Outlook asks before it sends", () => {
  const alert: Alert = { code: "internal", file: "Price list.pdf", person: "Camille Gagnon" };
  it("names the file, the person and what to do, in both languages", () => {
    expect(alertText([alert], "en-US")).toBe("Please look at this before you send:\n• “Price list.pdf” is for our own people, and Camille Gagnon is not one of them. Remove the file or the person.");
    expect(alertText([alert], "zh-CN")).toContain("“Price list.pdf”仅限内部使用，而Camille Gagnon是外部人员");
  });
  it("fits into Outlook's 500 characters, and says how much it leaves out", () => {
    const many = alertText(Array.from({ length: 9 }, () => alert), "en-US");
    expect(many.length).toBeLessThanOrEqual(500);
    expect(many).toMatch(/… \+\d$/);
    expect(alertText([{ ...alert, file: "x".repeat(600) }], "en-US")).toHaveLength(500);
  });
});
