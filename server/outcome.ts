import { act, create, update, type Change } from "../model/change.ts";
import { Problem } from "../model/problem.ts";
import { splitPath } from "../model/record.ts";
import { activity } from "../model/records/activity.ts";
import { note } from "../model/records/note.ts";
import { meetingLog, type Invitation } from "./meeting.ts";
import type { Sight } from "./sight.ts";
import type { Store } from "./store/store.ts";

/** What came of a meeting: what was decided, what follows, and where the deal stands now. `on` is the record that it was about. */
export interface Outcome { meeting: Invitation; on: string; decided: string; tasks: { subject: string; due?: string }[]; stage?: string }

/** All changes of an outcome, to be made true at once: the meeting was held, a note, the tasks, and the deal's stage. */
export async function outcomeOf(store: Store, sight: Sight, { meeting, on, decided, tasks, stage }: Outcome): Promise<Change[]> {
  const { who } = sight, about = await sight.get(...splitPath(on));
  if (!about) throw new Problem("not-found");
  if (stage && about.data.status !== "open") throw new Problem("wrong-status");
  const { id, change } = await meetingLog(store, who, meeting, [on]), held = (await store.get("activity", id))?.data.status === "completed";
  const ended = meeting.end < who.now ? meeting.end : who.now, text = decided.trim();
  return [
    ...change ? [change] : [],
    ...held ? [] : [act("activity", id, "complete"), update("activity", id, { happened: ended })],
    ...text ? [create(note, { subject: meeting.subject.trim().slice(0, 500) || undefined, text, regarding: [on] } as never)] : [],
    ...tasks.map(({ subject, due }) => create(activity, { kind: "task", subject, due, regarding: [on] } as never)),
    ...stage && stage !== about.data.stage ? [update(about.type, about.id, { stage })] : [],
  ];
}
