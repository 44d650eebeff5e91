import { useRef, useState } from "react";
import type { AnyRow } from "../../model/record.ts";
import type { RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useAsk } from "../use.ts";

const page = 25;

/** The rows of a list, and more of them on demand; an answer to an older question is never shown. */
export function useRows(type: RecordName, query: Record<string, string | undefined>) {
  const { api } = useDoors(), asked = JSON.stringify([type, query]);
  const { answer: data, problem, again: reload } = useAsk(`list ${asked}`, async () => ({ ...await api.list(type, { ...query, take: page }) }));
  const [later, setLater] = useState<{ of: unknown; rows: AnyRow[] }>(), [busy, setBusy] = useState(false), now = useRef<unknown>(undefined);
  now.current = data;
  const rows = [...(data?.records ?? []) as AnyRow[], ...later && later.of === data ? later.rows : []];
  const more = async () => {
    if (busy || !data) return;
    setBusy(true);
    try {
      const next = await api.list(type, { ...query, skip: rows.length, take: page }), had = new Set(rows.map(row => row.id));
      if (now.current === data) setLater({ of: data, rows: [...rows.slice(data.records.length), ...(next.records as AnyRow[]).filter(row => !had.has(row.id))] });
    } finally { setBusy(false); }
  };
  return { rows, total: data?.total, problem, reload, more, busy };
}
