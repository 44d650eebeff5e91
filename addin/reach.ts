import { useCallback, useEffect, useMemo, useState } from "react";
import type { Brief } from "../model/known.ts";
import { may } from "../model/may.ts";
import { pathOf, type AnyRecord, type AnyRow, type Read } from "../model/record.ts";
import type { RecordName } from "../model/records.ts";
import type { Api } from "./api.ts";
import { useDoors } from "./doors.ts";

/** The little that a part may ask of the panes around it: to look up a record by its words, to name one, to open one, and to open a web page. */
export function useReach() {
  const { api, go, mailbox, me } = useDoors();
  const title = useCallback((type: string, id: string) => askTitle(api, type, id), [api]);
  return useMemo(() => ({
    lookUp: (type: string, text: string, filter: Record<string, string> = {}): Promise<AnyRow[]> => api.list(type as RecordName, { ...filter, ...text && { text }, take: 6 }).then(({ records }) => records as AnyRow[], () => []),
    neighbours: (what: Read): Promise<AnyRow[]> => askNeighbours(api, what),
    /** A new record of a few words, made while another is written. */
    create: async (type: string, values: object): Promise<string> => (await api.create(type as RecordName, values as never)).id,
    /** Records of the type that may be the same as one to come; none where the service cannot say. */
    alike: (type: string, values: object) => api.duplicates(type as RecordName, values).then(({ duplicates }) => duplicates.map(({ record }) => record).filter(record => record.type === type), (): Brief[] => []),
    mayCreate: (type: AnyRecord) => may(me, "write", type, { owner: me.id }),
    upload: (file: File) => api.upload(file),
    user: me.id, role: me.role,
    title,
    open: (type: string, id: string) => go({ at: "record", type: type as RecordName, id }),
    browse: (address: string) => mailbox.browse(address),
  }), [api, title, go, mailbox, me]);
}

/** The title of a record that another one refers to; undefined until it is known, null where it is not for the reader. */
export function useTitle(type: string, id: string | undefined): string | null | undefined {
  const { title } = useReach();
  const [told, tell] = useState<{ of: string; is: string | null }>();
  const of = `${type}/${id}`;
  useEffect(() => {
    let current = true;
    if (id) title(type, id).then(is => { if (current) tell({ of, is: is ?? null }); }, () => {});
    return () => { current = false; };
  }, [title, type, id, of]);
  return told?.of === of ? told.is : undefined;
}

/** Asked for once and kept for the life of the pane; all that are wanted at one moment go in one request. Nothing where the reader may not see the record. */
interface Titles { told: Map<string, Promise<string | undefined>>; waiting: Map<string, { tell(title: string | undefined): void; fail(why: unknown): void }> }
const titles = new WeakMap<Api, Titles>();
function askTitle(api: Api, type: string, id: string): Promise<string | undefined> {
  let kept = titles.get(api);
  if (!kept) titles.set(api, kept = { told: new Map(), waiting: new Map() });
  const { told, waiting } = kept, path = pathOf(type, id);
  const asked = told.get(path) ?? new Promise<string | undefined>((tell, fail) => {
    if (!waiting.size) setTimeout(() => { const all = [...waiting]; waiting.clear(); for (let n = 0; n < all.length; n += 100) void askTitles(api, all.slice(n, n + 100)); });
    waiting.set(path, { tell, fail });
  });
  told.set(path, asked);
  asked.catch(() => told.delete(path));
  return asked;
}
async function askTitles(api: Api, wanted: [path: string, hearer: { tell(title: string | undefined): void; fail(why: unknown): void }][]): Promise<void> {
  try {
    const { titles: found } = await api.call<{ titles: Record<string, string> }>("GET", `titles?of=${wanted.map(([path]) => path).join(",")}`);
    for (const [path, { tell }] of wanted) tell(found[path]);
  } catch (why) { for (const [, { fail }] of wanted) fail(why); }
}

/** Neighbours that a record computes from, kept for a minute: the pane asks again with every key that is typed. */
const read = new WeakMap<Api, Map<string, { at: number; rows: Promise<AnyRow[]> }>>();
function askNeighbours(api: Api, what: Read): Promise<AnyRow[]> {
  const kept = read.get(api) ?? new Map<string, { at: number; rows: Promise<AnyRow[]> }>(), key = JSON.stringify(what), had = kept.get(key);
  read.set(api, kept);
  if (had && Date.now() - had.at < 60_000) return had.rows;
  const rows: Promise<AnyRow[]> = "ref" in what ? what.id ? api.read(what.ref as RecordName, what.id).then(row => [row as AnyRow], () => []) : Promise.resolve([])
    : api.list(what.type as RecordName, { ...Object.fromEntries(Object.entries(what.where).map(([name, said]) => [name, [said].flat().join(",")])), take: 200 }).then(({ records }) => records as AnyRow[]);
  kept.set(key, { at: Date.now(), rows });
  rows.catch(() => kept.delete(key));
  return rows;
}
