import { Problem } from "../../model/problem.ts";

/** Waits until Outlook's own library is at work. Rejects with `outlook` where it did not load, did not settle in `within` ms, or is not in Outlook. */
export async function ready(within: number): Promise<void> {
  if (typeof Office === "undefined") throw new Problem("outlook", { detail: "Outlook's own library could not be loaded" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Problem("outlook", { detail: "Outlook's own library did not start" })), within); });
  const { host } = await Promise.race([Office.onReady(), late]).finally(() => clearTimeout(timer));
  if (host !== Office.HostType.Outlook) throw new Problem("outlook", { detail: "This page works inside Outlook" });
}
