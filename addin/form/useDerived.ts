import { useEffect, useMemo, useState } from "react";
import { derived } from "../../model/derive.ts";
import type { AnyRecord, AnyRow, Read } from "../../model/record.ts";
import { useReach } from "../reach.ts";
import { filled } from "./check.ts";

/** What the record would compute from these values, by the very functions that the service uses; nothing until it is known, or where they do not fit together. */
export function useDerived(type: AnyRecord | undefined, values: Readonly<Record<string, unknown>> | undefined): Record<string, any> | undefined {
  const { neighbours, user } = useReach(), [told, tell] = useState<{ of: string; is: Record<string, any> }>();
  const of = useMemo(() => type?.derive && values ? JSON.stringify(filled(values)) : "", [type, values]);
  useEffect(() => {
    if (!of || !type) return;
    let current = true;
    const timer = setTimeout(() => {
      const load = (what: Read): Promise<AnyRow[]> => neighbours(what);
      derived(type, JSON.parse(of) as object, { user, now: new Date().toISOString() }, load).then(is => { if (current) tell({ of, is: is as Record<string, any> }); }, () => undefined);
    }, 120);
    return () => { current = false; clearTimeout(timer); };
  }, [of, type, neighbours, user]);
  return told?.is;
}
