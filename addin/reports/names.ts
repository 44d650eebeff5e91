import type { Api } from "../api.ts";

/** The titles of records by their path, in one request. */
export async function askNames(api: Api, paths: readonly string[]): Promise<Record<string, string>> {
  const wanted = [...new Set(paths.filter(Boolean))];
  return wanted.length ? (await api.call<{ titles: Record<string, string> }>("GET", `titles?of=${wanted.slice(0, 200).join(",")}`)).titles : {};
}
