import { fold } from "../model/fold.ts";
import type { Field } from "../model/field.ts";
import { reachOf } from "../model/may.ts";
import { Problem } from "../model/problem.ts";
import { pathOf, splitPath, type AnyRecord } from "../model/record.ts";
import { nameOf } from "../model/records/person.ts";
import { recordType, records } from "../model/records.ts";
import { duplicateRules } from "./duplicates.ts";
import { doneOnce, type Once } from "./history.ts";
import { rowOf, seen } from "./row.ts";
import { sight } from "./sight.ts";
import { anyOf, gone, signsOf, tells, type Signs } from "./signs.ts";
import { rewriteForGood } from "./store/rewrite.ts";
import { all, type Row, type Store } from "./store/store.ts";
import { insisting } from "./insisting.ts";
import { work, type Who } from "./work.ts";

/** Who is meant: the contacts and leads under the same addresses, what they are recognised by elsewhere, and the deals and papers that refer to them. */
interface Person { paths: string[]; ids: ReadonlySet<string>; pathed: RegExp; addresses: string[]; signs: Signs; beside: ReadonlySet<string> }
const types = ["contact", "lead"], deals = ["opportunity", "quote", "order", "invoice"];

async function personOf(store: Store, who: Who, act: "export" | "erase", type: string, id: string): Promise<Person> {
  if (!types.includes(type) || reachOf(who, act, recordType(type)!) === "none") throw new Problem("forbidden");
  const mine = sight(store, who, act), row = await mine.get(type, id);
  if (!row) throw new Problem("not-found");
  const now = addressesOf(row.data), same = now.length ? (await mine.find(types, { where: { mail: now }, take: all })).rows : [];
  const rows = [row, ...same.filter(one => one.id !== row.id)], paths = rows.map(one => pathOf(one.type, one.id));
  const addresses = [...now, ...await earlier(store, rows, now)], names = [...new Set(rows.flatMap(one => namesOf(one.data)).filter(tells))], signs = signsOf(addresses, names);
  const person = { paths, ids: new Set([...paths, ...rows.map(one => one.id)]), pathed: anyOf(paths, "(?<![\\w-])", "(?![\\w-])"), addresses, signs, beside: new Set<string>() };
  if (signs.vague) for (const one of (await store.find(deals, { take: all })).rows) if (linked(person, one.data)) person.beside.add(pathOf(one.type, one.id));
  return person;
}
/** A name as it may stand in a text: with the middle name or without, and as lists sort it. */
const namesOf = ({ firstName, middleName, lastName }: { firstName?: string; middleName?: string; lastName?: string }): string[] =>
  [nameOf({ firstName, middleName, lastName }), nameOf({ firstName, lastName }), ...firstName && lastName ? [`${lastName}, ${firstName}`] : []];

/** The other addresses that these records have or ever had, unless they are somebody else's by now. */
async function earlier(store: Store, rows: readonly Row[], now: readonly string[]): Promise<string[]> {
  const paths = rows.map(row => pathOf(row.type, row.id)), events = (await store.find("event", { where: { on: paths.map(path => path.toLowerCase()) }, take: all })).rows;
  const had = [...new Set([...rows.map(row => row.data), ...events.flatMap(({ data }) => [data.before, data.after])].flatMap(addressesOf))].filter(one => !now.includes(one));
  const others = had.length ? (await store.find(types, { where: { mail: had }, take: all })).rows.filter(row => !paths.includes(pathOf(row.type, row.id))) : [];
  return had.filter(one => !others.some(row => addressesOf(row.data).includes(one)));
}
const addressesOf = (data: unknown): string[] => ["email", "email2", "email3"].flatMap(name => { const value = (data as Row["data"] | null)?.[name]; return value ? [String(value).toLowerCase()] : []; });

/** All that the caller may export about a person: their own records, and every record that names them or refers to them. */
export async function exportPerson(store: Store, who: Who, type: string, id: string): Promise<{ person: string[]; records: object[] }> {
  const person = await personOf(store, who, "export", type, id), mine = sight(store, who, "export"), found: object[] = [];
  for (const name of Object.keys(records)) for (const row of (await mine.find(name, { take: all })).rows) if (concerns(row, person)) found.push({ type: row.type, ...seen(row) });
  return { person: person.paths, records: found };
}

/** Takes a person out of the records: of their own only what says nothing of them stays, so that deals and papers keep what they refer to; elsewhere, in the history too, their names, addresses and what they wrote. It cannot be undone, and says who did it and when; the receipt is kept behind it, for what was done by half is done again. */
export async function erasePerson(store: Store, who: Who, type: string, id: string, once?: Once): Promise<Erased> {
  const { note } = await doneOnce(store, once, async () => work(store, who, [], { once, note: await erase(store, who, type, id) }));
  return note as Erased;
}
interface Erased { erased: string[]; changed: number }

