import type { AnyRecord } from "../../model/record.ts";
import type { Words } from "../record/words.en.ts";

export type ViewName = keyof Words["views"];
type Filter = Record<string, string>;

/** The views that make sense of a record type, the first one being where a list begins; each is a filter that the service understands. */
export function viewsOf(type: AnyRecord, today: string): [name: ViewName, filter: Filter][] {
  const has = (status: string) => status in type.statuses;
  const mine: Filter = type.shared ? {} : { owner: "me" };
  const views: [ViewName, Filter][] = [];
  if (!type.shared) views.push(["mine", has("open") ? { owner: "me", status: openOf(type) } : { owner: "me" }]);
  if (type.name === "lead") views.push(["fresh", { ...mine, status: "open", reason: "new" }]);
  if (type.fields.closeDate && has("won")) views.push(["closing", { ...mine, status: "open", closeDate: `${today.slice(0, 8)}01..${lastOf(today)}` }], ["overdue", { ...mine, status: "open", closeDate: `..${yesterday(today)}` }]);
  if (type.fields.due) views.push(["today", { ...mine, status: openOf(type), due: today }], ["overdue", { ...mine, status: openOf(type), due: `..${yesterday(today)}` }]);
  if (has("open")) views.push(["open", { status: openOf(type) }]);
  if (has("active") && Object.keys(type.statuses).length > 1) views.push(["active", { status: "active" }]);
  for (const end of ["won", "lost"] as const) if (has(end)) views.push([end, { status: end }]);
  return [...views, ["all", {}]];
}

const openOf = (type: AnyRecord) => ["open", "scheduled"].filter(status => status in type.statuses).join(",");
const lastOf = (today: string) => `${today.slice(0, 8)}${new Date(Number(today.slice(0, 4)), Number(today.slice(5, 7)), 0).getDate()}`;
const yesterday = (today: string) => new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);

/** What a list may be sorted by: title, last change, and its own dates and amounts. */
export const ordersOf = (type: AnyRecord): string[] => type.list.filter(name => ["date", "moment", "money"].includes(type.fields[name].kind));
