import { useState } from "react";
import type { Field } from "../../model/field.ts";
import { columnsOf } from "../../model/table.ts";
import type { AnyRecord } from "../../model/record.ts";
import { Pick } from "../form/Pick.tsx";
import { useLanguage } from "../language.ts";
import type { Report } from "./ask.ts";
import { useTransferWords } from "./words.ts";

const out = "-";
/** What each column of the file means; those that nobody recognised come first and stay there once they are told, the others are folded. */
export function Columns({ type, columns, map, change }: { type: AnyRecord; columns: Report["columns"]; map: Record<string, string | null>; change(map: Record<string, string | null>): void }) {
  const words = useTransferWords(), { say } = useLanguage();
  const [first] = useState(() => columns.filter(({ field }) => !field).map(({ header }) => header)), asked = columns.filter(({ header }) => first.includes(header)), unknown = asked.filter(({ header, field }) => !field && map[header] !== null).length;
  const options = [{ key: out, text: words.leaveOut }, ...columnsOf(type).map(({ name, field, header }) => ({ key: name, text: field ? say((field as Field).label, `${type.name}.${name}`) : header }))];
  const row = ({ header, field, sample }: Report["columns"][number]) => (
    <li key={header} className="entry" style={{ display: "block" }}>
      <Pick label={sample ? `${header} – ${words.sample(sample)}` : header} selectedKey={field ?? out} options={options} onChange={(_, one) => change({ ...map, [header]: one!.key === out ? null : String(one!.key) })} />
    </li>
  );
  return (
    <section aria-label={words.columns}>
      {unknown > 0 && <p className="warn">{words.unmapped(unknown)}</p>}
      {asked.length > 0 && <ul className="told">{asked.map(row)}</ul>}
      <details><summary style={{ minHeight: 32, cursor: "pointer" }}>{words.columns} ({columns.length - asked.length})</summary><ul className="told">{columns.filter(one => !asked.includes(one)).map(row)}</ul></details>
    </section>
  );
}