async function erase(store: Store, who: Who, type: string, id: string): Promise<Erased> {
  const person = await personOf(store, who, "erase", type, id), rules = await duplicateRules(store);
  await insisting(() => work(store, who, person.paths.map(path => ({ do: "update", type: splitPath(path)[0], id: splitPath(path)[1], values: { doNotEmail: true, doNotPhone: true } })), { inside: true }));
  const changed = await rewriteForGood(store, [...Object.keys(records), "event", "receipt", "outgoing", "run", "job", "document"], async row => {
    if (!concerns(row, person) || row.type === "user") return row;
    const type = recordType(row.type), near = linked(person, row.data);
    if (type) return rowOf(type, without(person, pathOf(row.type, row.id), type, row.data, near), row.version, rules);
    const data = (row.type === "event" ? ofEvent(person, row.data, near) : row.type === "receipt" ? ofReceipt(person, row.data, near) : masked(person, row.data, near)) as Row["data"];
    return { ...row, data, keys: masked(person, row.keys, near) as Row["keys"], text: row.type === "document" ? fold(String(data.text)) : row.text };
  });
  await store.forget();
  return { erased: person.paths, changed };
}

/** What a record was before and after a change. */
function ofEvent(person: Person, { on, before, after, ...data }: Row["data"], near: boolean): Row["data"] {
  const type = recordType(splitPath(String(on))[0]), left = (was: unknown) => was && type ? without(person, String(on), type, was as Row["data"], near) : was;
  return { ...masked(person, data, near) as Row["data"], on, before: left(before), after: left(after) };
}
/** The rows that a request was answered with, kept for those who ask again. */
function ofReceipt(person: Person, { done, ...data }: Row["data"], near: boolean): Row["data"] {
  const { rows = [], ...told } = done as { rows?: Row[] };
  return { ...masked(person, data, near) as Row["data"], done: { ...masked(person, told, near) as object, rows: rows.map(row => { const type = recordType(row.type); return type ? rowOf(type, without(person, pathOf(row.type, row.id), type, row.data, near), row.version) : row; }) } };
}

/** Whether anything in a row names a person or refers to one of their records. */
const concerns = (row: Row, person: Person): boolean =>
  person.paths.includes(pathOf(row.type, row.id)) || linked(person, row.data) || textsIn(row.data).some(text => person.signs.out(text, false) !== text || text.search(person.pathed) >= 0);

/** Whether something refers to the person, has their address, or stands beside a deal or paper of theirs. */
const linked = ({ ids, signs, beside }: Person, value: unknown): boolean => textsIn(value).some(text => ids.has(text) || beside.has(text) || signs.addressed(text));

const textsIn = (value: unknown): string[] => typeof value === "string" ? [value] : value && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];

/** A record without the person: their own keeps what is no words of or about them; what they wrote, and what stands beside them alone, loses its text and files. */
function without(person: Person, path: string, type: AnyRecord, data: Row["data"], near: boolean): Row["data"] {
  const own = person.paths.includes(path), kept = own || isTheirs(person, type, data) ? Object.fromEntries(Object.entries(data).flatMap(([name, value]) => {
    const field = (type.fields as Record<string, Field>)[name], put = field && left(name, field, value, own);
    return put === undefined && field ? [] : [[name, field ? put : value]];
  })) : data;
  return masked(person, kept, near || own) as Row["data"];
}
/** What is left of one field of what is the person's: of their own record nothing that tells of them, of other records no words. */
function left(name: string, { kind, required }: Field, value: unknown, own: boolean): unknown {
  if (required) return !own && name === "verb" || !personal.includes(kind) ? name === "session" ? { ...value as object, answers: [], results: [], taken: undefined } : value : gone;
  return own && (personal.includes(kind) || kind === "choice") || ["prose", "lines"].includes(kind) && name !== "parties" || spoken.includes(name) ? undefined : value;
}
const personal = ["text", "prose", "email", "phone", "link", "date", "lines"];
/** What a dialog has said. */
const spoken = ["summary", "ending"];

/** Whether the person wrote it, or it stands beside nobody and nothing else; of a connection, which is kept as a pair, either end. */
function isTheirs({ paths, addresses }: Person, type: AnyRecord, data: Row["data"]): boolean {
  const beside = (type.beside ?? []).flatMap(name => data[name] as string | string[] | undefined ?? []);
  return beside.length > 0 && beside.every(one => paths.includes(one)) || type.name === "connection" && paths.includes(String(data.to))
    || ((data.parties ?? []) as { address?: string; record?: string; role?: string }[]).some(one => one.role === "from" && (addresses.includes(one.address?.toLowerCase() ?? "") || paths.includes(one.record ?? "")));
}

/** Every text with names and addresses taken out. */
function masked(person: Person, value: unknown, near: boolean): unknown {
  if (typeof value === "string") return person.signs.out(value, near);
  if (Array.isArray(value)) return value.map(one => masked(person, one, near));
  return value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, masked(person, one, near)])) : value;
}
