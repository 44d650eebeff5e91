import type { Brief, Briefing } from "../model/known.ts";
import { Problem } from "../model/problem.ts";
import { splitPath } from "../model/record.ts";
import { briefs, named } from "./brief.ts";
import type { Sight } from "./sight.ts";
import type { Row } from "./store/store.ts";

/** All that one should have read before one meets about a record: how it stands, what is promised, what was written last, whom we are up against, and the quote that counts. */
export async function briefingOf(sight: Sight, on: string): Promise<Briefing> {
  const row = await sight.get(...splitPath(on));
  if (!row) throw new Problem("not-found");
  const { contact, account, competitors = [] } = row.data as { contact?: string; account?: string; competitors?: string[] };
  const around = [on, ...contact ? [`contact/${contact}`] : [], ...account ? [`account/${account}`] : []].map(one => one.toLowerCase());
  const [ahead, mails, notes, quotes] = await Promise.all([
    sight.find("activity", { where: { regarding: on.toLowerCase(), status: ["open", "scheduled"] }, order: "updatedAt", down: true, take: 50 }),
    sight.find("activity", { where: { regarding: around, kind: "email" }, order: "happened", down: true, take: 4 }),
    sight.find("note", { where: { regarding: on.toLowerCase() }, order: "createdAt", down: true, take: 3 }),
    row.type === "opportunity" ? sight.find("quote", { where: { opportunity: row.id.toLowerCase() }, order: "updatedAt", down: true, take: 50 }) : { rows: [] },
  ]);
  const shown = await briefs(sight, [row, ...ahead.rows, ...mails.rows]), of = (rows: readonly Row[]) => rows.flatMap(one => shown.find(({ type, id }) => type === one.type && id === one.id) ?? []);
  const rivals = await named(sight, "competitor", competitors), quote = quotes.rows.find(({ data }) => data.status === "active") ?? quotes.rows.find(({ data }) => ["won", "draft"].includes(data.status as string));
  const when = (one: Brief) => one.when ?? "9999";
  return {
    record: shown[0]!, tasks: of(ahead.rows).sort((a, b) => when(a).localeCompare(when(b))).slice(0, 8),
    mails: mails.rows.map((mail, n) => ({ ...of(mails.rows)[n]!, text: String(mail.data.description ?? "").replace(/\s+/g, " ").slice(0, 200) })),
    notes: notes.rows.map(({ data }) => ({ at: data.createdAt as string, text: String(data.text).slice(0, 500) })),
    competitors: competitors.flatMap(id => rivals.has(id) ? [{ id, title: rivals.get(id)! }] : []),
    ...quote && { quote: { id: quote.id, title: quote.data.name as string, number: quote.data.number as string | undefined, revision: quote.data.revision as number | undefined, total: quote.data.total as number | undefined, currency: quote.data.currency as string | undefined, status: quote.data.status as string } },
    ...typeof row.data.customerNeed === "string" && { need: row.data.customerNeed }, ...typeof row.data.currentSituation === "string" && { situation: row.data.currentSituation },
  };
}
