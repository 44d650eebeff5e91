import type { Attachment, Person } from "../../model/mail.ts";
import { Problem } from "../../model/problem.ts";
import { callOffice, fetchFromOffice } from "./call.ts";
import { limits, mayJoin, within } from "./limits.ts";
import type { Drafting, Item, Meeting, NewFile, Settings, Told } from "./mailbox.ts";
import { plainOf } from "./text.ts";

/** A message or a meeting that is being written, as Outlook has it. Needs no document, so that the send event's bare runtime can use it too. */
export type Written = Office.MessageCompose & Office.AppointmentCompose;
/** Does something to the item that is shown, if it still is. */
export type At<Shown> = <T>(item: Item, work: (shown: Shown) => Promise<T>) => Promise<T>;

export const has = (version: string): boolean => Office.context.requirements.isSetSupported("Mailbox", version);
export const personOf = ({ displayName = "", emailAddress = "" }: Partial<Office.EmailAddressDetails>): Person => ({ name: displayName === emailAddress ? "" : displayName, address: emailAddress });
const isMeeting = (shown: { itemType: unknown }) => String(shown.itemType) === "appointment";

/** Outlook's side of writing. */
export function openDraft(at: At<Written>): Drafting {
  return {
    people: item => at(item, peopleOf),
    address: (item, as, people) => at(item, async shown => {
      const there = await listOf(fieldOf(shown, as)), known = new Set(there.map(one => one.address.toLowerCase()));
      const fresh = people.filter(({ address }) => !known.has(address.toLowerCase()) && known.add(address.toLowerCase()));
      for (let from = 0; from < fresh.length; from += limits.recipients)
        await callOffice<void>("adding people", done => fieldOf(shown, as)!.addAsync(fresh.slice(from, from + limits.recipients).map(({ name, address }) => ({ displayName: name || address, emailAddress: address })), done));
    }),
    subject: item => at(item, shown => callOffice<string>("subject", done => shown.subject.getAsync(done))),
    setSubject: (item, words) => at(item, shown => { within("subject", words.length); return callOffice<void>("setting the subject", done => shown.subject.setAsync(words, done)); }),
    insert: (item, html, where) => at(item, async shown => {
      within("body", html.length);
      const { data, coercionType } = await fitted(shown, html);
      if (where === "top") return callOffice<void>("writing on top", done => shown.body.prependAsync(data, { coercionType }, done));
      await callOffice<void>("writing", done => shown.body.setSelectedDataAsync(data, { coercionType }, done));
    }),
    replace: (item, html) => at(item, async shown => {
      within("body", html.length);
      const { data, coercionType } = await fitted(shown, html);
      await callOffice<void>("writing", done => shown.body.setAsync(data, { coercionType }, done));
    }),
    attachments: item => at(item, filesOf),
    attach: (item, file) => at(item, shown => attach(shown, file)),
    detach: (item, id) => at(item, shown => callOffice<void>("removing a file", done => shown.removeAttachmentAsync(id, done))),
    kind: item => at(item, async shown => {
      if (!has("1.10") || isMeeting(shown)) return undefined;
      const { composeType } = await callOffice<{ composeType: string }>("kind of draft", done => shown.getComposeTypeAsync(done));
      return ({ newMail: "new", reply: "reply", forward: "forward" } as const)[composeType];
    }),
    saved: item => at(item, async shown => has("1.8") && await callOffice<string>("draft's id", done => shown.getItemIdAsync(done)).then(Boolean, () => false)),
    tell: (item, what, words) => at(item, shown => tell(shown, what, words)),
    told: (item, what) => at(item, shown => told(shown, what)),
  };
}

/** A meeting, written or read: what is asked for in the one is simply there in the other. */
export async function meetingOf(shown: Office.AppointmentRead | Written): Promise<Meeting> {
  if (typeof shown.subject === "string") {
    const { subject, organizer, from, requiredAttendees, optionalAttendees, to, cc, start, end, location } = shown as Office.AppointmentRead & Office.MessageRead; // an invitation is a message
    return { subject, organizer: personOf(organizer ?? from ?? {}), required: (requiredAttendees ?? to ?? []).map(personOf), optional: (optionalAttendees ?? cc ?? []).map(personOf), start: start.toISOString(), end: end.toISOString(), location: location ?? "" };
  }
  const written = shown as Written;
  const [{ from, to, cc }, subject, start, end, location] = await Promise.all([
    peopleOf(written), callOffice<string>("subject", done => written.subject.getAsync(done)),
    callOffice<Date>("start", done => written.start.getAsync(done)), callOffice<Date>("end", done => written.end.getAsync(done)), callOffice<string>("location", done => written.location.getAsync(done)),
  ]);
  return { subject, organizer: from, required: to, optional: cc, start: new Date(start).toISOString(), end: new Date(end).toISOString(), location: location ?? "" };
}

/** Tells of every change that this Outlook has an event for; resolves to whether it has one for people at all. */
export async function hearWritten(shown: Written, changed: () => void): Promise<boolean> {
  if (!has("1.7")) return false;
  const { RecipientsChanged, AttachmentsChanged, AppointmentTimeChanged, EnhancedLocationsChanged } = Office.EventType;
  const events = [RecipientsChanged, ...has("1.8") ? [AttachmentsChanged] : [], ...isMeeting(shown) ? [AppointmentTimeChanged, ...has("1.8") ? [EnhancedLocationsChanged] : []] : []];
  const heard = await Promise.all(events.map(event => callOffice<void>(`hearing ${event}`, done => shown.addHandlerAsync(event, changed, done)).then(() => true, () => false)));
  return heard[0]!;
}

