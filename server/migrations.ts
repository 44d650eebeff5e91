import { createHash } from "node:crypto";
import { fold } from "../model/fold.ts";
import type { Row } from "./store/store.ts";

type Data = Row["data"];

/** What has been done to the shape of stored rows, in order: the n-th makes a row of format n one of format n + 1. Only ever added to. */
export const migrations: readonly ((row: Row) => Row | null)[] = [subjectByReference];

/** Literature had its subject in words: it becomes a reference, in its history too, and the words wait beside it until the subject is made (server/subjects.ts). */
function subjectByReference(row: Row): Row {
  if (row.type === "literature" && typeof row.data.subject === "string") return { ...row, data: { ...referring(row.data), subjectSaid: row.data.subject } };
  if (row.type !== "event" || !String(row.data.on).startsWith("literature/")) return row;
  const { before, after } = row.data as { before: Data | null; after: Data | null };
  return { ...row, data: { ...row.data, before: before && referring(before), after: after && referring(after) } };
}
const referring = (data: Data): Data => typeof data.subject === "string" ? { ...data, subject: `subject-${createHash("sha256").update(fold(data.subject).trim()).digest("hex").slice(0, 20)}` } : data;
