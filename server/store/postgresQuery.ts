import { isList } from "./key.ts";
import { markOf, termOf } from "./mark.ts";
import { firstOf, startOf, updated } from "./postgresSchema.ts";
import type { Key, Query, Test, Where } from "./store.ts";
import { wordsOf } from "./table.ts";

export interface Statement { text: string; values: unknown[] }

/** One page and the total in one statement, hence in one view of the database: of the rows that have the key that is sorted by, each with the total of all. */
export function pageOf(types: readonly string[], query: Query): Statement {
  const { order = "id", down = false, skip = 0, take = 50 } = query;
  const { found, from, words, values, add } = foundOf(types, query);
  const way = down ? "desc nulls first" : "asc", { first, start } = sortOf(order);
  if (words.length) return { values, text: searched(from, order, down, add(take), add(skip)) };
  const sorted = order === "id" ? `order by id ${down ? "desc" : "asc"}, type` : `and ${first} is not null order by ${start} ${way}, ${first} ${way}, id, type`;
  return { values, text: `
    select c.total, r.* from (select count(*)::int as total from ${from}) c
    left join lateral (select ${columns} from ${both} where ${found} ${sorted} limit ${add(take)} offset ${add(skip)}) r on true` };
}

/** No index tells in which order they are that hold some words, so they are found once, counted, sorted by what was read then, and only the page is read whole. */
function searched(from: string, order: string, down: boolean, take: string, skip: string): string {
  const { first } = sortOf(order), way = down ? "desc" : "asc", by = order === "id" ? `id ${way}, type` : `first ${way}, id, type`;
  return `
    with found as materialized (select type, id, ${first} as first from ${from}),
      page as (select type, id, first from found where first is not null order by ${by} limit ${take} offset ${skip})
    select c.total, r.* from (select count(*)::int as total from found) c
    left join (select ${columns}, first from page join rows using (type, id)) r on true order by ${by}`;
}

/** How many rows have the key that is sorted by: only behind their end, for it reads the keys of all of them. */
export function sortedOf(types: readonly string[], query: Query): Statement {
  const { found, values } = foundOf(types, query);
  return { values, text: `select count(${sortOf(query.order!).first})::int as sorted from ${both} where ${found}` };
}

/** The rows without the key that is sorted by, which come last. */
export function unsortedOf(types: readonly string[], query: Query, skip: number, take: number): Statement {
  const { found, values, add } = foundOf(types, query);
  return { values, text: `select ${columns} from ${both} where ${found} and ${sortOf(query.order!).first} is null order by id, type limit ${add(take)} offset ${add(skip)}` };
}

const columns = "type, id, version, data, keys, text", both = "cards join rows using (type, id)";
const sortOf = (key: string) => key === "id" ? { first: "id", start: "id" } : key === "updatedAt" ? updated : { first: firstOf(key), start: startOf(key) };

/** `found` holds for what matches; `from` is all of that, out of the cards or the rows alone where these say enough. */
function foundOf(types: readonly string[], { where = {}, or, text = "", order = "id" }: Query) {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const all = (tests: Where) => ["true", ...Object.entries(tests).map(([key, test]) => key === "id" ? idTest(test, add) : keyTest(types, key, test, add))].join(" and ");
  const words = wordsOf(text);
  const found = [
    types.length === 1 ? `type = ${add(types[0])}` : `type = any(${add(types)}::text[])`,
    all(where),
    ...(or ? [or.length ? `(${or.map(branch => `(${all(branch)})`).join(" or ")})` : "false"] : []),
    ...words.map(word => { const said = add(word); return `${[...word].length > 1 ? `pairs(words) @> pairs(${said}) and ` : ""}strpos(words, ${said}) > 0`; }),
  ].join(" and ");
  const reads = (columns: RegExp) => columns.test(found) || words.length && columns.test(sortOf(order).first);
  return { found, from: `${!reads(/\bmarks\b/) ? "cards" : reads(/\b(terms|words|updated)\b/) ? both : "rows"} where ${found}`, words, values, add };
}

type Add = (value: unknown) => string;

function keyTest(types: readonly string[], key: string, test: Test, add: Add): string {
  const first = firstOf(key);
  if (test === null) return `${first} is null`;
  if (typeof test !== "object" || isList(test)) {
    const some = ([test].flat() as Key[]).map(markOf), among = (type: string) => `terms && terms(${add(some.map(mark => termOf(type, key, mark)))}::text[])`;
    return !some.length ? "false" : types.length === 1 ? among(types[0]!) : `(${types.map(type => `type = ${add(type)} and ${among(type)}`).join(" or ")})`;
  }
  if (test.from === undefined && test.to === undefined) return `${first} is not null`;
  const { low, high } = endsOf(test);
  const from = add(low), to = add(high), name = `${add(key)}::text`;
  return `(${first} >= ${from} and ${first} <= ${to} and ${startOf(key)} >= left(${from}, 200) and ${startOf(key)} <= left(${to}, 200)
    or several_of(marks) @> array[${name}] and exists (select from jsonb_array_elements_text(marks->${name}) m where m collate "C" between ${from} and ${to}))`;
}

/** A range holds numbers or text, as its ends are: marks of numbers begin with 0, of text with 1. */
function endsOf({ from, to }: { from?: Key; to?: Key }): { low: string; high: string } {
  const kind = typeof (from ?? to) === "number" ? "0" : "1", other = from !== undefined && to !== undefined && typeof from !== typeof to;
  return { low: from === undefined ? kind : markOf(from), high: other ? "" : to === undefined ? `${kind}\u{10ffff}\u{10ffff}` : markOf(to) };
}

function idTest(test: Test, add: Add): string {
  if (test === null) return "false";
  if (typeof test !== "object") return typeof test === "string" ? `id = ${add(test)}` : "false";
  if (isList(test)) return `id = any(${add(test.filter(one => typeof one === "string"))}::text[])`;
  if (typeof test.from === "number" || typeof test.to === "number") return "false";
  return ["true", ...(test.from === undefined ? [] : [`id >= ${add(test.from)}`]), ...(test.to === undefined ? [] : [`id <= ${add(test.to)}`])].join(" and ");
}
