import { create, type Change } from "../model/change.ts";
import { childrenIn, type Script } from "../model/dialog.ts";
import type { Plain } from "../model/expression.ts";
import { Problem } from "../model/problem.ts";
import { pathOf, titleOf } from "../model/record.ts";
import { recordType } from "../model/records.ts";
import { dialogSession } from "../model/records/dialog.ts";
import { companyOf, type Company } from "./company.ts";
import type { Row, Store } from "./store/store.ts";

/** A new session of a dialog, about a record where there is one. It keeps the script and those of its children as they are now. */
export async function sessionOf(store: Store, dialog: string, { row, inputs = {}, owner }: { row?: Row; inputs?: Plain; owner?: string }): Promise<Change & { do: "create" }> {
  const company = await companyOf(store), script = company.one("dialog", dialog);
  if (!script || script.status !== "active") throw new Problem("not-found", { detail: `There is no dialog “${dialog}”` });
  const title = row ? `${script.name} – ${titleOf(recordType(row.type)!, row.data)}` : script.name;
  return create(dialogSession, { title: title.slice(0, 400), dialog, on: row && pathOf(row.type, row.id), session: { root: dialog, scripts: withChildren(company, script as unknown as Script), inputs, answers: [], results: [] }, owner } as never);
}

/** A script with all that it links to, by id, as they are now. */
export function withChildren(company: Company, { id, name, inputs, variables, steps }: Script, into: Record<string, Script> = {}): Record<string, Script> {
  into[id] = { id, name, inputs, variables, steps };
  for (const child of childrenIn(steps)) { const script = company.one("dialog", child); if (script && !into[child]) withChildren(company, script as unknown as Script, into); }
  return into;
}
