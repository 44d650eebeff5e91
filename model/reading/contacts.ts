import { type Desk, put, words } from "./desk.ts";
import type { Line } from "./page.ts";
import type { MailKind } from "./reading.ts";
import { cellsOf } from "./signature.ts";
import { hostOf, registered, sitesOf } from "./sites.ts";
import { regionsOf } from "./where.ts";

/** The writer's own numbers, no fax and nobody else's. */
export function readPhones(desk: Desk, signature: Line[], reply: Line[], kind: MailKind): void {
  const { reading, mail, page, numbers } = desk;
  if (!numbers) return;
  const regions = regionsOf(mail, [...reply, ...signature]);
  const seen = new Set<string>();
  const take = (lines: Line[], quiet: boolean) => {
    for (const line of lines) for (const phone of numbers.phonesOf(line, regions, quiet)) {
      if (phone.label === "fax" || seen.has(phone.value) || quiet && phone.foreign) continue;
      seen.add(phone.value);
      reading.phones.push({ value: phone.value, words: words(page, phone.from, phone.to), confidence: phone.label ? 0.95 : 0.75, ...isMobile(phone) && { mobile: true } });
    }
  };
  take(signature, false);
  if (kind !== "autoreply") take([...reply.slice(0, 150), ...(reply.length > 150 ? reply.slice(-40) : [])], true);
}

/** Chinese mobile numbers tell themselves; of others the label does. */
export const isMobile = ({ label, value }: { label?: string; value: string }): boolean => label === "mobile" || /^\+861[3-9]\d{9}$/.test(value);

/** The site that is most likely the company's. */
export function readSites(desk: Desk, signature: Line[], reply: Line[], domain: string): void {
  let best: { from: number; to: number; url: string; score: number } | undefined;
  const mine = registered(domain);
  const weigh = (lines: Line[], signed: boolean) => {
    for (const line of lines) for (const site of sitesOf(line)) {
      const own = mine !== "" && registered(site.host) === mine;
      if (!signed && !(own && /^[^/]{1,80}$/.test(hostOf(site.url)) && !/\/./.test(site.url.replace(/^https?:\/\//, "")))) continue;
      if (site.bare && signed && !own && !site.labelled && cellsOf(line).every(cell => cell.text !== site.url)) continue;
      if (desk.reading.company?.value === site.url && site.bare) continue;
      if (/~/.test(site.url) || /^\[\d{1,3}\]/.test(line.text) || !own && !site.labelled && site.url.replace(/^https?:\/\//, "").split("/").filter(Boolean).length > 2) continue;
      const score = (own ? 1 : 0) + (signed ? 0.5 : 0) + (site.labelled ? 0.4 : 0) + (site.bare ? 0 : 0.2);
      if (!best || score > best.score) best = { from: site.from, to: site.to, url: site.url, score };
    }
  };
  weigh(signature, true);
  weigh(reply.slice(0, 150), false);
  if (best) put(desk, "website", best.url, best.from, best.to, best.score > 1 ? 0.95 : 0.7);
}
