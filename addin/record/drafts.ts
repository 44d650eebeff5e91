type Values = Record<string, unknown>;
const kept = new WeakMap<object, Map<string, Values>>();

/** What was typed and not saved, by place, for each identity on its own, so that going back loses nothing: for the life of the pane, or as long as `keepDrafts` said. */
export const draftsOf = (api: object): Map<string, Values> => kept.get(api) ?? keepDrafts(api, new Map());

/** Has this identity's drafts kept in a map of the caller's, which may outlive the pane. */
export function keepDrafts(api: object, drafts: Map<string, Values>): Map<string, Values> {
  kept.set(api, drafts);
  return drafts;
}
