import type { Api } from "../api.ts";

type Values = Record<string, unknown>;
const kept = new WeakMap<Api, Map<string, Values>>();

/** What was typed and not saved, by place: kept for the life of the pane, for each identity on its own, so that going back loses nothing. */
export function draftsOf(api: Api): Map<string, Values> {
  let mine = kept.get(api);
  if (!mine) kept.set(api, mine = new Map());
  return mine;
}
