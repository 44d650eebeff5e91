import { isList } from "./key.ts";
import { gramsOf, markOf, severalOf, termOf } from "./mark.ts";
import { firstOf, startOf } from "./postgresSchema.ts";
import type { Key, Query, Test, Where } from "./store.ts";
import { wordsOf } from "./table.ts";

export interface Statement { text: string; values: unknown[] }

/** One page and the total in one statement, hence in one view of the database: of the rows that have the key that is sorted by, each with the total of all. */
export function pageOf(types: readonly string[], query: Query): Statement {
  const { order = "id", down = false, skip = 0, take = 50 } = query;
  const { found, words, values, add } = foundOf(types, query);
  const way = down ? "desc nulls first" : "asc";
  if (words.length) return { values, text: searched(found, order, down, add(take), add(skip)) };
  const sorted = order === "id" ? `order by id ${down ? "desc" : "asc"}, type` : `and ${firstOf(order)} is not null order by ${startOf(order)} ${way}, ${firstOf(order)} ${way}, id, type`;
  return { values, text: `
    select c.total, r.* from (select count(*)::int as total from rows where ${found}) c
    left join lateral (select ${columns} from rows where ${found} ${sorted} limit ${add(take)} offset ${add(skip)}) r on true` };
}

/** No index tells in which order they are that hold some words, so they are found once, counted, sorted by what was read then, and only the page is read whole. */
function searched(found: string, order: string, down: boolean, take: string, skip: string): string {
  const first = order === "id" ? "id" : firstOf(order), way = down ? "desc" : "asc", by = order === "id" ? `id ${way}, type` : `first ${way}, id, type`;
  return `
    with found as materialized (select type, id, ${first} as first from rows where ${found}),
      page as (select type, id, row_number() over (order by ${by}) as place from found where first is not null order by place limit ${take} offset ${skip})
    select c.total, r.* from (select count(*)::int as total from found) c
    left join (select ${columns}, place from page join rows using (type, id)) r on true order by place`;
}

/** How many rows have the key that is sorted by: only behind their end, for it reads the keys of all of them. */
export function sortedOf(types: readonly string[], query: Query): Statement {
  const { found, values } = foundOf(types, query);
  return { values, text: `select count(${firstOf(query.order!)})::int as sorted from rows where ${found}` };
}

/** The rows without the key that is sorted by, which come last. */
export function unsortedOf(types: readonly string[], query: Query, skip: number, take: number): Statement {
  const { found, values, add } = foundOf(types, query);
  return { values, text: `select ${columns} from rows where ${found} and ${firstOf(query.order!)} is null order by id, type limit ${add(take)} offset ${add(skip)}` };
}

const columns = "type, id, version, data, keys, text";

function foundOf(types: readonly string[], { where = {}, or, text = "" }: Query) {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const all = (tests: Where) => ["true", ...Object.entries(tests).map(([key, test]) => key === "id" ? idTest(test, add) : keyTest(types, key, test, add))].join(" and ");
  const words = wordsOf(text), grams = [...new Set(words.flatMap(gramsOf))];
  const found = [
    types.length === 1 ? `type = ${add(types[0])}` : `type = any(${add(types)}::text[])`,
    all(where),
    ...(or ? [or.length ? `(${or.map(branch => `(${all(branch)})`).join(" or ")})` : "false"] : []),
    ...(grams.length ? [`grams @> ${add(grams)}::int[]`] : []),
    ...words.filter(word => word.length !== 2).map(word => `strpos(text, ${add(word)}) > 0`),
  ].join(" and ");
  return { found, words, values, add };
}

type Add = (value: unknown) => string;

function keyTest(types: readonly string[], key: string, test: Test, add: Add): string {
  const first = firstOf(key);
  if (test === null) return `${first} is null`;
  if (typeof test !== "object" || isList(test)) {
    const terms = [test].flat().flatMap(value => types.map(type => termOf(type, key, markOf(value as Key))));
    return terms.length ? `terms && ${add(terms)}::text[]` : "false";
  }
  if (test.from === undefined && test.to === undefined) return `${first} is not null`;
  const { low, high } = endsOf(test);
  const from = add(low), to = add(high);
  return `(${first} >= ${from} and ${first} <= ${to} and ${startOf(key)} >= left(${from}, 200) and ${startOf(key)} <= left(${to}, 200)
    or terms && ${add(types.map(type => severalOf(type, key)))}::text[] and exists (select from jsonb_array_elements_text(marks->${literal(add, key)}) m where m collate "C" between ${from} and ${to}))`;
}
const literal = (add: Add, key: string) => `${add(key)}::text`;

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
