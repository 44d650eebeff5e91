import { useCallback } from "react";
import { shape } from "../model/field.ts";
import type { AnyRecord, AnyRow } from "../model/record.ts";
import { ruling, type Ruling, type Ways } from "../model/ruling.ts";
import { useDoors } from "./doors.ts";
import { changesBetween, filled } from "./form/check.ts";
import { useAsk } from "./use.ts";

type Plain = Record<string, unknown>;
/** The company's ways as the pane needs them: its rules and processes, and the dialogs by name. */
export interface Known extends Ways { dialogs: { id: string; name: string; on?: string; description?: string }[] }

/** Asked for when a form or a record's page is drawn, and anew with the next. */
export function useWays(): Known | undefined {
  const { api } = useDoors();
  return useAsk("ways", () => api.call<Known>("GET", "ways")).answer;
}

/** What the service would say of these values of a form, by the very function that it asks itself; nothing before the rules are known. */
export function useRuling(type: AnyRecord, was?: AnyRow): ((values: Plain) => Ruling) | undefined {
  const ways = useWays(), { me } = useDoors();
  const rule = useCallback((values: Plain) => rulingOf(ways!, { ...me, now: new Date().toISOString() }, type, values, was), [ways, me, type, was]);
  return ways?.rules && rule;
}

/** The ruling on a form: of its filled values as they are stored, against the record before. */
export function rulingOf(ways: Ways, by: Parameters<typeof ruling>[1], type: AnyRecord, values: Plain, was?: Plain): Ruling {
  const given = filled(values), names = Object.keys(type.fields), { success, data } = shape(type.fields).safeParse(Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name))));
  const stamps = Object.fromEntries(Object.entries(was ?? {}).filter(([name]) => !names.includes(name)));
  return ruling(ways, by, type, was ? "update" : "create", { ...stamps, ...success ? data as Plain : given }, was, was ? changesBetween(was, given, names) : given);
}
