import type { TimelineEntry } from "../model/known.ts";
import { recordType } from "../model/records.ts";
import { briefs, named } from "./brief.ts";
import type { Sight } from "./sight.ts";

/** What happened on a record, newest first: activities, notes, and the changes of the record itself; that a goal is counted anew each day is none. */
export async function timelineOf(sight: Sight, path: string): Promise<TimelineEntry[]> {
  const [beside, events, around] = await Promise.all([
    sight.find(["activity", "note"], { where: { regarding: path.toLowerCase() }, order: "updatedAt", down: true, take: 200 }),
    sight.history(path, { order: "at", down: true, take: 100 }),
    sight.history(path, { beside: true, order: "at", down: true, take: 100 }),
  ]);
  const people = await named(sight, "user", [...beside.rows.map(row => row.data.createdBy), ...[...events.rows, ...around.rows].map(row => row.data.by)]);
  const shown = await briefs(sight, beside.rows);
  const did = beside.rows.map((row, n): TimelineEntry => ({
    at: (row.data.happened ?? row.data.start ?? row.data.createdAt) as string, what: row.type === "note" ? "note" : "activity",
    by: row.data.createdBy as string, byName: people.get(row.data.createdBy), record: shown[n]!, outcome: row.data.outcome as string | undefined, text: String(row.data.text ?? row.data.description ?? "").slice(0, 500) || undefined,
  }));
  const [type, id] = path.split("/") as [string, string];
  const changes = events.rows.filter(({ data }) => !(type === "goal" && data.by === "service")).map(({ data }): TimelineEntry => ({
    at: data.at as string, what: "change", by: data.by as string, byName: people.get(data.by), verb: data.verb as string,
    record: { type, id, version: data.version as number, title: "", status: ((data.after as Record<string, string> | null)?.status) ?? "" }, ...changesOf(type, data.before as Values | null, data.after as Values | null),
  }));
  const gone = around.rows.filter(({ data }) => isUnlogged(data, path)).map(({ data }): TimelineEntry => {
    const [type, id] = (data.on as string).split("/") as [string, string], before = data.before as Record<string, string>;
    return { at: data.at as string, what: "change", by: data.by as string, byName: people.get(data.by), verb: "unlog", record: { type, id, version: data.version as number, title: before.subject ?? "", status: "", kind: before.kind } };
  });
  return [...did, ...changes, ...gone].sort((a, b) => b.at.localeCompare(a.at));
}

/** Whether a mail was tied to the record before this event and was not after it. */
function isUnlogged({ before, after }: Record<string, unknown>, path: string): boolean {
  const tied = (data: unknown) => ((data as { logs?: { on: string }[] } | null)?.logs ?? []).some(log => log.on === path);
  return tied(before) && !tied(after);
}

type Values = Record<string, unknown>;
/** The declared fields that differ, and what they were and became. */
function changesOf(type: string, before: Values | null, after: Values | null): Pick<TimelineEntry, "changed" | "was" | "now"> {
  if (!before || !after) return { changed: [] };
  const changed = Object.keys(recordType(type)?.fields ?? {}).filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const only = (of: Values) => Object.fromEntries(changed.filter(name => of[name] !== undefined).map(name => [name, of[name]]));
  return { changed, was: only(before), now: only(after) };
}
