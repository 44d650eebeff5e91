import { useCallback, useEffect, useMemo, useState } from "react";
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
  const alike = useMemo(() => alikeTo(api, type, was), [api, type, was]);
  const { answer } = useAsk(question, () => alike(JSON.parse(asked) as Values));
  useEffect(() => { if (answer) show(answer); else if (!question && watched.includes(type)) show(none); }, [answer, question, type]);
  /** Whether the save waits, because something was found that had not held it back before. A service that cannot say holds nobody up. */
  const hold = useCallback(async (saved: Values): Promise<boolean> => {
    const found = await alike(told(saved)).catch(() => none), paths = found.map(pathTo);
    show(found);
    setSeen([...seen, ...paths]);
    return paths.some(path => !seen.includes(path));
  }, [alike, seen]);
  return { found, held: found.length > 0 && found.every(one => seen.includes(pathTo(one))), hold };
}
const pathTo = ({ record }: Likeness) => pathOf(record.type, record.id);

/** Asks for likenesses; those of the record as it was are asked for once. */
function alikeTo(api: Api, type: RecordName, was?: AnyRow): (values: Values) => Promise<readonly Likeness[]> {
  const ask = async (of: Values) => (await api.duplicates(type, of, was?.id)).duplicates;
  let before: Promise<readonly Likeness[]> | undefined;
  const known = () => before ??= (was ? ask(told(was)) : Promise.resolve(none)).catch((error: unknown) => { before = undefined; throw error; });
  return async values => {
    const [found, old] = await Promise.all([ask(values), known()]), paths = old.map(pathTo);
    return found.filter(one => !paths.includes(pathTo(one)));
  };
}

/** What a record can be recognised by: its words and figures. */
const told = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([name, value]) => !stamps.includes(name) && (typeof value === "number" || typeof value === "string" && value.trim() && value.length <= 400)));
const stamps = ["id", "version", "status", "reason", "owner", "createdAt", "createdBy", "updatedAt", "updatedBy"];
