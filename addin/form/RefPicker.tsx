import { Link } from "@fluentui/react/lib/Link";
import type { ITag } from "@fluentui/react/lib/Pickers";
import { useEffect, useRef, useState } from "react";
import type { Brief } from "../../model/known.ts";
import { splitPath, titleOf, type AnyRow } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { useReach } from "../reach.ts";
import { useLanguage } from "../language.ts";
import { useWords } from "../record/words.ts";
import { Finder } from "./Finder.tsx";
import type { WidgetProps } from "./widget.ts";

/** Another record, found by typing a part of its name. */
export function RefPicker({ field, label, value, fault, disabled, change, several }: WidgetProps & { several?: boolean }) {
  const { lookUp, title, create, alike, mayCreate } = useReach(), words = useWords(), { say } = useLanguage();
  const types = (field.to ?? []).filter(type => recordType(type)), mixed = (field.to ?? []).length > 1;
  const chosen = ([value ?? []].flat() as string[]);
  const [names, setNames] = useState<Record<string, string>>({});
  const [held, hold] = useState<{ name: string; found: readonly Brief[] }>(), asked = useRef(0);
  /** Whatever is still being asked for is of an earlier choice now. */
  const drop = () => { hold(undefined); return ++asked.current; };
  const take = (id: string, name: string) => { drop(); setNames(was => ({ ...was, [id]: name })); change(several ? [...chosen, id] : id); };
  const make = (name: string, mine = drop()) => void create(types[0]!, newBy(types)!(name)).then(id => { if (asked.current === mine) take(id, name); }, () => undefined);
  const missing = chosen.filter(one => !(one in names)).join(" ");
  const pathOf = (one: string) => mixed ? splitPath(one) : [field.to![0]!, one] as [string, string];
  useEffect(() => {
    let current = true;
    for (const one of missing.split(" ").filter(Boolean))
      title(...pathOf(one)).then(name => { if (current) setNames(was => ({ ...was, [one]: name ?? words.hidden })); }, () => { if (current) setNames(was => ({ ...was, [one]: "…" })); });
    return () => { current = false; };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the paths follow from the values
  }, [title, missing]);
  const find = async (typed: string): Promise<ITag[]> => {
    const found = await Promise.all(types.map(async type => {
      const records = await lookUp(type, typed.trim());
      return (records as AnyRow[]).map(row => ({ key: mixed ? `${type}/${row.id}` : row.id, name: titleOf(recordType(type)!, row) + (mixed ? ` · ${say(recordType(type)!.label[0])}` : "") }));
    }));
    const begun = newBy(types), name = typed.trim();
    return [...found.flat().filter(tag => !chosen.includes(tag.key)).slice(0, 8), ...begun && name.length > 1 && mayCreate(recordType(types[0]!)!) ? [{ key: `${fresh}${name}`, name: words.createNamed(name) }] : []];
  };
  return (
    <Finder label={label} hint={words.typeToSearch} required={field.required} disabled={disabled} fault={fault} taken={chosen.map(key => ({ key, name: names[key] ?? "…" }))} limit={several ? 100 : 1} find={find}
      typing={typed => { if (typed.trim()) drop(); }}
      take={tags => {
        const mine = drop();
        const made = tags.find(tag => String(tag.key).startsWith(fresh));
        if (made) {
          const name = String(made.key).slice(fresh.length);
          void alike(types[0]!, newBy(types)!(name)).then(found => { if (asked.current !== mine) return; if (found.length) hold({ name, found }); else make(name, mine); });
          return;
        }
        setNames(was => ({ ...was, ...Object.fromEntries(tags.map(tag => [String(tag.key), tag.name])) }));
        const keys = tags.map(tag => String(tag.key));
        change(several ? (keys.length ? keys : undefined) : keys[0]);
      }}>
      {held && <div className="panel" role="alert"><p>{words.duplicates}</p><div className="links">
        {held.found.slice(0, 3).map(one => <Link key={one.id} as="button" type="button" onClick={() => take(one.id, one.title)}>{words.take(one.title)}</Link>)}
        <Link as="button" type="button" onClick={() => make(held.name)}>{words.createNamed(held.name)}</Link></div></div>}
    </Finder>
  );
}

/** Begins the key of what is not there yet. */
const fresh = "\u0000";
/** How a record of the type is begun with a name alone; nothing where it needs more than that. */
function newBy(types: readonly string[]): ((name: string) => Record<string, unknown>) | undefined {
  const type = types.length === 1 ? recordType(types[0]!) : undefined, fields = type ? Object.entries(type.fields as Record<string, { required: boolean; kind: string }>).filter(([, field]) => field.required) : [];
  return fields.length === 1 && fields[0]![1].kind === "text" && (type!.title === fields[0]![0] || type!.name === "contact") ? name => type!.name === "contact" ? personOf(name) : { [fields[0]![0]]: name } : undefined;
}
/** “Jamie Fenwick” is a first and a last name, one word a last name, two or three Chinese signs family name first. */
function personOf(name: string): Record<string, unknown> {
  if (/^\p{Script=Han}{2,3}$/u.test(name)) return { lastName: name[0], firstName: name.slice(1) };
  const at = name.lastIndexOf(" ");
  return at < 0 ? { lastName: name } : { firstName: name.slice(0, at), lastName: name.slice(at + 1) };
}
