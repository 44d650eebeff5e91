import { Problem, problem, type FieldProblem } from "../model/problem.ts";
import { initialStatus, type AnyRecord } from "../model/record.ts";
import { ruling } from "../model/ruling.ts";
import { approvalFor } from "./approvals.ts";
import type { Row, Store } from "./store/store.ts";
import type { Who } from "./work.ts";

/** Nothing comes in as what its bringer could not have made of it: one of the verbs that lead there must be allowed by the company's rules, and need nobody else's approval. */
export async function mayStand(store: Store, who: Who, ways: Parameters<typeof ruling>[0], type: AnyRecord, row: Row): Promise<void> {
  if (row.data.status === initialStatus(type)) return;
  const leading = Object.entries(type.verbs as AnyRecord["verbs"]).filter(([, verb]) => verb.to === row.data.status), refused: FieldProblem[] = [];
  for (const [verb] of leading) {
    const { problems, approvals } = ruling(ways, who, type, verb, row.data, row.data, {}, row.data);
    if (!problems.length && !await approvalFor(store, who, { type, row, verb, answers: {}, approvals })) return;
    refused.push(...problems);
  }
  if (leading.length) throw new Problem("invalid", { fields: [...refused, problem("status", "refused")] });
}
