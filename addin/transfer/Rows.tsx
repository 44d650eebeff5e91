import { Link } from "@fluentui/react/lib/Link";
import { useState } from "react";
import type { Field } from "../../model/field.ts";
import type { AnyRecord } from "../../model/record.ts";
import { Pick } from "../form/Pick.tsx";
import { useLanguage } from "../language.ts";
import { sayField, useWords } from "../record/words.ts";
import type { Does, Told } from "./ask.ts";
import type { Words } from "./words.en.ts";
import { useTransferWords } from "./words.ts";

const kinds: readonly Does[] = ["refuse", "create", "update", "skip"], page = 50;
/** What becomes of each row, one sort at a time, the refused first with what is wrong with them. */
export function Rows({ rows, type }: { rows: readonly Told[]; type: AnyRecord }) {
  const words = useTransferWords(), all = useWords(), { say } = useLanguage();
  const there = kindsOf(rows), [chosen, choose] = useState<Does | "all">(), [shown, show] = useState(page);
  const kind = chosen ?? there[0] ?? "all", some = kind === "all" ? rows : rows.filter(({ does }) => does === kind);
  const name = (field: string) => { const of = (type.fields as Record<string, Field>)[field.split(".")[0]!]; return of ? `${say(of.label, `${type.name}.${field}`)}: ` : ""; };
  return (
    <section aria-label={words.report}>
      <header><h2>{words.report}</h2></header>
      <p style={{ margin: "8px 0" }}>{sayCounts(words, rows)}</p>
      {there.length > 1 && <Pick ariaLabel={words.show} selectedKey={kind} options={[...there.map(key => ({ key, text: words.does[key] })), { key: "all", text: words.all }]} onChange={(_, one) => { choose(one!.key as Does); show(page); }} />}
      <ul className="told">{some.slice(0, shown).map(told => (
        <li key={told.row}><div className="head"><span>{words.row(told.row)}{told.title && <> · <bdi>{told.title}</bdi></>}</span><span className={told.does === "refuse" ? "bad" : "quiet"}>{words.does[told.does]}</span></div>
          {told.like !== undefined && <p className="quiet">{words.like(told.like)}</p>}
          {told.fields?.length ? told.fields.map((one, n) => <p key={n} className="bad">{name(one.field)}{sayField(all, one)}</p>) : told.does === "refuse" && told.detail && <p className="bad">{told.detail}</p>}</li>
      ))}</ul>
      {some.length > shown && <div className="links"><Link as="button" type="button" onClick={() => show(shown + page)}>{words.more(Math.min(page, some.length - shown))}</Link></div>}
    </section>
  );
}

const kindsOf = (rows: readonly Told[]) => kinds.filter(kind => rows.some(({ does }) => does === kind));
/** How many rows of each sort there are. */
export const sayCounts = (words: Words, rows: readonly Told[]): string => kindsOf(rows).map(kind => words.counts[kind](rows.filter(({ does }) => does === kind).length)).join(" · ");
