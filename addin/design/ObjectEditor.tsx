import { Link } from "@fluentui/react/lib/Link";
import type { Field } from "../../model/field.ts";
import { recordType } from "../../model/records.ts";
import { useWords } from "../record/words.ts";
import { beginOf, type Part } from "./grammar.ts";
import { PartEditor, type PartProps, type Scope } from "./PartEditor.tsx";
import { useTerms } from "./terms.ts";

/** The parts of one thing; what may be left out is added by a link and taken away again. */
export function ObjectEditor({ part: { parts }, value, scope, change }: PartProps<Extract<Part, { is: "object" }>>) {
  const words = useWords(), term = useTerms(), held = (value ?? {}) as Record<string, unknown>, within = scopeOf(held, scope);
  const all = Object.entries(parts).map(([key, part]) => ({ name: key.replace("?", ""), optional: key.endsWith("?"), part })), absent = all.filter(({ name, optional }) => optional && held[name] === undefined);
  const without = (name: string) => change(Object.fromEntries(Object.entries(held).filter(([key]) => key !== name)));
  return (
    <div className="partsOf">
      {all.filter(one => !absent.includes(one)).map(({ name, optional, part }) => (
        <div key={name} className="onePart">
          <PartEditor part={part} value={held[name]} scope={within} label={term(name)} change={next => change({ ...held, [name]: next })} />
          {optional && <Link as="button" type="button" className="quiet" aria-label={words.removeNamed(term(name))} onClick={() => without(name)}>{words.clear}</Link>}
        </div>
      ))}
      {absent.length > 0 && <div className="links">{absent.map(({ name, part }) => <Link key={name} as="button" type="button" onClick={() => change({ ...held, [name]: name === "log" ? false : beginOf(part) })}>+ {term(name)}</Link>)}</div>}
    </div>
  );
}

/** What a thing says of its own parts: which record type, which field. */
export function scopeOf(held: Record<string, unknown>, scope: Scope): Scope {
  const on = typeof held.on === "string" ? recordType(held.on) : undefined, made = typeof held.type === "string" ? recordType(held.type) : undefined, type = on ?? scope.type;
  const about = typeof held.field === "string" ? { about: (type?.fields as Record<string, Field> | undefined)?.[held.field], name: held.field } : {};
  return { ...scope, ...on && { type: on }, ...made && { made }, ...about };
}
