import { create } from "../../model/change.ts";
import type { ValuesOf } from "../../model/record.ts";
import type { Label } from "../../model/records.ts";
import { lead } from "../../model/records/lead.ts";
import { account } from "../../model/records/account.ts";

/** What must not compile: checked by the type check, never run. */
export const sound: ValuesOf<typeof lead> = { topic: "t", lastName: "n", source: "web" };
// @ts-expect-error last name is required
export const nameless: ValuesOf<typeof lead> = { topic: "t" };
// @ts-expect-error not a choice
export const tepid: ValuesOf<typeof lead> = { topic: "t", lastName: "n", rating: "tepid" };
// @ts-expect-error unknown field
create(account, { name: "x", nmae: "y" });
// @ts-expect-error nobody shows this word
export const unsaid: Label = "Zzz";
