import { createHash } from "node:crypto";
import type { Field } from "../model/field.ts";
import type { AnyRecord } from "../model/record.ts";
import { recordType, records } from "../model/records.ts";
import { migrations } from "./migrations.ts";
import { rowOf } from "./row.ts";
import type { Shape } from "./store/shape.ts";

/** Counts up with every change of how row.ts makes keys and text. */
const rowsMade = 4;
const declared = (Object.values(records) as unknown as AnyRecord[]).map(({ name, title, list, fields }) => [name, String(title), list, Object.entries(fields as Record<string, Field>).map(([key, { kind, find }]) => [key, kind, find])]);

/** What records are like at rest today. Where a declaration has changed, keys and text of what is stored are made anew at the next start. */
export const shape: Shape = {
  migrations,
  print: createHash("sha256").update(JSON.stringify([rowsMade, declared])).digest("hex"),
  keyed(row) { const type = recordType(row.type); return type ? rowOf(type, row.data, row.version) : row; },
};
