import type { Api } from "./api.ts";
import { useDoors } from "./doors.ts";
import { useAsk, type Asked } from "./use.ts";

type Subject = { id: string; title: string; parent?: string };

/** All subjects, as a flat list. */
export function useTree(): Asked<readonly Subject[]> {
  const { api } = useDoors();
  return useAsk("subjects", () => every(api));
}

/** As many pages as there are. */
async function every(api: Api, skip = 0): Promise<Subject[]> {
  const { records, total } = await api.list("subject", { take: 200, skip, order: "title" });
  return records.length && skip + records.length < total ? [...records, ...await every(api, skip + records.length)] : records;
}
