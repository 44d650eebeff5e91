import { fold } from "../model/fold.ts";
import type { Likeness } from "../model/known.ts";
import { briefs } from "./brief.ts";
import type { Sight } from "./sight.ts";
import type { Row } from "./store/store.ts";

/** Leads, contacts and accounts that may be the same as what is about to be saved: by any address, by full name at the same company, by company name. */
export async function duplicatesOf(sight: Sight, type: string, values: Record<string, unknown>, not?: string): Promise<Likeness[]> {
  const text = (name: string) => typeof values[name] === "string" ? (values[name] as string).trim() : "";
  const addresses = ["email", "email2", "email3"].map(text).filter(Boolean).map(one => one.toLowerCase());
  const company = fold(type === "account" ? text("name") : text("company")), last = fold(text("lastName")), first = fold(text("firstName"));
  const [mail, names, accounts] = await Promise.all([
    addresses.length ? sight.find(["contact", "lead", "account"], { where: { mail: addresses }, take: 20 }) : none,
    last && type !== "account" ? sight.find(["contact", "lead"], { where: { lastName: last }, take: 50 }) : none,
    company ? sight.find("account", { where: { name: company }, take: 10 }) : none,
  ]);
  const same = names.rows.filter(row => first && fold(String(row.data.firstName ?? "")) === first && (row.type === "contact" || !company || fold(String(row.data.company ?? "")) === company));
  const found: [Row, Likeness["why"]][] = [...mail.rows.map(row => [row, "email"] as [Row, "email"]), ...same.map(row => [row, "name"] as [Row, "name"]), ...accounts.rows.map(row => [row, "company"] as [Row, "company"])];
  const unique = [...new Map(found.filter(([row]) => row.id !== not && row.data.status !== "inactive").reverse().map(one => [one[0].id, one])).values()].reverse().slice(0, 10);
  const shown = await briefs(sight, unique.map(([row]) => row));
  return unique.map(([, why], n) => ({ record: shown[n]!, why }));
}
const none = { rows: [] as Row[] };
