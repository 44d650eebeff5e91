import { Link } from "@fluentui/react/lib/Link";
import type { FC } from "react";
import type { Field, Kind } from "../../model/field.ts";
import { splitPath } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { Amount } from "./Amount.tsx";
import { useReach, useTitle } from "../reach.ts";
import { useFormats, type Formats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { Address } from "../parts/Address.tsx";
import type { Words } from "../record/words.en.ts";
import { useWords } from "../record/words.ts";

/** `of` is the record type, for words that differ by type; `row` the record, in whose currency amounts are: without it they have no sign; `open` lets references be opened, which a row that is itself a button must not. */
export interface CellProps { of: string; field: Field; value: any; row?: Readonly<Record<string, unknown>>; open?: boolean }
interface Drawn extends CellProps { formats: Formats; words: Words; say(word: string, exception?: `${string}.${string}`): string }

/** How each kind of value is read; a new kind does not compile without one. */
const cells: Record<Kind, FC<Drawn>> = {
  text: ({ value }) => <bdi>{value}</bdi>,
  prose: ({ value }) => <bdi>{value}</bdi>,
  email: ({ value, open }) => open ? <Link href={`mailto:${encodeURI(String(value))}`}><Address of={String(value)} /></Link> : <bdi>{value}</bdi>,
  phone: ({ value, open }) => open ? <Link href={`tel:${String(value).replace(/[^\d+]/g, "")}`}>{value}</Link> : <bdi>{value}</bdi>,
  link: ({ value, open }) => open ? <Website address={String(value)} /> : <bdi>{value}</bdi>,
  number: ({ value, formats }) => <span className="figure">{formats.number(value as number)}</span>,
  money: ({ of, value, row, formats }) => row ? <Amount of={value as number} currency={currencyOf(of, row)} /> : <span className="figure">{formats.amount(value as number)}</span>,
  flag: ({ value, words }) => <>{value ? words.yes : words.no}</>,
  choice: ({ of, field, value, say }) => <>{say(field.choices?.[value as string] ?? String(value), `${of}.${String(value)}`)}</>,
  date: ({ value, formats }) => <span className="figure">{formats.day(value as string)}</span>,
  moment: ({ value, formats }) => <span className="figure">{formats.moment(value as string)}</span>,
  ref: ({ field, value, open }) => <Named field={field} value={value as string} open={open} />,
  refs: ({ field, value, open }) => <>{(value as string[]).map((one, n) => <span key={one}>{n > 0 && ", "}<Named field={field} value={one} open={open} /></span>)}</>,
  lines: props => <Lines {...props} />,
  data: ({ value }) => <code style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{JSON.stringify(value, undefined, 1)}</code>,
};

/** A value as people read it; nothing where there is none. */
export function Cell(props: CellProps) {
  const formats = useFormats(), words = useWords(), { say } = useLanguage();
  if (props.value === undefined || props.value === null) return null;
  const Of = cells[props.field.kind];
  return <Of {...props} formats={formats} words={words} say={say} />;
}

/** The id of a record's currency; none where its amounts are in the company's own. */
const currencyOf = (of: string, row: Readonly<Record<string, unknown>>) => (recordType(of)?.fields as Record<string, Field> | undefined)?.currency?.kind === "ref" ? row.currency : undefined;

function Named({ field, value, open }: { field: Field; value: string; open?: boolean }) {
  const reach = useReach();
  const [type, id] = field.to!.length > 1 ? splitPath(value) : [field.to![0]!, value];
  const told = useTitle(type, id), words = useWords();
  const title = told === null ? words.hidden : told ?? "…";
  return open && told !== null ? <Link as="button" type="button" onClick={() => reach.open(type, id)}>{title}</Link> : <bdi>{title}</bdi>;
}

/** What belongs to machines is not read by people. */
const silent = ["hash", "type", "size"];
function Lines({ of, field, value, row, open }: Drawn) {
  return <>{(value as Record<string, unknown>[]).map((line, n) => <span key={n} style={{ display: "block" }}>{Object.entries(field.of ?? {}).filter(([name]) => line[name] !== undefined && !silent.includes(name)).map(([name, cell], k) => <span key={name}>{k > 0 && " · "}<Cell of={of} field={cell} value={line[name]} row={row} open={open} /></span>)}</span>)}</>;
}

function Website({ address }: { address: string }) {
  const { browse } = useReach();
  const whole = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  return <Link href={whole} target="_blank" rel="noopener noreferrer" onClick={event => { event.preventDefault(); browse(whole); }}>{address}</Link>;
}
