import { useState } from "react";
import type { Field } from "../../model/field.ts";
import type { AnyRow } from "../../model/record.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import { compareRevisions, type FieldChange } from "../../model/revision.ts";
import { useDoors } from "../doors.ts";
import { Pick } from "../form/Pick.tsx";
import { useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { Cell } from "../list/cells.tsx";
import { useTitle } from "../reach.ts";
import { useAsk } from "../use.ts";
import { useSaleWords } from "./saleWords.ts";

const quote = "quote" as RecordName;
const compared = ["product", "writeIn", "quantity", "unit", "price", "discount", "taxRate", "extended", "description"];
const silent = ["revision", "pricingProblem", "lineDiscounts", "lines", "closed", "revises"];

/** What this revision of a quote changed against an earlier one: by whom, when, and why that one was closed. */
export function Compare({ row }: { row: AnyRow }) {
  const { api } = useDoors(), words = useSaleWords(), { moment } = useFormats(), { say } = useLanguage();
  const { answer } = useAsk(row.revision ? `revisions ${String(row.number)}` : undefined, () => api.list(quote, { number: String(row.number), order: "createdAt", take: 50 }).then(({ records }) => records as AnyRow[]));
  const earlier = (answer ?? []).filter(one => one.number === row.number && ((one.revision as number | undefined) ?? 0) < (row.revision as number)).sort((a, b) => ((b.revision as number | undefined) ?? 0) - ((a.revision as number | undefined) ?? 0));
  const [chosen, choose] = useState<string>(), before = earlier.find(one => one.id === chosen) ?? earlier[0], by = useTitle("user", row.createdBy);
  const { answer: why } = useAsk(before && `why ${before.id}`, () => api.list("activity", { regarding: `quote/${before!.id}`, kind: "quoteClose", take: 5 }).then(({ records }) => records.flatMap(one => one.description ?? []).join(" ")));
  if (!before) return null;
  const type = recordType(quote)!, fields = type.fields as Record<string, Field>, cells = fields.lines!.of!;
  const { fields: changed, lines } = compareRevisions(before, row, Object.keys(fields).filter(name => !silent.includes(name)), compared);
  const each = (of: Record<string, Field>, changes: readonly FieldChange[]) => changes.map(({ name, was, now }) => <p key={name} className="quiet">{say(of[name]!.label, `quote.${name}`)}: {was === undefined ? "–" : <Cell of="quote" field={of[name]!} value={was} row={before} />} → {now === undefined ? "–" : <Cell of="quote" field={of[name]!} value={now} row={row} />}</p>);
  return (
    <section aria-label={words.compare}>
      <header><h2>{words.compare}</h2><span className="quiet">{words.since((before.revision as number | undefined) ?? 0)}</span>{earlier.length > 1 && <span className="end"><Pick ariaLabel={words.against} selectedKey={before.id} styles={{ root: { minWidth: 120 } }} options={earlier.map(one => ({ key: one.id, text: words.revision((one.revision as number | undefined) ?? 0) }))} onChange={(_, one) => choose(String(one!.key))} /></span>}</header>
      <p className="quiet" style={{ marginTop: 4 }}>{words.by(by ?? "…", moment(row.createdAt))}{why ? ` · ${why}` : ""}</p>
      {!changed.length && !lines.length && <p className="nothing">{words.same}</p>}
      <ul className="told">{lines.map(line => <li key={line.position}><div className="said"><bdi>{line.title}</bdi>{line.what !== "changed" && <span className="quiet">{words[line.what]}</span>}</div>{line.what === "changed" && each(cells, line.fields)}</li>)}</ul>
      {each(fields, changed)}
    </section>
  );
}
