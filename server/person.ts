import { fold } from "../model/fold.ts";
import type { Field } from "../model/field.ts";
import { reachOf } from "../model/may.ts";
import { Problem } from "../model/problem.ts";
import { pathOf, splitPath, type AnyRecord } from "../model/record.ts";
import { nameOf } from "../model/records/person.ts";
import { recordType, records } from "../model/records.ts";
import { duplicateRules } from "./duplicates.ts";
import { rowOf, seen } from "./row.ts";
import { sight } from "./sight.ts";
import { forgetPast, rewrite } from "./store/rewrite.ts";
import { all, type Row, type Store } from "./store/store.ts";
import { work, type Who } from "./work.ts";

/** Who is meant: the contacts and leads under the same addresses, and what they are recognised by elsewhere. */
interface Person { paths: string[]; addresses: string[]; names: string[] }
const types = ["contact", "lead"], gone = "(erased)", goneAddress = "erased@erased.invalid";

async function personOf(store: Store, who: Who, act: "export" | "erase", type: string, id: string): Promise<Person> {
  if (!types.includes(type) || reachOf(who, act, recordType(type)!) === "none") throw new Problem("forbidden");
  const mine = sight(store, who, act), row = await mine.get(type, id);
  if (!row) throw new Problem("not-found");
  const addresses = ["email", "email2", "email3"].flatMap(name => row.data[name] ? [String(row.data[name]).toLowerCase()] : []);
  const same = addresses.length ? (await mine.find(types, { where: { mail: addresses }, take: all })).rows : [];
  const rows = [row, ...same.filter(one => one.id !== row.id)];
  return { paths: rows.map(one => pathOf(one.type, one.id)), addresses, names: [...new Set(rows.map(one => nameOf(one.data as object)).filter(name => name.length > 3))] };
}

/** All that the caller may export about a person: their own records, and every record that names them or refers to them. */
export async function exportPerson(store: Store, who: Who, type: string, id: string): Promise<{ person: string[]; records: object[] }> {
  const person = await personOf(store, who, "export", type, id), mine = sight(store, who, "export"), found: object[] = [];
  for (const name of Object.keys(records)) for (const row of (await mine.find(name, { take: all })).rows) if (concerns(row, person)) found.push({ type: row.type, ...seen(row) });
  return { person: person.paths, records: found };
}

/** Takes a person out of the records: of their own only what says nothing of them stays, so that deals and papers keep what they refer to; elsewhere, in the history too, their names, addresses and what they wrote. It cannot be undone, and says who did it and when. */
export async function erasePerson(store: Store, who: Who, type: string, id: string): Promise<{ erased: string[]; changed: number }> {
  const person = await personOf(store, who, "erase", type, id), rules = await duplicateRules(store);
  await work(store, who, person.paths.map(path => ({ do: "update", type: splitPath(path)[0], id: splitPath(path)[1], values: { doNotEmail: true, doNotPhone: true } })), { inside: true });
  const changed = await rewrite(store, [...Object.keys(records), "event", "receipt", "outgoing", "run", "job", "document"], async row => {
    if (!concerns(row, person) || row.type === "user") return row;
    const type = recordType(row.type);
    if (type) return rowOf(type, without(person, pathOf(row.type, row.id), type, row.data), row.version, rules);
    const data = row.type === "event" ? ofEvent(person, row.data) : row.type === "receipt" ? ofReceipt(person, row.data) : row.data;
    return { ...row, data: masked(person, data) as Row["data"], keys: masked(person, row.keys) as Row["keys"], text: fold(String(masked(person, row.text))) };
  });
  await forgetPast(store);
  return { erased: person.paths, changed };
}

/** What a record was before and after a change. */
function ofEvent(person: Person, { on, before, after, ...data }: Row["data"]): Row["data"] {
  const type = recordType(splitPath(String(on))[0]), left = (was: unknown) => was && type ? without(person, String(on), type, was as Row["data"]) : was;
  return { ...data, on, before: left(before), after: left(after) };
}
/** The rows that a request was answered with, kept for those who ask again. */
function ofReceipt(person: Person, { done, ...data }: Row["data"]): Row["data"] {
  const { rows = [], ...told } = done as { rows?: Row[] };
  return { ...data, done: { ...told, rows: rows.map(row => { const type = recordType(row.type); return type ? rowOf(type, without(person, pathOf(row.type, row.id), type, row.data), row.version) : row; }) } };
}

/** Whether anything in a row names a person or refers to one of their records. */
function concerns(row: Row, { paths, addresses, names }: Person): boolean {
  const text = JSON.stringify(row.data).toLowerCase();
  return paths.includes(pathOf(row.type, row.id)) || [...addresses, ...names.map(name => name.toLowerCase()), ...paths.map(path => path.toLowerCase())].some(said => text.includes(said)) || paths.some(path => text.includes(`"${splitPath(path)[1].toLowerCase()}"`));
}

/** A record without the person: their own keeps what is no words of or about them; what they wrote, and what stands beside them alone, loses its text and files. */
function without(person: Person, path: string, type: AnyRecord, data: Row["data"]): Row["data"] {
  const fields = type.fields as Record<string, Field>, own = person.paths.includes(path), regarding = [data.regarding ?? []].flat() as string[];
  const theirs = regarding.length > 0 && regarding.every(one => person.paths.includes(one)) || ((data.parties ?? []) as { address?: string; record?: string; role?: string }[]).some(one => one.role === "from" && (person.addresses.includes(one.address?.toLowerCase() ?? "") || person.paths.includes(one.record ?? "")));
  const kept = own || theirs ? Object.fromEntries(Object.entries(data).flatMap(([name, value]) => !fields[name] ? [[name, value]] : fields[name].required && personal(fields[name]) ? [[name, gone]] : own && personal(fields[name]) || ["prose", "lines"].includes(fields[name].kind) && name !== "parties" ? [] : [[name, value]])) : data;
  return masked(person, kept) as Row["data"];
}
const personal = ({ kind }: Field) => ["text", "prose", "email", "phone", "link", "date", "lines"].includes(kind);

/** Every text with names and addresses taken out. */
function masked(person: Person, value: unknown): unknown {
  if (typeof value === "string") return [...person.addresses.map(said => [said, goneAddress] as const), ...person.names.map(said => [said.toLowerCase(), gone] as const)].reduce((text, [said, put]) => replaced(text, said, put), value);
  if (Array.isArray(value)) return value.map(one => masked(person, one));
  return value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, masked(person, one)])) : value;
}

/** Every occurrence replaced, however it is written; `said` is in lower case. */
function replaced(text: string, said: string, put: string): string {
  const low = text.toLowerCase(), found = low.length === text.length ? low : text; // a few letters are longer in lower case
  let made = "", from = 0;
  for (let at = found.indexOf(said); at >= 0; at = found.indexOf(said, from)) { made += text.slice(from, at) + put; from = at + said.length; }
  return made + text.slice(from);
}
