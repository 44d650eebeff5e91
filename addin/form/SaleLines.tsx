import { Link } from "@fluentui/react/lib/Link";
import type { Field } from "../../model/field.ts";
import { decimal, minus, numberOf } from "../../model/decimal.ts";
import { recordType } from "../../model/records.ts";
import { useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { Amount } from "../list/Amount.tsx";
import { Cell } from "../list/cells.tsx";
import { sayField } from "../record/words.ts";
import { useWords } from "../record/words.ts";
import { LineRows } from "./LineRows.tsx";
import { faultOf, wrongLines, type Line } from "./lines.ts";
import { useLineWords } from "./lineWords.ts";
import { ProductPicker } from "./ProductPicker.tsx";
import { useDerived } from "./useDerived.ts";
import type { WidgetProps } from "./widget.ts";
import { widgets } from "./widgets.tsx";

/** The product lines of a deal or a paper: what, how many, at what price, with what they come to as it is typed. Items that a bundle brings are shown and made by the service. */
export function SaleLines({ of = "", record = {}, field, label, value, fault, wrong = [], disabled, change }: WidgetProps) {
  const words = useLineWords(), paneWords = useWords(), { say } = useLanguage(), { amount: plain } = useFormats();
  const all = (value as Line[] | undefined) ?? [], lines = all.filter(line => line.kind !== "required"), cells = field.of!;
  const sums = useDerived(recordType(of), record), made = ((sums?.lines ?? []) as Line[]), own = made.filter(line => line.kind !== "required");
  const priceList = record.priceList as string | undefined, put = (next: Line[]) => change(next.length ? next : undefined);
  const amount = (of: unknown) => typeof of === "number" ? plain(of) : undefined;
  const body = (line: Line, n: number) => {
    const now = own[n] ?? {}, set = (values: Line) => put(lines.map((was, i) => i === n ? { ...was, ...values } : was));
    const widget = (name: string, more: { value?: unknown; change?(value: unknown): void; wide?: boolean } = {}) => {
      const cell = cells[name] as Field, Widget = widgets[cell.kind], found = faultOf(wrong, n, name);
      return <div key={name} className={more.wide ? "wide" : undefined}><Widget of={of} field={cell} label={say(cell.label, `${of}.${name}`)} value={"value" in more ? more.value : line[name]} fault={found && sayField(paneWords, found)} disabled={disabled} sayChoice={key => say(cell.choices?.[key] ?? key)} change={more.change ?? (value => set({ [name]: value }))} /></div>;
    };
    const found = faultOf(wrong, n, "product"), written = line.writeIn !== undefined;
    return (
      <>
        {written ? widget("writeIn", { wide: true, value: line.writeIn || undefined, change: value => set({ writeIn: value ?? "" }) }) : <div className="wide"><ProductPicker label={say(cells.product!.label)} value={line.product as string | undefined} priceList={priceList} fault={found && sayField(paneWords, found)} disabled={disabled} change={product => set({ product, ...line.overridden ? {} : { price: undefined }, unit: undefined })} /></div>}
        <div className="wide links" style={{ margin: 0 }}><Link as="button" type="button" disabled={disabled} onClick={() => set(written ? { writeIn: undefined, overridden: undefined, price: undefined } : { product: undefined, unit: undefined, writeIn: "", overridden: true })}>{written ? words.fromCatalogue : words.writeIn}</Link></div>
        {widget("quantity")}
        {widget("unit", { value: line.unit ?? now.unit })}
        <div>{widget("price", { value: line.overridden || written ? line.price : now.price ?? line.price, change: price => set({ price, overridden: price === undefined ? undefined : true }) })}
          {!written && <p className="quiet">{line.overridden ? <>{words.typedPrice} <Link as="button" type="button" onClick={() => set({ price: undefined, overridden: undefined })}>{words.useList}</Link></> : now.price !== undefined && priceList ? words.listPrice : null}</p>}</div>
        {widget("discount")}
        {widget("taxRate")}
        {line.typedTax === undefined ? <div className="links" style={{ alignSelf: "end" }}><Link as="button" type="button" onClick={() => set({ typedTax: (now.tax as number | undefined) ?? 0 })}>{words.typeTax}</Link></div> : <div>{widget("typedTax")}<Link as="button" type="button" onClick={() => set({ typedTax: undefined })}>{words.useRate}</Link></div>}
        {line.description !== undefined || line.product || written ? widget("description", { wide: true }) : null}
        {now.problem && now.problem !== "none" && (line.product || line.writeIn) ? <p className="wide warn" role="status">{say(String(cells.problem?.choices?.[String(now.problem)] ?? now.problem))}</p> : null}
        {amount(now.volumeDiscount) && <p className="wide quiet">{words.volume(amount(now.volumeDiscount)!)}</p>}
      </>
    );
  };
  const brief = (line: Line, n: number, shown: boolean) => {
    const now = own[n], name = (line.writeIn as string | undefined) || (line.product ? <Cell of={of} field={cells.product!} value={line.product} /> : words.newLine);
    const net = now?.extended === undefined ? undefined : numberOf(minus(decimal(now.extended as number), decimal((now.tax as number | undefined) ?? 0)));
    const parts = made.filter(part => part.kind === "required" && part.bundle === now?.position);
    return <><span className="said"><bdi>{name}</bdi><span className="figure">{amount(net)}</span></span>
      <span className="quiet" style={{ display: "block" }}>{[line.quantity !== undefined && `${String(line.quantity)} × ${amount(now?.price ?? line.price) ?? "–"}`, line.discount && `− ${amount(line.discount)}`, typeof now?.tax === "number" && now.tax !== 0 && words.plusTax(amount(now.tax)!)].filter(Boolean).join(" ")}{!shown && now?.problem && now.problem !== "none" ? <span className="warn"> · {say(String(cells.problem?.choices?.[String(now.problem)] ?? now.problem))}</span> : null}</span>
      {parts.map(part => <span key={String(part.position)} className="quiet" style={{ display: "block" }}>{String(part.quantity)} × {String(part.name ?? "")} · {words.included}</span>)}</>;
  };
  return <LineRows label={label} lines={lines} disabled={disabled} fault={wrong.length ? undefined : fault} wrong={wrongLines(wrong)} fresh={{ quantity: 1 }} brief={brief} body={body} change={put}
    foot={<>{lines.length > 0 && !priceList && <p className="quiet">{words.noPriceList}</p>}{lines.length > 0 && <SumLines sums={sums} freight={record.freight as number | undefined} />}</>} />;
}

/** What it all comes to, as it will be stored. */
export function SumLines({ sums, freight }: { sums: Record<string, any> | undefined; freight: number | undefined }) {
  const words = useLineWords();
  if (sums?.total === undefined) return null;
  const off = numberOf(minus(decimal(sums.linesTotal as number), decimal(sums.lessFreight as number)));
  const rows: [string, number, boolean?][] = [[words.linesTotal, sums.linesTotal], ...off ? [[words.discount, -off] as [string, number]] : [], ...freight ? [[words.freight, freight] as [string, number]] : [], ...sums.tax ? [[words.tax, sums.tax] as [string, number]] : [], [words.total, sums.total, true], ...sums.paid ? [[words.paid, -sums.paid], [words.left, numberOf(minus(decimal(sums.total as number), decimal(sums.paid as number))), true]] as [string, number, boolean?][] : []];
  return <dl className="sums" aria-live="polite">{rows.map(([label, of, strong]) => [<dt key={label}>{label}</dt>, <dd key={`${label}-is`} style={strong ? { fontWeight: 600 } : undefined}><Amount of={of} currency={sums.currency} exact /></dd>])}</dl>;
}
