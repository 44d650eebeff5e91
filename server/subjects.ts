import { create } from "../model/change.ts";
import { fold } from "../model/fold.ts";
import { Problem } from "../model/problem.ts";
import { recordType } from "../model/records.ts";
import { rowOf } from "./row.ts";
import { all, type Store } from "./store/store.ts";
import { work, type Who } from "./work.ts";

/** Makes the subjects that older literature brought along in words (server/migrations.ts), each once, unless there is one of that title; any number of instances may do it. */
export async function plantSubjects(store: Store, who: Who): Promise<void> {
  const waiting = (await store.find("literature", { take: all })).rows.filter(({ data }) => data.subjectSaid !== undefined), literature = recordType("literature")!;
  for (const id of new Set(waiting.map(({ data }) => data.subject as string))) {
    const rows = waiting.filter(({ data }) => data.subject === id), title = String(rows[0]!.data.subjectSaid), known = await store.get("subject", id) ?? (await store.find("subject", { where: { title: fold(title).slice(0, 200) } })).rows[0];
    const also = rows.map(({ id: piece, version, data: { subjectSaid: _, ...data } }) => ({ type: "literature", id: piece, was: version, now: rowOf(literature, { ...data, subject: known?.id ?? id }, version + 1) }));
    await work(store, who, known ? [] : [create({ name: "subject" } as never, { title } as never, id)], { inside: true, also }).catch((error: unknown) => { if (!(error instanceof Problem)) throw error; });
  }
}
