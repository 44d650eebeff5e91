import { useEffect, useState } from "react";
import type { AnyRecord } from "../model/record.ts";

type Find = (name: string) => AnyRecord | undefined;
let find: Find | undefined;
let coming: Promise<Find> | undefined;
/** The declarations of all records are not needed for the first paint, so they come beside it. */
export const loadDeclared = (): Promise<Find> => coming ??= import("../model/records.ts").then(({ recordType }) => find = recordType, (error: unknown) => { coming = undefined; throw error; });

/** Finds the declaration of a record type, once they have all arrived. */
export function useDeclared(): Find {
  const [, redraw] = useState(0);
  useEffect(() => { if (!find) loadDeclared().then(() => redraw(n => n + 1), () => undefined); }, []);
  return find ?? (() => undefined);
}
