import type { Brief, Known, KnownPerson } from "../../model/known.ts";
import type { Attachment, Mail, Person } from "../../model/mail.ts";
import { Problem, type ProblemCode } from "../../model/problem.ts";

/** Who is at work in the gallery, whom she writes with, and what the service knows of them: invented people and firms. */
export const ana = { id: "ana", name: "Ana Ruiz", email: "ana@ourfirm.example", role: "rep" as const, team: "east" };
export const noPreferences = { pinned: [], recent: [], chosen: {}, stopped: [] };
const me: Person = { name: ana.name, address: ana.email };
const file = (id: string, name: string, size: number): Attachment => ({ id, name, size, contentType: "application/pdf", inline: false });

const mail = (from: Person, subject: string, text: string, more: Partial<Mail> = {}): Mail => ({ internetMessageId: `<${subject}>`, conversationId: `c ${subject}`, subject, from, to: [me], cc: [], sentAt: "2026-11-24T08:00:00Z", text, attachments: [], ...more });
export const stranger = mail({ name: "Jamie Fenwick", address: "jamie@northgate.example" }, "Sit-stand desks for the new Boston office", "Hello Ana,\n\nwe move 120 people in February and want samples of two models by 4 December. Ergonova offered us theirs.\n\nBest regards,\nJamie Fenwick\nHead of Facilities\nNorthgate Analytics\nT +1 617 555 0142\njamie@northgate.example");
export const customer = mail({ name: "Li Wei", address: "li.wei@hanfeng.example" }, "Re: brake pads", "Dear Ana,\n\nplease send the revised terms.\n\nLi Wei");
export const withFiles = { ...customer, internetMessageId: "<files>", attachments: [file("a1", "Drawing 2200-4 with tolerances, revision C.pdf", 2_400_000), file("a2", "terms.docx", 48_000)] };
export const crowd = mail(customer.from, "Kick-off of the trial batch", "See you all on Monday.", { to: [me, { name: "Priya Shah", address: "priya@northgate.example" }, { name: "Wolfeschlegelsteinhausenbergerdorff Maximiliane", address: "maximiliane.wolfeschlegelsteinhausenbergerdorff@very-long-department.subsidiary.example" }], cc: [{ name: "Ben Okafor", address: "ben@ourfirm.example" }, { name: "", address: "quality@hanfeng.example" }, { name: "سارة الأحمد", address: "sara@noor.example" }, { name: "Tomás Llorente", address: "tomas@vega.example" }, { name: "Émile Noël", address: "emile@noel.example" }] });
export const viaForm = mail({ name: "Website", address: "forms@ourfirm-web.example" }, "New enquiry", "Name: Mara Lind\nE-mail: mara.lind@fjord.example\nCompany: Fjord Windows\nMessage: Do you deliver to Norway?");

const brief = (type: string, id: string, title: string, more: Partial<Brief> = {}): Brief => ({ type, id, version: 1, title, status: "open", ...more });
export const deal = brief("opportunity", "brakes", "Brake pads 2027", { value: 480_000, stage: "propose", probability: 60, closeDate: "2027-01-14", nextStep: true });
export const idle = brief("opportunity", "filters", "Filter kits for the whole service network, first year with option on two more", { value: 62_000.5, stage: "qualify", nextStep: false, closeDate: "2026-11-01" });
export const contact = brief("contact", "liwei", "Li Wei 李伟", { status: "active", jobTitle: "Purchasing", company: "Hanfeng Motor", owner: "ana", ownerName: "Ana Ruiz", phone: "+86 21 5550 1188" });
export const account = brief("account", "hanfeng", "Hanfeng Motor", { status: "active", about: "Shanghai" });
const task = brief("activity", "t2", "Call Li Wei about the trial batch", { kind: "task", when: "2026-11-28" });

export const person = (of: Mail, more: Partial<KnownPerson> = {}): KnownPerson => ({ ...of.from, as: "from", is: "new", matches: [], accounts: [], deals: [], activities: [], ...more });
const liWei = person(customer, { is: "known", matches: [contact], account, accounts: [account], deals: [deal, idle], activities: [task, brief("activity", "e1", "Re: brake pads", { kind: "email", status: "completed", when: "2026-11-21T10:12:00Z" })], last: { id: "e1", kind: "email", when: "2026-11-21T10:12:00Z", direction: "outgoing", by: "ana", byName: "Ana Ruiz" }, said: { id: "e0", when: "2026-11-19T07:00:00Z", text: "We would like to see the revised terms before Friday, since the board meets then." } });
export const known = (people: KnownPerson[] = [liWei], more: Partial<Known> = {}): Known => ({ people, logged: [], suggested: [{ record: deal, why: "deal" }, { record: contact, why: "person" }], ...more });
export const unknown = (of: Mail = stranger, more: Partial<Known> = {}): Known => known([person(of)], { suggested: [], ...more });
export const twins = known([person(customer, { is: "known", matches: [contact, brief("contact", "liwei2", "Li Wei", { status: "active", jobTitle: "Quality", company: "Hanfeng Parts" }), brief("lead", "mei", "Li Wei", { company: "Hanfeng" })], account, accounts: [account, brief("account", "hanfeng2", "Hanfeng Parts (Suzhou) Co., Ltd.", { status: "active", about: "Suzhou" })] })]);
export const loggedBy = (by: string, byName: string, on: Brief[] = [deal], more: Partial<Known> = {}) => known([liWei], { activity: { id: "e9", version: 1 }, logged: on.map(one => ({ on: one, by, byName, at: "2026-11-24T09:12:00Z" })), ...more });
export const everybody = known([liWei, ...crowd.to.slice(1).map(one => person({ from: one } as Mail, { as: "to", is: one.name === "Priya Shah" ? "known" : "new", matches: one.name === "Priya Shah" ? [brief("contact", "priya", "Priya Shah", { status: "active", jobTitle: "Operations director", company: "Northgate" })] : [] })), ...crowd.cc.map(one => person({ from: one } as Mail, { as: "cc", is: one.name === "Ben Okafor" ? "colleague" : "new" }))]);

/** An answer that does not come. */
export const never = () => new Promise<never>(() => undefined);
/** An answer that is a problem. */
export const fails = (code: ProblemCode, more: object = {}) => async () => { throw new Problem(code, more); };
