import { describe, expect, it } from "@jest/globals";
import type { Item, Mailbox } from "../../addin/office/mailbox.ts";
import type { Paper } from "../../addin/office/paper.ts";
import type { Person } from "../../model/mail.ts";
import type { Problem } from "../../model/problem.ts";

/** A mailbox under test, and the hands that the test has in Outlook. */
export interface Bench {
  mailbox: Mailbox;
  /** Selects the message of this subject, or none. */
  show(subject: string | undefined): Promise<void>;
  /** Begins a draft, as with a click on “new”, and shows it. */
  write(given?: { to?: Person[]; subject?: string; meeting?: Paper["meeting"] }): Promise<void>;
  /** The draft that is shown, as it would be sent. */
  paper(): Promise<Pick<Paper, "to" | "cc" | "subject" | "html"> & { files: { name: string; size: number }[] }>;
  /** As if somebody had added a person in Outlook. */
  addPerson(person: Person): Promise<void>;
  /** What Outlook has to show for it: drafts and notices, by kind. */
  drafts(): Promise<{ kind: string; html: string; to: string[] }[]>;
  notices(subject: string): Promise<string[]>;
  close?(): Promise<void>;
}
const helen = { name: "Helen Prosser", address: "helen.prosser@marchfield-dairies.example" }, dev = { name: "Dev Ramanathan", address: "dev.ramanathan@marchfield-dairies.example" };
const enquiry = "Enquiry: 14 electromagnetic flow meters for caustic service", order = "PO 4500081733 – pressure transmitters";

