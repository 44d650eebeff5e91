import { useCallback, useEffect, useMemo, useState } from "react";
import { titleOf, type AnyRow } from "../model/record.ts";
import { recordType, type RecordName } from "../model/records.ts";
import type { Api } from "./api.ts";
import { useDoors } from "./doors.ts";

/** The little that a part may ask of the panes around it: to look up a record by its words, to name one, to open one, and to open a web page. */
export function useReach() {
  const { api, go, mailbox } = useDoors();
  const title = useCallback((type: string, id: string) => askTitle(api, type, id), [api]);
  return useMemo(() => ({
    lookUp: (type: string, text: string): Promise<AnyRow[]> => api.list(type as RecordName, text ? { text, take: 6 } : { take: 6 }).then(({ records }) => records as AnyRow[], () => []),
    title,
    open: (type: string, id: string) => go({ at: "record", type: type as RecordName, id }),
    browse: (address: string) => mailbox.browse(address),
  }), [api, title, go, mailbox]);
}

/** The title of a record that another one refers to; undefined until it is known. */
export function useTitle(type: string, id: string | undefined): string | undefined {
  const { title } = useReach();
  const [told, tell] = useState<{ of: string; is: string }>();
  const of = `${type}/${id}`;
  useEffect(() => {
    let current = true;
    if (id) title(type, id).then(is => { if (current) tell({ of, is }); }, () => {});
    return () => { current = false; };
  }, [title, type, id, of]);
  return told?.of === of ? told.is : undefined;
}

/** Asked for once and kept for the life of the pane. */
const titles = new WeakMap<Api, Map<string, Promise<string>>>();
function askTitle(api: Api, type: string, id: string): Promise<string> {
  const kept = titles.get(api) ?? new Map<string, Promise<string>>();
  titles.set(api, kept);
  const path = `${type}/${id}`;
  const asked = kept.get(path) ?? api.read(type as RecordName, id).then(row => titleOf(recordType(type)!, row as AnyRow));
  kept.set(path, asked);
  asked.catch(() => kept.delete(path));
  return asked;
}
