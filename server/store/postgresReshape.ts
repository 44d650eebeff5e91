import type { ClientBase } from "pg";
import { handOut, keep, type Kept } from "./kept.ts";
import { marksOf } from "./mark.ts";
import { formatOf, shaped, type Shape } from "./shape.ts";

/** Makes all rows anew in today's shape, in one transaction: whoever is killed before its end finds everything as it was. */
export async function reshape(db: ClientBase, shape: Shape, format: number): Promise<void> {
  await db.query("begin; lock table rows in share row exclusive mode; declare everything no scroll cursor for select type, id, version::int, data, keys::json as keys, text from rows");
  for (;;) {
    const { rows } = await db.query<Kept>("fetch 500 from everything");
    if (!rows.length) break;
    const changed = rows.map(row => { const now = shaped(shape, handOut(row), format); return { row, now: now && keep(now) }; }).filter(({ row, now }) => !now || JSON.stringify([now.data, now.keys, now.text]) !== JSON.stringify([row.data, row.keys, row.text]));
    const left = changed.flatMap(({ now }) => now ? [{ ...now, keys: JSON.stringify(now.keys), marks: marksOf(now) }] : []), gone = changed.flatMap(({ row, now }) => now ? [] : [{ type: row.type, id: row.id }]);
    if (left.length) await db.query(`update rows r set data = x.data, keys = x.keys, text = x.text, marks = x.marks
      from json_to_recordset($1::json) as x(type text, id text, data text, keys text, text text, marks jsonb) where r.type = x.type and r.id = x.id`, [JSON.stringify(left)]);
    if (gone.length) await db.query("delete from rows r using json_to_recordset($1::json) as x(type text, id text) where r.type = x.type and r.id = x.id", [JSON.stringify(gone)]);
  }
  await db.query("close everything");
  await db.query("update shape set format = $1, print = $2", [formatOf(shape.migrations), shape.print]);
  await db.query("commit");
}
