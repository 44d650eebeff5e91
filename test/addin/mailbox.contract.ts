import { describe, expect, it } from "@jest/globals";
import type { Item, Mailbox } from "../../addin/office/mailbox.ts";
import type { Problem } from "../../model/problem.ts";

/** A mailbox under test, and the hands that the test has in Outlook. */
export interface Bench {
  mailbox: Mailbox;
  /** Selects the message of this subject, or none. */
  show(subject: string | undefined): Promise<void>;
  /** What Outlook has to show for it: drafts and notices, by kind. */
  drafts(): Promise<{ kind: string; html: string; to: string[] }[]>;
  notices(subject: string): Promise<string[]>;
  close?(): Promise<void>;
}
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
      await mailbox.mark(mailbox.current(), { logged: false, words: "" });
      expect(await notices(enquiry)).toEqual([]);
    }));
    it("opens a reply and a new message for the rep to finish", on(async ({ mailbox, show, drafts }) => {
      await show(enquiry);
      await mailbox.reply(mailbox.current(), { html: "<p>Dear Imogen</p>" });
      await mailbox.write({ to: ["helen.prosser@marchfield-dairies.example"], subject: "Quote", html: "<p>Attached</p>" });
      expect(await drafts()).toEqual([expect.objectContaining({ kind: "reply", html: "<p>Dear Imogen</p>" }), expect.objectContaining({ kind: "new", to: ["helen.prosser@marchfield-dairies.example"], html: "<p>Attached</p>" })]);
    }));
    it("refuses every call that concerns a message which is no longer shown, and does nothing", on(async ({ mailbox, show, notices, drafts }) => {
      await show(order);
      const before = mailbox.current(), [file] = before.mail!.attachments;
      await show(enquiry);
      expect(await Promise.all([mailbox.body(before), mailbox.attachment(before, file!), mailbox.mark(before, { logged: true, words: "Logged" }), mailbox.reply(before, { html: "Hello" })].map(codeOf)))
        .toEqual(["changed-item", "changed-item", "changed-item", "changed-item"]);
      expect([...await notices(enquiry), ...await notices(order), ...await drafts()]).toEqual([]);
    }));
  });
}
