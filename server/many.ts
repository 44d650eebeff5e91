import { splitPath } from "../model/record.ts";
import type { Row, Store } from "./store/store.ts";

/** So many ids or paths are asked for in one question. */
const together = 500;
/** In parts that one question can name. */
export function* parts<T>(of: readonly T[]): Generator<T[]> { for (let n = 0; n < of.length; n += together) yield of.slice(n, n + together); }

/** The ids in paths, by their type. */
export function byType(paths: readonly string[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const path of paths) { const [type, id] = splitPath(path), some = ids.get(type); if (some) some.push(id); else ids.set(type, [id]); }
  return ids;
}

/** The rows at these paths, by path, in a few questions however many they are. */
export async function rowsAt(store: Pick<Store, "find">, paths: readonly string[]): Promise<Map<string, Row>> {
  const found = new Map<string, Row>();
  for (const [type, some] of byType(paths)) for (const ids of parts(some))
    for (const row of (await store.find(type, { where: { id: ids }, take: ids.length })).rows) found.set(`${type}/${row.id}`, row);
  return found;
}
