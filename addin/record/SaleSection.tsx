import { DefaultButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { useState } from "react";
import { decimal, minus, numberOf } from "../../model/decimal.ts";
import { printedName } from "../../model/printed.ts";
import type { AnyRow } from "../../model/record.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { SumLines } from "../form/SaleLines.tsx";
import { useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { Amount } from "../list/Amount.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { useTitle } from "../reach.ts";
import { useWork } from "../use.ts";
import { Explained } from "./Explained.tsx";
import { save as keep } from "./save.ts";
import { useSaleWords } from "./saleWords.ts";

type Line = Record<string, any>;

/** The products of a deal or a paper, what they come to and why, and the paper itself as PDF. */
export const saleSection = (type: RecordName) => function Sale({ row, round }: { row: AnyRow; round: number }) {
  const words = useSaleWords(), lines = (row.lines ?? []) as Line[], [why, setWhy] = useState(false);
  const printed = ["quote", "order", "invoice"].includes(type);
  if (!lines.length && !printed) return null;
  return (
    <section aria-label={words.products}>
      <header><h2>{words.products}</h2><span className="quiet">{lines.length || ""}</span>{lines.length > 0 && <span className="end links" style={{ marginTop: 0 }}><Link as="button" type="button" aria-expanded={why} onClick={() => setWhy(!why)}>{why ? words.hide : words.explain}</Link></span>}</header>
      <ol className="told">{lines.map((line, n) => <SaleLine key={n} line={line} currency={row.currency} />)}</ol>
      <SumLines sums={row} freight={row.freight as number | undefined} />
      {why && <Explained type={type} id={row.id} round={`${row.version} ${round}`} />}
      {printed && <Print type={type} row={row} />}
    </section>
  );
};

function SaleLine({ line, currency }: { line: Line; currency: unknown }) {
  const { number } = useFormats(), words = useSaleWords(), money = (of: unknown) => <Amount of={of as number} currency={currency} />, { say } = useLanguage(), { go } = useDoors(), title = useTitle("product", line.name ? undefined : line.product as string | undefined), unit = useTitle("unit", line.unit as string | undefined);
  const name = (line.writeIn ?? line.name ?? title ?? "…") as string, net = line.extended === undefined ? undefined : numberOf(minus(decimal(line.extended as number), decimal((line.tax as number | undefined) ?? 0)));
  const problem = line.problem && line.problem !== "none" ? recordType("opportunity")!.fields.lines?.of?.problem?.choices?.[line.problem as string] as string | undefined : undefined;
  return (
    <li style={line.bundle ? { paddingInlineStart: 16 } : undefined}>
      <div className="said">{line.product ? <Link as="button" type="button" style={{ textAlign: "left" }} onClick={() => go({ at: "record", type: "product", id: String(line.product) })}>{name}</Link> : <bdi>{name}</bdi>}{net !== undefined && <span className="figure"><Amount of={net} currency={currency} exact /></span>}</div>
      <p className="quiet figure">{number(line.quantity as number)}{unit ? ` ${unit}` : ""}{line.price !== undefined && <> × {money(line.price)}</>}{line.volumeDiscount ? <> (− {money(line.volumeDiscount)})</> : null}{line.discount ? <> − {money(line.discount)}</> : null}{line.taxRate ? ` · ${number(line.taxRate as number)} %` : ""}</p>
      {!!(line.shipped || line.canceled) && <p className="quiet">{[words.shippedOf(number((line.shipped as number | undefined) ?? 0), number(line.quantity as number)), line.canceled && words.canceledOf(number(line.canceled as number))].filter(Boolean).join(" · ")}</p>}
      {problem && <p className="quiet warn">{say(problem)}</p>}
      {line.description && <p className="quiet">{String(line.description)}</p>}
    </li>
  );
}

/** The paper as PDF, in either language, saved under its number. */
function Print({ type, row }: { type: RecordName; row: AnyRow }) {
  const { api, announce } = useDoors(), words = useSaleWords(), { chinese } = useLanguage(), { busy, problem, run } = useWork();
  const save = (language: "en" | "zh") => void run(async () => {
    const bytes = await api.bytes(`${type}/${row.id}/pdf?language=${language}`), name = printedName(row, String(row.name ?? ""));
    keep(bytes, name, "application/pdf");
    announce(words.saved(name));
  });
  const order: ("en" | "zh")[] = chinese ? ["zh", "en"] : ["en", "zh"];
  return <><div className="acts">{order.map(language => <DefaultButton key={language} text={busy ? words.making : language === "en" ? words.english : words.chinese} disabled={busy} onClick={() => save(language)} />)}</div><ProblemLine problem={problem} /></>;
}
