import { expect, it } from "@jest/globals";
import { openDemo, type Question, type Reply } from "../../addin/office/demo.ts";
import { fakeMailbox, itemOf } from "../../addin/office/fake.ts";
import { openOutlook } from "../../addin/office/outlook.ts";
import type { Mail } from "../../model/mail.ts";
import { DemoDoor } from "../outlook/door.ts";
import { noFaults } from "../outlook/faults.ts";
import { emptyPaper } from "../../addin/office/paper.ts";
import { Desk, textOf, type Message } from "../outlook/items.ts";
import { sampleMailbox } from "../outlook/messages.ts";
import { mailboxContract, type Bench } from "./mailbox.contract.ts";
import { standIn } from "./standIn.ts";

const robin = { name: "Robin Sommer", address: "robin.sommer@lindenfeld.example" };
const bySubject = (desk: Desk, subject: string | undefined) => desk.messages.find(one => one.subject === subject);
const told = () => new Promise<void>(next => setTimeout(next));
const hands = (desk: Desk): Omit<Bench, "mailbox"> => ({
  show: async subject => { desk.select(bySubject(desk, subject)); await told(); },
  write: async given => { desk.write(given ?? {}); await told(); },
  paper: async () => desk.front!,
  addPerson: async person => { desk.front!.to.push(person); desk.changed("people", desk.front); },
  drafts: async () => { await told(); return desk.drafts.map(({ kind, html, to }) => ({ kind, html, to: to.map(one => one.address) })); },
  notices: async subject => bySubject(desk, subject)!.notices.map(one => one.text),
});
const demo = async (faults = noFaults()) => {
  const desk = new Desk(sampleMailbox()), hearers: ((reply: Reply) => void)[] = [], over = <T>(thing: T) => JSON.parse(JSON.stringify(thing)) as T;
  const door = new DemoDoor(desk, { me: robin, user: "rep", language: "en-US", dark: false }, faults, reply => hearers.forEach(hear => hear(over(reply))), () => desk.front ?? desk.selected);
  desk.onChange(what => { if (what === "selection" || what === "windows") door.tellItem(); });
  const mailbox = await openDemo({ post: (question: Question) => { void door.hear(over(question)); }, hear: hear => { hearers.push(hear); } }, 200);
  return { mailbox, door, desk, ...hands(desk) };
};

mailboxContract("the demo's door", demo);

mailboxContract("Outlook's door, over a stand-in of Microsoft's library", async () => {
  const desk = new Desk(sampleMailbox()), office = standIn(desk);
  return { mailbox: await openOutlook(), ...hands(desk), close: async () => office.remove() };
});

mailboxContract("the fake", async () => {
  const desk = new Desk(sampleMailbox());
  const mailOf = (message: Message): Mail => ({ ...message, sentAt: message.sentAt.toISOString(), text: textOf(message.html) });
  const files = Object.fromEntries(desk.messages.flatMap(one => one.attachments).map(one => [one.id, Uint8Array.from(atob(one.base64), letter => letter.charCodeAt(0))]));
  const fake = fakeMailbox({ me: robin, files });
  const marked = (subject: string) => fake.deeds.filter(one => one.did === "mark").filter(one => one.id === bySubject(desk, subject)!.internetMessageId).at(-1);
  return {
    mailbox: fake,
    show: async subject => { const message = bySubject(desk, subject); fake.show(message && mailOf(message)); },
    write: async (given = {}) => fake.show(emptyPaper({ from: robin, ...given })),
    paper: async () => fake.paper!,
    addPerson: async person => fake.retype({ to: [person] }),
    drafts: async () => fake.deeds.flatMap(one => one.did === "reply" ? [{ kind: "reply", html: one.html, to: [] }] : one.did === "write" ? [{ kind: "new", html: one.html, to: one.to }] : []),
    notices: async subject => { const last = marked(subject), said = fake.deeds.filter(one => one.did === "notify").at(-1); return last?.logged ? [last.words] : said ? [said.words] : []; },
  };
});

it("tells the pane of the demo who is signed in, and of a new look", async () => {
  const { mailbox, door } = await demo();
  const heard: boolean[] = [];
  mailbox.onLook(({ dark }) => heard.push(dark));
  door.paint(true);
  expect([mailbox.user, mailbox.look().dark, heard]).toEqual(["rep", true, [true]]);
});
it("gives up on a demo page that does not answer", async () => {
  await expect(openDemo({ post: () => undefined, hear: () => undefined }, 20)).rejects.toMatchObject({ code: "outlook" });
  const faults = noFaults(), { mailbox, show } = await demo(faults);
  await show("PO 4500081733 – pressure transmitters");
  faults.silent.push("body");
  await expect(mailbox.body(mailbox.current())).rejects.toMatchObject({ code: "outlook" });
});
it("asks the demo page nothing on behalf of a message that is no longer shown", async () => {
  const { mailbox, door, show } = await demo();
  await show("PO 4500081733 – pressure transmitters");
  const before = mailbox.current(), asked: string[] = [], hear = door.hear.bind(door);
  door.hear = question => { asked.push(question.name); return hear(question); };
  await show("Discount for Kestrel Bay?");
  await expect(mailbox.mark(before, { logged: true, words: "Logged" })).rejects.toMatchObject({ code: "changed-item" });
  expect(asked).toEqual([]);
});
it("is refused by the demo page when the pane was not told of another message", async () => {
  const faults = noFaults(), { mailbox, desk, show } = await demo(faults);
  await show("PO 4500081733 – pressure transmitters");
  faults.itemChanged = "missing";
  await show("Discount for Kestrel Bay?");
  expect(mailbox.current().mail!.subject).toBe("PO 4500081733 – pressure transmitters");
  await expect(mailbox.mark(mailbox.current(), { logged: true, words: "Logged" })).rejects.toMatchObject({ code: "changed-item" });
  expect(desk.messages.flatMap(one => one.notices)).toEqual([]);
});
it("does not look for a demo's mailbox outside of a frame", async () => {
  await expect(openDemo()).rejects.toMatchObject({ code: "outlook" });
});
it("knows an item by its message", () => { expect(itemOf(undefined)).toEqual({ key: "", surface: "none" }); });
