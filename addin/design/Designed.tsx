import { said } from "../../model/expression.ts";
import type { Weight } from "../../model/score.ts";
import { useLanguage } from "../language.ts";
import "../process/lines.css";
import "./design.css";
import type { SectionProps } from "../record/sections.tsx";
import { DryRun } from "./DryRun.tsx";
import { Picture } from "./Picture.tsx";
import { Rehearsal } from "./Rehearsal.tsx";
import { useTerms } from "./terms.ts";

/** What stands below a way while it is written and on its own page: its picture, and the way to try it. */
export const designOf = (kind: string) => function Designed({ values }: { values: Record<string, unknown> }) {
  if (kind === "scoring") return <Weights weights={(values.weights ?? []) as Weight[]} limits={(values.limits ?? {}) as Record<string, number>} />;
  return <><Picture kind={kind} values={values} />{(kind === "rule" || kind === "process" || kind === "automation") && <DryRun kind={kind} values={values} />}{kind === "dialog" && <Rehearsal values={values} />}</>;
};
/** What counts for how much, and from when on a deal is unwell. */
function Weights({ weights, limits }: { weights: readonly Weight[]; limits: Record<string, number> }) {
  const term = useTerms(), { chinese } = useLanguage();
  return <>{[[term("weights"), weights.map(({ say, points }) => [said(say, chinese), points > 0 ? `+${points}` : String(points)])] as const, [term("limits"), Object.entries(limits).map(([name, n]) => [term(name), String(n)])] as const].map(([title, lines]) =>
    <section key={title} aria-label={title}><header><h2>{title}</h2></header><dl className="ledger">{lines.map(([what, n], at) => [<dt key={`${at} what`}>{what}</dt>, <dd key={at} className="figure">{n}</dd>])}</dl></section>)}</>;
}
/** The same as a part of the way's own page. */
export const designOn = (kind: string) => { const Shown = designOf(kind); return ({ row }: SectionProps) => <Shown values={row} />; };
