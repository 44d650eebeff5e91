import { flag, ref, type SaysOf } from "./field.ts";
import type { Share } from "./may.ts";
import type { AnyRow, Verb } from "./record.ts";

const who = { with: ref("User or team", ["user", "team"], { required: true }) };
const others = (row: AnyRow, given: { with?: unknown }): Share[] => ((row.sharedWith ?? []) as Share[]).filter(share => share.with !== given.with);

const verbs = {
  assign: { from: [], asks: { owner: ref("Owner", "user", { required: true }) }, sets: (_row, given) => ({ owner: given.owner }) },
  share: { from: [], asks: { ...who, write: flag("May change it") }, sets: (row, given) => ({ sharedWith: [...others(row, given), { with: given.with, ...given.write ? { write: true } : {} }] }) },
  unshare: { from: [], asks: who, sets: (row, given) => ({ sharedWith: others(row, given) }) },
} satisfies Record<string, Verb<AnyRow, any, string>>;
/** What every record that belongs to somebody hears in any status: who it belongs to, and who else may see or change it. */
export const sharing: Record<string, Verb<AnyRow, any, string>> = verbs;
export const sharingButtons = { assign: "Assign", share: "Share", unshare: "Stop sharing" } as const;
export type SharingSays = (typeof sharingButtons)[keyof typeof sharingButtons] | { [V in keyof typeof verbs]: SaysOf<(typeof verbs)[V]["asks"]> }[keyof typeof verbs];
