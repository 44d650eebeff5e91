import type { Secrets, Standing, Told } from "../../model/dialog.ts";
import type { Plain, Say } from "../../model/expression.ts";
import type { AnyRow } from "../../model/record.ts";
import type { Api } from "../api.ts";

/** A dialog on its way, as the service tells of it. */
export type SessionRow = AnyRow & { name: string; title: string; dialog: string; on?: string; answered: number; comments?: string; summary?: Told[]; ending?: Say };
export interface Stood { session: SessionRow; standing: Extract<Standing, { at: "page" | "end" }>; secrets: Secrets }

/** Never kept for later where the service cannot be reached (the queue knows what can wait): what is asked next depends on the answer, and some answers are kept nowhere. */
const ask = (api: Api, path: string, body: object) => api.call<Stood>("POST", `dialogs/${path}`, { body });
export const begin = (api: Api, dialog: string, on: string) => ask(api, "start", { dialog, on });
export const stand = (api: Api, id: string, secrets: Secrets) => ask(api, `${id}/stand`, { secrets });
export const reply = (api: Api, id: string, n: number, values: Plain, secrets: Secrets) => ask(api, `${id}/answer`, { n, values, secrets });
export const goBack = (api: Api, id: string, secrets: Secrets) => ask(api, `${id}/back`, { secrets });
export const comment = (api: Api, id: string, text: string) => ask(api, `${id}/comments`, { text });

/** What the pane alone remembers of a dialog until it is closed: the answers that are kept nowhere, and what is typed on each page. */
export interface Memory { secrets: Secrets; drafts: Map<string, Plain> }
const memories = new WeakMap<Api, Map<string, Memory>>();
export function memoryOf(api: Api, id: string): Memory {
  let all = memories.get(api);
  if (!all) memories.set(api, all = new Map());
  let mine = all.get(id);
  if (!mine) all.set(id, mine = { secrets: {}, drafts: new Map() });
  return mine;
}

/** What a page begins with: what was typed there last, else what was answered, also where it is kept nowhere. */
export function begun({ secrets, drafts }: Memory, { n, page, given }: Extract<Standing, { at: "page" }>): Plain {
  const kept = Object.fromEntries(page.prompts.filter(one => one.log === false && secrets[`${n}.${one.key}`] != null).map(one => [one.key, secrets[`${n}.${one.key}`]]));
  return drafts.get(placeOf(n, page.key)) ?? { ...given, ...kept };
}
export const placeOf = (n: number, page: string): string => `${n} ${page}`;