/** What every door to Outlook does, whichever Outlook is behind it. */
export function mailboxContract(name: string, open: () => Promise<Bench>): void {
  const on = (story: (bench: Bench) => Promise<void>) => async () => {
    const bench = await open();
    try { await story(bench); } finally { await bench.close?.(); }
  };
  const codeOf = (promise: Promise<unknown>) => promise.then(() => "done", (problem: Problem) => problem.code);

  describe(name, () => {
    it("names whose mailbox it is and what is shown", on(async ({ mailbox, show }) => {
      await show(enquiry);
      expect(mailbox.me).toEqual({ name: "Robin Sommer", address: "robin.sommer@lindenfeld.example" });
      expect(mailbox.language).toBe("en-US");
      const { surface, mail } = mailbox.current();
      expect(surface).toBe("read");
      expect(mail).toMatchObject({ subject: enquiry, from: { name: "Imogen Thackeray", address: "imogen.thackeray@caldervoss.example" }, to: [{ name: "Robin Sommer", address: "robin.sommer@lindenfeld.example" }], cc: [], attachments: [] });
      expect(mail!.internetMessageId).toMatch(/^<enquiry\..+>$/);
      expect(Date.now() - Date.parse(mail!.sentAt)).toBeLessThan(3_600_000);
    }));
    it("leaves the name of a person without one empty", on(async ({ mailbox, show }) => {
      await show("pressure sensor 0-600 bar stock?");
      expect(mailbox.current().mail!.from).toEqual({ name: "", address: "k.osei@tidewell-hydraulics.example" });
    }));
    it("shows no item as a surface of its own", on(async ({ mailbox, show }) => {
      await show(undefined);
      expect(mailbox.current()).toEqual({ key: "", surface: "none" });
      expect(await codeOf(mailbox.body(mailbox.current()))).toBe("outlook");
    }));
    it("tells of another message once, and no more after hearing was stopped", on(async ({ mailbox, show }) => {
      await show(enquiry);
      const heard: Item[] = [];
      const stop = mailbox.onItem(item => heard.push(item));
      await show(order);
      await show(order);
      expect(heard.map(item => item.mail?.subject)).toEqual([order]);
      stop();
      await show(enquiry);
      expect(heard).toHaveLength(1);
    }));
    it("gives the body as text and as HTML", on(async ({ mailbox, show }) => {
      await show(order);
      const { text, html } = await mailbox.body(mailbox.current());
      expect(text).toContain("purchase order 4500081733");
      expect(html).toContain("<td>3 x</td>");
    }));
    it("hands out an attachment as its bytes", on(async ({ mailbox, show }) => {
      await show(order);
      const item = mailbox.current(), [file] = item.mail!.attachments;
      expect(file).toMatchObject({ name: "PO 4500081733.pdf", contentType: "application/pdf", inline: false });
      const bytes = await mailbox.attachment(item, file!);
      expect(bytes).toHaveLength(file!.size);
      expect(String.fromCharCode(...bytes.slice(0, 8))).toBe("%PDF-1.4");
      expect(await codeOf(mailbox.attachment(item, { ...file!, id: "none such" }))).toBe("outlook");
    }));
    it("marks a message as logged, and takes the mark off again", on(async ({ mailbox, show, notices }) => {
      await show(enquiry);
      expect(await mailbox.mark(mailbox.current(), { logged: true, words: "Logged to Calder & Voss" })).toEqual([]);
      expect(await notices(enquiry)).toEqual(["Logged to Calder & Voss"]);
      await mailbox.mark(mailbox.current(), { logged: true, words: "Logged to another deal" });
      expect(await notices(enquiry)).toEqual(["Logged to another deal"]);
      await mailbox.mark(mailbox.current(), { logged: true, words: "Not this", ifWrong: true });
      expect(await notices(enquiry)).toEqual(["Logged to another deal"]);
      await mailbox.mark(mailbox.current(), { logged: false, words: "", ifWrong: true });
      expect(await notices(enquiry)).toEqual([]);
    }));
    it("puts a line above a message", on(async ({ mailbox, show, notices }) => {
      await show(enquiry);
      await mailbox.notify(mailbox.current(), "Nobody here is known yet");
      expect(await notices(enquiry)).toEqual(["Nobody here is known yet"]);
    }));
    it("opens a reply and a new message for the rep to finish", on(async ({ mailbox, show, drafts }) => {
      await show(enquiry);
      expect(await mailbox.reply(mailbox.current(), { html: "<p>Dear Imogen</p>" })).toBe("opened");
      expect(await mailbox.write({ to: ["helen.prosser@marchfield-dairies.example"], subject: "Quote", html: "<p>Attached</p>" })).toBe("opened");
      expect(await drafts()).toEqual([expect.objectContaining({ kind: "reply", html: expect.stringMatching(/^<p>(<!--cursor-->)?Dear Imogen<.p>/) }), expect.objectContaining({ kind: "new", to: ["helen.prosser@marchfield-dairies.example"], html: expect.stringMatching(/^<p>(<!--cursor-->)?Attached<.p>/) })]);
    }));
    it("refuses every call that concerns a message which is no longer shown, and does nothing", on(async ({ mailbox, show, notices, drafts }) => {
      await show(order);
      const before = mailbox.current(), [file] = before.mail!.attachments;
      await show(enquiry);
      expect(await Promise.all([mailbox.body(before), mailbox.attachment(before, file!), mailbox.mark(before, { logged: true, words: "Logged" }), mailbox.reply(before, { html: "Hello" })].map(codeOf)))
        .toEqual(["changed-item", "changed-item", "changed-item", "changed-item"]);
      expect([...await notices(enquiry), ...await notices(order), ...await drafts()]).toEqual([]);
    }));

    it("names everybody on a draft, and adds people once each", on(async ({ mailbox, write, paper }) => {
      await write({ to: [helen] });
      const item = mailbox.current();
      expect(item).toMatchObject({ surface: "compose" });
      await mailbox.draft.address(item, "to", [dev, { ...helen, address: helen.address.toUpperCase() }]);
      await mailbox.draft.address(item, "cc", [dev]);
      expect(await mailbox.draft.people(item)).toEqual({ from: { name: "Robin Sommer", address: "robin.sommer@lindenfeld.example" }, to: [helen, dev], cc: [dev], bcc: [] });
      expect((await paper()).to.map(one => one.address)).toEqual([helen.address, dev.address]);
    }));
    it("tells of a person who was added in Outlook", on(async ({ mailbox, write, addPerson }) => {
      await write();
      let heard = () => undefined as void;
      const told = new Promise<void>(resolve => { heard = resolve; });
      const stop = mailbox.onDraft(() => heard());
      await new Promise(next => setTimeout(next, 30)); // Outlook is asked to tell, and says that it will
      await addPerson(helen);
      await told;
      expect((await mailbox.draft.people(mailbox.current())).to).toEqual([helen]);
      stop();
    }));
    it("writes subject and text: at the cursor, on top, or in the place of all", on(async ({ mailbox, write, paper }) => {
      await write({ subject: "Old" });
      const item = mailbox.current();
      await mailbox.draft.setSubject(item, "Quotation");
      await mailbox.draft.replace(item, "<p>Dear Helen</p>");
      await mailbox.draft.insert(item, "<p>first</p>", "top");
      await mailbox.draft.insert(item, "<p>here</p>", "cursor");
      const { subject, html } = await paper();
      expect([subject, await mailbox.draft.subject(item)]).toEqual(["Quotation", "Quotation"]);
      expect(html.replace("<!--cursor-->", "")).toBe("<p>here</p><p>first</p><p>Dear Helen</p>");
      expect((await mailbox.body(item)).text).toContain("Dear Helen");
      expect(await codeOf(mailbox.draft.setSubject(item, "x".repeat(256)))).toBe("too-large");
    }));
    it("attaches files one after the other, lists what is truly there, and takes one away", on(async ({ mailbox, write, paper }) => {
      await write();
      const item = mailbox.current(), name = "FM-320 data sheet.pdf";
      const [one, two] = await Promise.all([mailbox.draft.attach(item, { name, base64: "JVBERi0xLjQ=" }), mailbox.draft.attach(item, { name: "价目表.txt", base64: "5Lu3" })]);
      expect([one, two]).toEqual([expect.objectContaining({ name, size: 8 }), expect.objectContaining({ name: "价目表.txt", size: 3 })]);
      expect((await mailbox.draft.attachments(item)).map(file => file.name)).toEqual([name, "价目表.txt"]);
      await mailbox.draft.detach(item, one!.id);
      expect((await paper()).files).toEqual([expect.objectContaining({ name: "价目表.txt", size: 3 })]);
      expect(await codeOf(mailbox.draft.detach(item, "none such"))).toBe("outlook");
      expect(await codeOf(mailbox.draft.attach(item, { name: "x".repeat(256), base64: "" }))).toBe("too-large");
    }));
    it("keeps words with the draft, and knows how it came to be and whether it is saved", on(async ({ mailbox, write }) => {
      await write();
      const item = mailbox.current();
      expect(await mailbox.draft.told(item, "regarding")).toBeUndefined();
      await mailbox.draft.tell(item, "regarding", "opportunity/o1");
      expect(await mailbox.draft.told(item, "regarding")).toBe("opportunity/o1");
      await mailbox.draft.tell(item, "regarding", undefined);
      expect([await mailbox.draft.told(item, "regarding"), await mailbox.draft.kind(item), await mailbox.draft.saved(item)]).toEqual([undefined, "new", false]);
    }));
    it("refuses to write on a draft that is no longer shown", on(async ({ mailbox, write, paper, show }) => {
      await write();
      const item = mailbox.current(), before = await paper();
      await show(enquiry);
      expect(await Promise.all([mailbox.draft.people(item), mailbox.draft.insert(item, "<p>x</p>", "top"), mailbox.draft.attach(item, { name: "a", base64: "" })].map(codeOf))).toEqual(["changed-item", "changed-item", "changed-item"]);
      expect(before.files).toEqual([]);
    }));
    it("tells of a meeting that one writes: when, where and with whom", on(async ({ mailbox, write }) => {
      const meeting = { start: "2026-12-01T09:00:00.000Z", end: "2026-12-01T10:00:00.000Z", location: "Shrewsbury" };
      await write({ to: [helen], subject: "Visit", meeting });
      const item = mailbox.current();
      expect(item.surface).toBe("meeting-compose");
      expect(await mailbox.meeting(item)).toEqual({ subject: "Visit", organizer: { name: "Robin Sommer", address: "robin.sommer@lindenfeld.example" }, required: [helen], optional: [], ...meeting });
    }));
    it("keeps settings with the mailbox", on(async ({ mailbox }) => {
      await mailbox.settings.set({ a: "1", b: "2" });
      await mailbox.settings.set({ a: undefined });
      expect([mailbox.settings.get("a"), mailbox.settings.get("b")]).toEqual([undefined, "2"]);
      expect(await codeOf(mailbox.settings.set({ c: "x".repeat(32_769) }))).toBe("too-large");
    }));
  });
}
