import { useCallback, useEffect, useState } from "react";
import type { Likeness } from "../../model/known.ts";
import { pathOf, type AnyRow } from "../../model/record.ts";
import type { RecordName } from "../../model/records.ts";
import type { Api } from "../api.ts";
import { useDoors } from "../doors.ts";
import { useAsk, useRested } from "../use.ts";

type Values = Record<string, unknown>;
/** The types that are looked for while one types; a company's rules of others are asked when one saves. */
const watched: readonly string[] = ["lead", "contact", "account"];
const none: readonly Likeness[] = [];

/** Records that may be the same as what a form says: those found while one types, and, with `hold`, a save that is held back once for each of them. `was` is the record before it was edited, whose own likenesses are old news. */
export function useAlike(type: RecordName, values: Values, was?: AnyRow) {
  const { api } = useDoors(), asked = useRested(JSON.stringify(told(values)), 400);
  const [found, show] = useState<readonly Likeness[]>(none), [seen, setSeen] = useState<readonly string[]>([]);
  const question = watched.includes(type) && asked !== "{}" && asked !== JSON.stringify(told(was ?? {})) ? `alike ${type} ${was?.id} ${asked}` : undefined;
  const { answer } = useAsk(question, () => alikeTo(api, type, JSON.parse(asked) as Values, was));
  useEffect(() => { if (answer) show(answer); else if (!question && watched.includes(type)) show(none); }, [answer, question, type]);
  /** Whether the save waits, because something was found that had not held it back before. A service that cannot say holds nobody up. */
  const hold = useCallback(async (saved: Values): Promise<boolean> => {
    const found = await alikeTo(api, type, told(saved), was).catch(() => none), paths = found.map(pathTo);
    show(found);
    setSeen([...seen, ...paths]);
    return paths.some(path => !seen.includes(path));
  }, [api, type, was, seen]);
  return { found, held: found.length > 0 && found.every(one => seen.includes(pathTo(one))), hold };
}
const pathTo = ({ record }: Likeness) => pathOf(record.type, record.id);

async function alikeTo(api: Api, type: RecordName, values: Values, was?: AnyRow): Promise<readonly Likeness[]> {
  const ask = async (of: Values) => (await api.duplicates(type, of, was?.id)).duplicates;
  const [found, before] = await Promise.all([ask(values), was ? ask(told(was)) : none]), old = before.map(({ record }) => record.id);
  return found.filter(({ record }) => !old.includes(record.id));
}

/** What a record can be recognised by: its words and figures. */
const told = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([name, value]) => !stamps.includes(name) && (typeof value === "number" || typeof value === "string" && value.trim() && value.length <= 400)));
const stamps = ["id", "version", "status", "reason", "owner", "createdAt", "createdBy", "updatedAt", "updatedBy"];
