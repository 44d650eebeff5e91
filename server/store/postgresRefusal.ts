import { Problem } from "../../model/problem.ts";
import { Stale } from "./store.ts";

export const codeOf = (error: unknown): string => (error as { code?: string }).code ?? (error as Error).message;

/** What the database refused, in our words; what is no refusal of its own stays as it is. */
export function refusal(error: unknown): unknown {
  const code = codeOf(error);
  if (code === "DW001") return new Stale((error as Error).message);
  if (code === "53100") return new Problem("disk-full", { cause: error });
  if (/^(08|53|57|25P0[23]|40P01|40001|55P03|E[A-Z]+$)/.test(code) || /timeout|terminat|closed|not queryable/i.test(code)) return new Problem("unavailable", { seconds: 2, detail: "The database does not answer right now; nothing is known to be saved", cause: error });
  return error;
}

/** Why the store could not be opened, in one sentence without the password. */
export function plain(error: unknown, url: string): Error {
  const code = codeOf(error), { host, username, pathname } = new URL(url);
  if (code === "3D000") return new Error(`There is no database ${pathname.slice(1)} at ${host}.`, { cause: error });
  if (/^28/.test(code)) return new Error(`The database at ${host} refused the sign-in of ${decodeURIComponent(username)}.`, { cause: error });
  if (/^42501$/.test(code)) return new Error(`The user ${decodeURIComponent(username)} may not create tables in the database ${pathname.slice(1)} at ${host}.`, { cause: error });
  if (/^(E[A-Z_]+|57P03|53300)$/.test(code) || /timeout|terminat/i.test(code)) return new Error(`The database at ${host} cannot be reached (${code}).`, { cause: error });
  return error as Error;
}
