import { matchCodes, usualRules, type DuplicateRule } from "../model/duplicates.ts";
import { domainOf, fold } from "../model/fold.ts";
import type { Field } from "../model/field.ts";
import { refsOf, titleOf, type AnyRecord } from "../model/record.ts";
import { records } from "../model/records.ts";
import { isBlind } from "./blind.ts";
import { sightKeys } from "./sight.ts";
import type { Key, Row } from "./store/store.ts";

const compared = new Set(["ref", "refs", "choice", "date", "moment", "flag"]);
/** Kinds whose text nobody reads, so that search does not look through it. */
const unsaid = new Set(["ref", "choice", "date", "moment"]);
const stamps = ["status", "reason", "owner", "createdAt", "updatedAt", "createdBy"];

/** A record as the store keeps it, with what lists compare and what search looks through. */
export function rowOf(type: AnyRecord, data: Record<string, unknown>, version: number, rules: readonly DuplicateRule[] = usualRules): Row {
  const keys: Row["keys"] = sightKeys(type, data), addresses = new Set<string>(), hosts = new Set<string>(), words: string[] = [];
  const title = titleOf(type, data);
  keys.title = fold(title).slice(0, 200);
  for (const name of stamps) if (typeof data[name] === "string") keys[name] = name === "createdAt" || name === "updatedAt" ? data[name] as string : fold(data[name] as string);
  for (const [name, field] of Object.entries(type.fields as Record<string, Field>)) {
    const value = data[name];
    if (value === undefined) continue;
    if (field.find || compared.has(field.kind) || type.list.includes(name)) { const key = keyOf(value); if (key !== undefined) keys[name] = key; }
    if (field.kind === "email") addresses.add((value as string).toLowerCase());
    if (field.kind === "link") { const host = hostOf(value as string); if (host) hosts.add(host); }
    if (field.kind === "lines" && Array.isArray(value)) for (const line of value as Record<string, unknown>[]) if (!isBlind(line)) for (const [cell, of] of Object.entries(line)) if (typeof of === "string" && !unsaid.has(field.of?.[cell]?.kind ?? "")) words.push(of);
    if (typeof value === "string" && !unsaid.has(field.kind)) words.push(value);
  }
  for (const [path] of refsOf(type)) if (path.includes(".")) { const said = linked(data, path); if (said.length) keys[path] = [...new Set(said.map(fold))]; }
  if (addresses.size) keys.mail = [...addresses];
  if (addresses.size || hosts.size) keys.domain = [...new Set([...[...addresses].map(domainOf), ...hosts])];
  const match = matchCodes(rules, type.name, data);
  if (match.length) keys.match = match;
  const files = allFilesOf(data);
  if (files.length) keys.file = files;
  return { type: type.name, id: data.id as string, version, data, keys, text: fold([title, ...words].join("\n")).slice(0, 20_000) };
}

/** The host that a web address names, without `www`. */
const hostOf = (address: string): string | undefined => /^(?:https?:\/\/)?(?:www\.)?([^\s/:?#]{1,200})/i.exec(address)?.[1]?.toLowerCase();

const keyOf = (value: unknown): Key | Key[] | undefined =>
  typeof value === "string" ? fold(value).slice(0, 400) : typeof value === "number" ? value : typeof value === "boolean" ? Number(value)
  : Array.isArray(value) && value.every(one => typeof one === "string") && value.length ? value.map(fold) : undefined;

/** What a record refers to by a field, or by the cells of its lines. */
export function linked(data: Record<string, unknown>, path: string): string[] {
  const [name, cell] = path.split(".") as [string, string?];
  return [data[name] ?? []].flat().flatMap(value => (cell ? (value as Record<string, string | undefined>)[cell] : value as string) ?? []);
}

type Data = Record<string, unknown> | null | undefined;
/** The hashes of the files that a record holds now, each once. */
export const filesOf = (data: Data): string[] => hashesIn(data?.files);
/** Those of its earlier versions too: all that must not be swept away. */
export const allFilesOf = (data: Data): string[] => [...new Set([...filesOf(data), ...hashesIn(data?.earlier)])];
const hashesIn = (files: unknown): string[] => [...new Set(Array.isArray(files) ? (files as { hash?: string }[]).flatMap(file => file.hash ?? []) : [])];

/** A record as callers see it. */
export function seen(row: Row): Record<string, unknown> & { id: string; version: number } {
  const { seenBy: _, ...data } = row.data;
  return { ...data, id: row.id, version: row.version };
}

/** The keys that lists are sorted by, so that a database can have an index for each: what the pane offers, and every date. */
export const sortable = (): { type: string; key: string }[] => (Object.values(records) as unknown as AnyRecord[]).flatMap(type =>
  ["updatedAt", "title", ...Object.entries(type.fields as Record<string, Field>).filter(([name, { kind }]) => ["date", "moment"].includes(kind) || type.list.includes(name) && ["money", "number"].includes(kind)).map(([name]) => name)].map(key => ({ type: type.name, key })));
