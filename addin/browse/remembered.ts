import type { Api } from "../api.ts";
import type { Filter } from "../list/views.ts";

/** How a list was left: going back, or opening it again, finds it so. */
export interface Left { view: string; filter: Filter; text: string; order?: string; down?: boolean; opened?: string }

const lists = new WeakMap<Api, Map<string, Left>>();
/** Kept for the life of the pane, for each identity on its own. */
export function leftOf(api: Api): Map<string, Left> {
  let kept = lists.get(api);
  if (!kept) lists.set(api, kept = new Map());
  return kept;
}
