import { pathOf, type AnyRow } from "../../model/record.ts";
import { useDoors } from "../doors.ts";
import type { SectionProps } from "../record/sections.tsx";
import { useAsk } from "../use.ts";
import { ApprovalCard } from "./ApprovalCard.tsx";
import { useProcessWords } from "./words.ts";

/** What waits for a word on this record, and what became of what was asked before; nothing where nothing was ever asked. */
export const approvalsOn = (type: string) => function Approvals({ row, round, done }: SectionProps) {
  const { api } = useDoors(), words = useProcessWords(), path = pathOf(type, row.id);
  const { answer } = useAsk(`approvals ${path} ${row.version} ${round}`, () => api.list("approval", { on: path, order: "createdAt", down: "true", take: 20 }));
  const rows = (answer?.records ?? []) as unknown as AnyRow[];
  if (!rows.length) return null;
  return <section aria-label={words.approvals}><header><h2>{words.approvals}</h2></header>{rows.map(one => <ApprovalCard key={one.id} row={one} on={row} onDone={done} />)}</section>;
};

/** An approval's own page. */
export function ThisApproval({ row, done }: SectionProps) {
  const words = useProcessWords();
  return <section aria-label={words.approvals}><ApprovalCard row={row} link onDone={done} /></section>;
}