/** Kept with the mailbox; what cannot be kept is tried once more, then rejected. */
export function openSettings(): Settings {
  const kept = Office.context.roamingSettings;
  return {
    get: name => { const value: unknown = kept.get(name); return typeof value === "string" ? value : undefined; },
    async set(values) {
      within("settings", JSON.stringify(values).length);
      for (const name in values) { const value = values[name]; if (value === undefined) kept.remove(name); else kept.set(name, value); }
      const save = () => callOffice<void>("saving settings", done => kept.saveAsync(done));
      await save().catch(save);
    },
  };
}

const fieldOf = (shown: Written, as: "to" | "cc" | "bcc"): Office.Recipients | undefined => isMeeting(shown) ? { to: shown.requiredAttendees, cc: shown.optionalAttendees, bcc: undefined }[as] : shown[as];
const listOf = async (field: Office.Recipients | undefined): Promise<Person[]> => field ? (await callOffice<Office.EmailAddressDetails[]>("people", done => field.getAsync(done))).map(personOf) : [];

async function peopleOf(shown: Written) {
  const sender = isMeeting(shown) ? shown.organizer : shown.from;
  const { displayName, emailAddress } = Office.context.mailbox.userProfile, me = { name: displayName, address: emailAddress };
  const from = has("1.7") && sender ? await callOffice<Office.EmailAddressDetails>("sender", done => sender.getAsync(done)).then(personOf, () => me) : me;
  const [to, cc, bcc] = await Promise.all((["to", "cc", "bcc"] as const).map(as => listOf(fieldOf(shown, as))));
  return { from, to: to!, cc: cc!, bcc: bcc! };
}

async function fitted(shown: Written, html: string): Promise<{ data: string; coercionType: Office.CoercionType }> {
  const type = await callOffice<string>("kind of body", done => shown.body.getTypeAsync(done)).catch(() => "html");
  return String(type) === "text" ? { data: plainOf(html), coercionType: Office.CoercionType.Text } : { data: html, coercionType: Office.CoercionType.Html };
}

const filesOf = async (shown: Written): Promise<Attachment[]> => !has("1.8") ? [] : (await callOffice<Office.AttachmentDetailsCompose[]>("files", done => shown.getAttachmentsAsync(done)))
  .map(({ id, name, size, isInline, attachmentType }) => ({ id, name, size, contentType: String(attachmentType), inline: isInline }));

/** How often to look whether a file is there while Outlook has not said so, in ms. */
const look = 3_000;

/** Known of Outlook: a callback that never comes though the file is there, and one that says it is there when it is not. So the list of files has the last word, and is looked at meanwhile. */
async function attach(shown: Written, file: NewFile): Promise<Attachment> {
  if (!has("1.8")) throw new Problem("outlook", { detail: "This Outlook lets add-ins attach nothing" });
  const before = await filesOf(shown);
  mayJoin(before, file);
  const named = (files: Attachment[]) => files.filter(one => one.name === file.name), had = named(before).length; // counted, since each list may give them other ids
  const find = async () => { const now = named(await filesOf(shown)); return now.length > had ? now.at(-1) : undefined; };
  let done = () => undefined as void;
  const timer = setInterval(() => { find().then(made => { if (made) done(); }, () => undefined); }, look);
  const failure = await fetchFromOffice<string>("attaching", answered => {
    done = () => answered({ status: "succeeded", value: "" });
    shown.addFileAttachmentFromBase64Async(file.base64, file.name, { isInline: false }, answered);
  }).then(() => undefined, (error: unknown) => error).finally(() => clearInterval(timer));
  const made = await find();
  if (made) return made;
  throw failure ?? new Problem("outlook", { detail: `Outlook said that ${file.name} is attached, but it is not` });
}

const property = (what: Told) => `dealwright.${what}`;

/** A meeting keeps its name when it has been sent, since it is sent again whenever it changes. */
const lasting = (shown: Written, what: Told) => what === "draft" && isMeeting(shown);

/** Session data where there is any (it goes with the draft and is gone when it is sent), else a custom property. The first save on a fresh draft is known to fail. */
async function tell(shown: Written, what: Told, words: string | undefined): Promise<void> {
  if (has("1.11") && !lasting(shown, what)) {
    within("session data", words?.length ?? 0);
    const once = () => callOffice<void>(`keeping ${what}`, done => words === undefined ? shown.sessionData.removeAsync(property(what), done) : shown.sessionData.setAsync(property(what), words, done));
    return words === undefined ? once().catch(() => undefined) : once().catch(once);
  }
  const once = async () => {
    const kept = await propertiesOf(shown);
    if (words === undefined) kept.remove(property(what)); else kept.set(property(what), words);
    within("custom properties", words?.length ?? 0);
    await callOffice<void>(`keeping ${what}`, done => kept.saveAsync(done));
  };
  await once().catch((error: unknown) => { if (error instanceof Problem && error.code === "too-large") throw error; return once(); });
}

async function told(shown: Written, what: Told): Promise<string | undefined> {
  const value: unknown = has("1.11") && !lasting(shown, what) ? await callOffice<string>(`what was kept of ${what}`, done => shown.sessionData.getAsync(property(what), done)).catch(() => undefined) : (await propertiesOf(shown)).get(property(what));
  return typeof value === "string" && value ? value : undefined;
}
const propertiesOf = (shown: Written) => callOffice<Office.CustomProperties>("custom properties", done => shown.loadCustomPropertiesAsync(done));

