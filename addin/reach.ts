import type { AnyRow } from "../model/record.ts";
import type { RecordName } from "../model/records.ts";
import { useDoors } from "./doors.ts";

/** The little that a part may ask of the panes around it: to look up a record by its words, to open one, and to open a web page. */
export function useReach() {
  const { api, go, mailbox } = useDoors();
  return {
    /** Whose answers are kept beside it: titles are asked for once. */
    api,
    lookUp: (type: string, text: string): Promise<AnyRow[]> => api.list(type as RecordName, text ? { text, take: 6 } : { take: 6 }).then(({ records }) => records as AnyRow[], () => []),
    open: (type: string, id: string) => go({ at: "record", type: type as RecordName, id }),
    browse: (address: string) => mailbox.browse(address),
  };
}
