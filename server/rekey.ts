import type { AnyRecord } from "../model/record.ts";
import { recordType, records } from "../model/records.ts";
import { splitPath } from "../model/record.ts";
import { duplicateRules } from "./duplicates.ts";
import { rowOf } from "./row.ts";
import { inheritedBy } from "./sight.ts";
import { rewrite } from "./store/rewrite.ts";
import type { Store } from "./store/store.ts";

/** Gives every record the keys that it has by the rules of now, after a rule has changed or the service has come to want a key that it did not make before. Nothing that people see changes. */
export async function rekey(store: Store): Promise<void> {
  const rules = await duplicateRules(store);
  await rewrite(store, Object.keys(records), async row => {
    const type = recordType(row.type) as AnyRecord, seenBy = await inheritedBy(type, row.data, path => store.get(...splitPath(path)));
    return rowOf(type, seenBy ? { ...row.data, seenBy } : row.data, row.version, rules);
  });
}
