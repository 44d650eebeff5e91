import type { Field } from "../../model/field.ts";
import type { AnyRecord } from "../../model/record.ts";
import { dateOf, dayOf, daysFrom } from "../format.ts";
import type { Words } from "../record/words.en.ts";

/** What a list is narrowed to, as the service understands it: field or stamp to value, values or range. */
export type Filter = Record<string, string>;
/** A list that people ask for by name: one of the panes' words, or the label of a status. */
export interface View { key: string; word?: keyof Words["views"]; status?: string; filter: Filter; order?: string; down?: boolean }

/** Statuses in which there is still something to do, where that is more than the statuses in which one may edit. */
const unfinished: Record<string, readonly string[]> = { quote: ["draft", "active"], order: ["active", "submitted"], activity: ["open", "scheduled"] };
export const openOf = (type: AnyRecord): string[] => (unfinished[type.name] ?? type.editableIn ?? Object.keys(type.statuses).slice(0, 1)).filter(status => status in type.statuses);
/** The day by which a record wants something done: the first date that its lists show. */
export const deadlineOf = (type: AnyRecord): string | undefined => type.list.find(name => (type.fields as Record<string, Field>)[name]!.kind === "date");

/** The views that make sense of a record type, the first one being where a list begins. */
export function viewsOf(type: AnyRecord, today: string): View[] {
  const open = openOf(type).join(","), ends = Object.keys(type.statuses).length > openOf(type).length, day = deadlineOf(type);
  const mine: Filter = type.shared ? {} : { owner: "me" }, work: Filter = { ...mine, ...(ends ? { status: open } : {}) };
  const dated = (word: keyof Words["views"], range: string): View[] => day && ends ? [{ key: word, word, filter: { ...work, [day]: range }, order: day }] : [];
  return [
    ...(type.shared ? [] : [{ key: "mine", word: "mine", filter: work } satisfies View]),
    ...(type.name === "lead" ? [{ key: "fresh", word: "fresh", filter: { ...mine, status: "open", reason: "new" } } satisfies View] : []),
    ...dated("overdue", `..${daysFrom(today, -1)}`),
    ...(type.name === "activity" ? [...dated("today", today), ...dated("week", `${today}..${daysFrom(today, 6)}`)] : dated("closing", monthOf(today))),
    ...(ends && !type.shared ? [{ key: "open", word: "open", filter: { status: open } } satisfies View] : []),
    ...(Object.keys(type.statuses).length > 1 ? Object.keys(type.statuses).filter(status => type.shared || status !== open).map((status): View => ({ key: `is-${status}`, status, filter: { status } })) : []),
    { key: "all", word: "all", filter: {} },
  ];
}

/** The first to the last day of the month that is `n` months after that of a day. */
export function monthOf(day: string, n = 0): string {
  const from = dateOf(day), month = (of: number) => new Date(from.getFullYear(), from.getMonth() + n + of, 1);
  return `${dayOf(month(0))}..${daysFrom(dayOf(month(1)), -1)}`;
}

/** What a list may be sorted by besides name and last change: its own dates and amounts. */
export const ordersOf = (type: AnyRecord): string[] => type.list.filter(name => ["date", "moment", "money", "number"].includes((type.fields as Record<string, Field>)[name]!.kind));

/** The fields that a list offers to be narrowed by: its choices and references, those that it shows first. */
export function filtersOf(type: AnyRecord): string[] {
  const fields = type.fields as Record<string, Field>, shown = [...type.list, ...type.form.slice(0, 2).flatMap(([, names]) => names as readonly string[])];
  return [...new Set(shown)].filter(name => ["choice", "ref"].includes(fields[name]!.kind)).slice(0, 6);
}
