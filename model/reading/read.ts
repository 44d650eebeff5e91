import { readPhones, readSites } from "./contacts.ts";
import { type Desk, put, replyText, senderWords, words } from "./desk.ts";
import { hasLead, readForm } from "./form.ts";
import { type Headers, personOf } from "./history.ts";
import { readWork } from "./job.ts";
import { firstLabelOf, kindOf, labelsItself } from "./kind.ts";
import { textOfHtml } from "./markup.ts";
import { ownLines } from "./own.ts";
import { keyOf, keysOf, layOut, type Line, part, work } from "./page.ts";
import { isRole, type Name, splitName } from "./person.ts";
import type { Numbers } from "./phones.ts";
import type { LeadField, MailKind, ReadableMail, Reading } from "./reading.ts";
import { partSignature } from "./signature.ts";
import { domainOf, isFree } from "./sites.ts";
import { topicOf } from "./topic.ts";
import { readWebform } from "./webform.ts";
import { placeCells, readPlace, regionsOf } from "./where.ts";
import { readWho } from "./who.ts";

/** Reads a lead out of a message, each value with the words that it was read from; its telephone numbers only with `numbers`. Nothing is run, fetched or kept. */
export function readMail(mail: ReadableMail, numbers?: Numbers): Reading {
  const steps = readInSteps(mail, numbers);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same, with rests in which whoever reads may let others go first. */
export function* readInSteps(mail: ReadableMail, numbers?: Numbers): Generator<void, Reading> {
  const bounded = { ...mail, subject: mail.subject.slice(0, 2000), from: { name: mail.from.name.slice(0, 300), address: mail.from.address.slice(0, 320) } };
  const before = work.steps;
  const text = mail.text.trim() ? mail.text : mail.html ? textOfHtml(mail.html) : "";
  const page = layOut(text);
  const desk: Desk = { page, reading: { kind: "direct", phones: [], text, steps: 0 }, mail: bounded, numbers, sender: "sender" };
  yield;
  yield* readLines(desk, 0, 0);
  desk.reading.steps = work.steps - before;
  return desk.reading;
}

const personal: LeadField[] = ["firstName", "lastName", "company", "jobTitle", "website", "address", "city", "postalCode", "country", "reply"];

function* readLines(desk: Desk, start: number, depth: number): Generator<void, void> {
  const { page, mail, reading } = desk;
  const own = ownLines(page.lines, start);
  yield;
  const topic = topicOf(mail.subject);
  const headers = own.boundary?.headers;
  if (depth < 5 && (depth === 0 || isOurs(mail) || !own.lines.some(line => line.text)) && headers?.from && isForward(own.lines, own.boundary!.forward, topic.prefixes[0], mail)) {
    yield* followForward(desk, headers, depth);
    reading.kind = "forward";
    return;
  }
  const region = regionsOf(mail, own.lines)[0] ?? "US";
  const role = isRole(mail.from.name, mail.from.address);
  const header = role ? undefined : splitName(mail.from.name, mail.from.address, region);
  const form = readForm(own.lines);
  yield;
  const labelled = hasLead(form) && labelsItself(own.lines, form);
  const kind = kindOf({ mail, topic, own: own.lines, below: own.smallPrint, form, labelled, personal: header !== undefined && believable(header, mail.from.address) || signsAs(own.lines, mail, region), history: own.boundary !== undefined || page.lines.slice(start, start + 2000).some(line => line.depth > 0 && line.text) });
  reading.kind = kind;
  yield;
  if (topic.text && !reading.topic) reading.topic = { value: topic.text, words: { source: "subject", from: topic.from, to: topic.to }, confidence: 0.95 };
  if (kind === "notification" && mail.from.address && !/no-?reply/i.test(mail.from.address)) reading.email = { value: mail.from.address.toLowerCase(), words: senderWords(desk, "address"), confidence: 0.3 };
  if (kind === "bounce" || kind === "newsletter" || kind === "notification") { for (const field of personal) delete reading[field]; reading.phones = []; return; }
  if (kind === "webform") return readWebform(desk, form, own.lines);
  if (!header && labelled) {
    readWebform(desk, form, own.lines);
    const first = firstLabelOf(form), said = partSignature(own.lines.filter(line => line.to < first), undefined, region).reply;
    if (said.length) put(desk, "reply", replyText(page, said), said[0]!.from, said.at(-1)!.to, 0.8);
    return;
  }
  yield* readLetter(desk, own.lines, own.smallPrint, header, kind, region);
}

const isOurs = ({ from, receivedFor }: ReadableMail): boolean => receivedFor !== undefined && from.address !== "" && !isFree(domainOf(from.address)) && (from.address.toLowerCase() === receivedFor.address.toLowerCase() || domainOf(from.address) === domainOf(receivedFor.address) && !/no-?reply|web|form/i.test(from.address));

/** Whether whoever signs is whose address it is, whatever the display name says. */
function signsAs(own: Line[], mail: ReadableMail, region: string): boolean {
  const login = keyOf(mail.from.address.split("@")[0] ?? "");
  const { signature } = partSignature(own, undefined, region);
  return signature.slice(0, 4).some(line => { const keys = keysOf(line.text); return keys.length > 1 && keys.length < 5 && keys.some(key => key.length > 2 && login.includes(key)) && splitName(line.text.replace(/[,.!]$/, ""), mail.from.address, region)?.last !== undefined; });
}

/** A display name of a machine under somebody's login is no person. */
const believable = (name: Name, address: string): boolean => !/crawler|robot|\bbot\b|daemon|monitor|scheduler/i.test(`${name.first} ${name.last} ${address}`);

function isForward(own: Line[], marked: boolean, prefix: string | undefined, mail: ReadableMail): boolean {
  if (prefix === "reply") return false;
  return marked || prefix === "forward" || !own.some(line => line.text) && prefix === undefined && !mail.subject;
}

function followForward(desk: Desk, headers: Headers, depth: number): Generator<void, void> {
  const { page, mail, reading } = desk;
  const { name, address, fromAt, toAt } = headers.from!;
  const subject = headers.subject ? page.text.slice(headers.subject.from, headers.subject.to) : mail.subject;
  const topic = topicOf(subject);
  if (topic.text) reading.topic = headers.subject
    ? { value: topic.text, words: words(page, headers.subject.from + topic.from, headers.subject.from + topic.to), confidence: 0.9 }
    : { value: topic.text, words: { source: "subject", from: topic.from, to: topic.to }, confidence: 0.7 };
  const written = personOf(page.text.slice(fromAt, toAt));
  desk.mail = { ...mail, from: { name: written.name || name, address: written.address || address }, subject };
  desk.sender = "text";
  desk.senderAt = { from: fromAt, to: toAt };
  return readLines(desk, headers.next, depth + 1);
}

function* readLetter(desk: Desk, lines: Line[], smallPrint: Line[], header: Name | undefined, kind: MailKind, region: string): Generator<void, void> {
  const { page, mail, reading } = desk;
  const signed = partSignature(lines, header, region);
  yield;
  if (kind !== "autoreply" && signed.reply.length) put(desk, "reply", replyText(page, signed.reply), signed.reply[0]!.from, signed.reply.at(-1)!.to, signed.signature.length ? 0.9 : 0.7);
  if (mail.from.address) reading.email = { value: mail.from.address.toLowerCase(), words: senderWords(desk, "address"), confidence: 0.95 };
  const domain = domainOf(mail.from.address), domainKnown = domain && !isFree(domain) ? domain : "";
  const signature = unboxed(signed.signature);
  readWho(desk, signature, signed.reply, header, region);
  yield;
  readWork(desk, signature, signed.reply, smallPrint, domainKnown, header);
  yield;
  const cells = signature.flatMap(line => /[|•·]/.test(line.text) || line.indent >= 0 ? placeCells(line) : [line]);
  readPlace(desk, cells, region);
  yield;
  readPhones(desk, signature, signed.reply, kind);
  readSites(desk, signature, signed.reply, domainKnown);
}

const unboxed = (lines: Line[]): Line[] => lines.map(line => /^[|+│]/.test(line.text) ? part(line, 1, line.text.length - (/[|+│]$/.test(line.text) ? 1 : 0)) : line).filter(line => line.text);
