import * as z from "zod/mini";
import { update, type Change } from "./change.ts";
import { data, ref, type Field, type Fields } from "./field.ts";
import { Problem, problem } from "./problem.ts";
import { pathOf, type AnyRecord, type AnyRow, type Read, type Verb } from "./record.ts";
import { records } from "./records.ts";

const types = () => Object.values(records) as unknown as AnyRecord[];
/** Every field through which another record refers to one of this type. */
const ways = (to: string): [type: AnyRecord, name: string, field: Field][] => types().flatMap(type => Object.entries(type.fields as Fields).filter(([, field]) => field.to?.includes(to)).map(([name, field]): [AnyRecord, string, Field] => [type, name, field]));

/** Makes two records one: what refers to this one comes to refer to the other, and this one stays as a pointer to it. `take` names the fields whose value the other one takes over; unless said, those that it has not filled. */
export const mergeOf = (type: AnyRecord): Verb<AnyRow, any, string> => ({
  from: Object.keys(type.statuses),
  to: type.merges!.to,
  reason: type.merges!.reason,
  when: row => !row.mergedInto,
  asks: { into: ref("Merge into", type.name, { required: true }), take: data("Take over", z.array(z.string().check(z.maxLength(40))).check(z.maxLength(200))) },
  also: given => [pathOf(type.name, given.into as string)],
  sets: (_row, given) => ({ mergedInto: given.into }),
  reads: (row, given): Record<string, Read> => ({
    winner: { ref: type.name, id: given.into as string },
    ...Object.fromEntries(ways(type.name).map(([other, name, field]) => [`${other.name} ${name}`, { type: other.name, where: { [name]: (field.to!.length > 1 ? pathOf(type.name, row.id) : row.id).toLowerCase() } }])),
  }),
  then: (row, given, _by, { winner: winners, ...children }) => {
    const winner = winners?.[0];
    if (!winner || winner.id === row.id || winner.mergedInto) throw new Problem("invalid", { fields: [problem("into", "not-to-merge-with")] });
    return [...movedTo(type, row, winner, children), ...takenOver(type, row, winner, given.take as string[] | undefined)];
  },
});

function takenOver(type: AnyRecord, loser: AnyRow, winner: AnyRow, take?: readonly string[]): Change[] {
  const names = openChoices(type, winner, loser).filter(({ name, differs }) => take ? take.includes(name) : !differs).map(({ name }) => name);
  return names.length ? [update(type.name, winner.id, Object.fromEntries(names.map(name => [name, loser[name]])))] : [];
}

/** A field that the one which stays could take over; `differs` where it has a value of its own. */
export interface Choice { name: string; differs: boolean }
/** The fields on which somebody has to decide when two records are made one, and those that are merely filled. */
export function openChoices(type: AnyRecord, winner: AnyRow, loser: AnyRow): Choice[] {
  const own = (name: string) => (type.fields as Fields)[name]?.to?.includes(type.name) && loser[name] === winner.id;
  return Object.entries(type.fields as Fields).filter(([name, field]) => !field.computed && loser[name] !== undefined && !own(name) && JSON.stringify(loser[name]) !== JSON.stringify(winner[name])).map(([name]) => ({ name, differs: winner[name] !== undefined }));
}

/** Each child once, whatever fields and lines it refers by. */
function movedTo(type: AnyRecord, loser: AnyRow, winner: AnyRow, children: Record<string, AnyRow[]>): Change[] {
  const found = new Map(Object.entries(children).flatMap(([way, rows]) => rows.map(row => [pathOf(way.split(" ")[0]!, row.id), row] as const)));
  return [...found].flatMap(([path, row]) => {
    const [name] = path.split("/") as [string], fields = (types().find(one => one.name === name)!).fields as Fields;
    if (name === type.name && row.id === loser.id) return [];
    const values = Object.fromEntries(Object.entries(fields).filter(([key, field]) => row[key] !== undefined && (field.to?.includes(type.name) || field.of)).flatMap(([key, field]) => {
      const moved = turned(field, row[key]);
      return JSON.stringify(moved) === JSON.stringify(row[key]) ? [] : [[key, name === type.name && row.id === winner.id && moved === winner.id ? null : moved]];
    }));
    return Object.keys(values).length ? [update(name, row.id, values)] : [];
  });

  function turned(field: Field, value: unknown): unknown {
    if (field.of) return (value as Record<string, unknown>[]).map(line => Object.fromEntries(Object.entries(line).map(([key, cell]) => [key, field.of![key] ? turned(field.of![key]!, cell) : cell])));
    if (!field.to?.includes(type.name)) return value;
    const several = field.to.length > 1, from = several ? pathOf(type.name, loser.id) : loser.id, to = several ? pathOf(type.name, winner.id) : winner.id;
    return Array.isArray(value) ? [...new Set(value.map(one => one === from ? to : one))] : value === from ? to : value;
  }
}
