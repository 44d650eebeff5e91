import type { Api } from "./api.ts";
import { useDoors } from "./doors.ts";
import { useAsk } from "./use.ts";

type Subject = { id: string; title: string; parent?: string };

/** All subjects, as a flat list; none while they are on their way. */
export function useTree(): { rows: readonly Subject[]; again(): void } {
  const { api } = useDoors(), { answer = none, again } = useAsk("subjects", () => every(api));
  return { rows: answer, again };
}
const none: readonly Subject[] = [];

/** As many pages as there are. */
async function every(api: Api, skip = 0): Promise<Subject[]> {
  const { records, total } = await api.list("subject", { take: 200, skip, order: "title" });
  return records.length && skip + records.length < total ? [...records, ...await every(api, skip + records.length)] : records;
}
