import { Link } from "@fluentui/react/lib/Link";
import { useState } from "react";
import type { Field } from "../../model/field.ts";
import type { AnyRecord, AnyRow } from "../../model/record.ts";
import { designed } from "../form/DataEditor.tsx";
import { useLanguage } from "../language.ts";
import { Cell } from "../list/cells.tsx";
import { useWords } from "./words.ts";

/** Fields that a section of the page shows better. */
const elsewhere: Record<string, readonly string[]> = { competitor: ["offers"], goal: ["actual", "inProgress", "percent", "targetToday", "percentToday", "rolledUp"] };

/** The record's fields as they are declared in groups; groups and fields without a value are folded away. */
export function Details({ type, row }: { type: AnyRecord; row: AnyRow }) {
  const { say } = useLanguage(), words = useWords();
  const [all, showAll] = useState(false);
  const fields = Object.fromEntries(Object.entries(type.fields as Record<string, Field>).filter(([name, field]) => !field.of?.extended && !field.of?.hash && !(field.kind === "data" && designed.includes(type.name)) && !elsewhere[type.name]?.includes(name))); // products, files, ways and battle cards have places of their own
  const groups = (type.form as readonly (readonly [string, readonly string[]])[]).map(([group, names]) => [group, names.filter(name => fields[name] && (all || row[name] !== undefined))] as const).filter(([, names]) => names.length);
  const empty = type.form.flatMap(([, names]) => names as readonly string[]).filter(name => fields[name] && row[name] === undefined).length;
  return (
    <>
      {groups.map(([group, names]) => (
        <div key={group}><h3>{say(group)}</h3><dl>{names.map(name => [<dt key={`${name}-label`}>{say(fields[name]!.label, `${type.name}.${name}`)}</dt>, <dd key={name}><Cell of={type.name} field={fields[name]!} value={row[name]} row={row} open /></dd>])}</dl></div>
      ))}
      {empty > 0 && <div className="links"><Link as="button" type="button" aria-expanded={all} onClick={() => showAll(!all)}>{all ? words.fewer : words.emptyFields(empty)}</Link></div>}
    </>
  );
}
