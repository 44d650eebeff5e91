import { activity } from "../../model/records/activity.ts";
import { note } from "../../model/records/note.ts";
import type { AnyRecord } from "../../model/record.ts";
import type { Words } from "./words.en.ts";

export type Quick = "task" | "phoneCall" | "appointment" | "note";

/** What can be added beside a record in a few words: which fields are asked, and what is said before and after. */
export const quicks: Record<Quick, { type: AnyRecord; only: readonly string[]; save: keyof Words; said: keyof Words; begin(today: string, now: Date, phone?: string): Record<string, unknown> }> = {
  task: { type: activity, only: ["subject", "due", "priority"], save: "addTask", said: "taskAdded", begin: today => ({ due: today }) },
  phoneCall: { type: activity, only: ["subject", "happened", "minutes", "direction", "phone", "description"], save: "addCall", said: "phoneCallAdded", begin: (_today, now, phone) => ({ happened: minute(now), direction: "outgoing", phone }) },
  appointment: { type: activity, only: ["subject", "start", "end", "location"], save: "addAppointment", said: "appointmentAdded", begin: (_today, now) => ({ start: hours(now, 1), end: hours(now, 2) }) },
  note: { type: note, only: ["text", "files"], save: "addNote", said: "noteAdded", begin: () => ({}) },
};

const minute = (at: Date) => new Date(Math.floor(at.getTime() / 60_000) * 60_000).toISOString();
/** The next full hour, and the ones after it. */
const hours = (at: Date, n: number) => new Date((Math.floor(at.getTime() / 3_600_000) + n) * 3_600_000).toISOString();
