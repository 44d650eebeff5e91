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
  const company = await companyOf(store), script = company.one("dialog", dialog), scripts: Record<string, Script> = {};
  if (!script || script.status !== "active") throw new Problem("not-found", { detail: `There is no dialog “${dialog}”` });
  gather(company, dialog, scripts);
  const title = row ? `${script.name} – ${titleOf(recordType(row.type)!, row.data)}` : script.name;
  return create(dialogSession, { title: title.slice(0, 400), dialog, on: row && pathOf(row.type, row.id), session: { root: dialog, scripts, inputs, answers: [], results: [] }, owner } as never);
}

function gather(company: Company, id: string, into: Record<string, Script>): void {
  const script = company.one("dialog", id);
  if (!script || into[id]) return;
  into[id] = { id, name: script.name, inputs: script.inputs, variables: script.variables as Script["variables"], steps: script.steps };
  for (const child of childrenIn(script.steps)) gather(company, child, into);
}
