import type { Fields } from "./field.ts";
import { mergeOf } from "./merge.ts";
import type { AnyRecord, AnyRow, Verb } from "./record.ts";
import { sharing, sharingButtons, type SharingSays } from "./sharing.ts";

/** What a record type hears beyond its own verbs: all that belong to somebody are assigned and shared, and some are made one. */
export const commonVerbs = (type: AnyRecord): Record<string, Verb<AnyRow, Fields, string>> => ({ ...!type.shared && sharing, ...type.merges && { mergeInto: mergeOf(type) } });
export const commonButtons = { ...sharingButtons, mergeInto: "Merge into another" } as const;
export type CommonSays = SharingSays | (typeof commonButtons)["mergeInto"] | "Merge into" | "Take over";

/** The verb of a record type under this name, its own or one that others hear too. */
export const verbOf = (type: AnyRecord, name: string): Verb<AnyRow, Fields, string> | undefined =>
  Object.hasOwn(type.verbs, name) ? type.verbs[name] : Object.entries(commonVerbs(type)).find(([common]) => common === name)?.[1];
