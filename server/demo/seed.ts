import { initialReason, initialStatus, pathOf, type AnyRecord } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { rowOf } from "../row.ts";
import { standard } from "../../model/standard/standard.ts";
import { house as service, settle } from "../settle.ts";
import type { Store, Write } from "../store/store.ts";
import { work } from "../work.ts";
import { accounts } from "./accounts.ts";
import { activities } from "./activities.ts";
import { catalogue } from "./catalogue.ts";
import { contacts } from "./contacts.ts";
import { deals } from "./deals.ts";
import { clockOf, type Sample } from "./demo.ts";
import { house } from "./house.ts";
import { leads } from "./leads.ts";
import { stockLibrary } from "./library.ts";
import { notes } from "./notes.ts";
import { sell } from "./sales.ts";
import { templates } from "./templates.ts";

/** A small company as of `now` (ISO 8601): the same records every time, with dates that move along. */
export const demoCompany = (now: string): Sample[] => [house, catalogue, accounts, contacts, leads, deals, activities, notes, templates].flatMap(part => part(clockOf(now)));

/** Fills an empty store with the sample company, which goes by the standard ways, and tells how many records that made. Its past it commits by itself, beside work.ts, because that is history; what was sold is made by acts, each on its day. */
export async function seed(store: Store, now: string): Promise<number> {
  const samples = demoCompany(now), owners = new Map(samples.map(one => [pathOf(one.type, one.id), one.owner ? `own/${one.owner}` : "any"]));
  for (let from = 0; from < samples.length; from += 200) await store.commit(samples.slice(from, from + 200).flatMap((sample, n) => writesOf(sample, from + n, owners)));
  await work(store, service(now), standard.filter(({ type }) => type !== "company"), { inside: true });
  await settle(store, now);
  await sell(store, now, samples);
  await stockLibrary(store, now);
  return samples.length;
}

function writesOf({ type: name, id, values, owner, createdAt, ...given }: Sample, n: number, owners: Map<string, string>): Write[] {
  const type = recordType(name) as AnyRecord, first = given.status ? given : type.born?.(values) ?? { status: initialStatus(type) };
  const by = owner ?? "admin", beside = type.beside?.flatMap(name => values[name] as string[] ?? []);
  const data = { ...values, id, status: first.status, ...withReason(first.reason ?? initialReason(type, first.status!)), ...(owner && { owner }), ...(beside && { seenBy: [...new Set(beside.map(path => owners.get(path)!))].sort() }), createdAt, createdBy: by, updatedAt: createdAt, updatedBy: by };
  const commit = `demo-${n}`, event = `${commit}-0`, on = pathOf(name, id);
  return [
    { type: name, id, was: null, now: rowOf(type, data, 1) },
    { type: "event", id: event, was: null, now: { type: "event", id: event, version: 1, data: { id: event, commit, at: createdAt, by, verb: "create", on, version: 1, before: null, after: data }, keys: { on: on.toLowerCase(), by, at: createdAt, commit }, text: "" } },
  ];
}
const withReason = (reason: string | undefined) => reason ? { reason } : {};
