import type { LastContact, Said } from "../model/known.ts";
import type { Row } from "./store/store.ts";

/** The last thing that happened between us and them: what kind, when, and for what we did, who did it. */
export function lastContact(acts: readonly Row[], now: string, names: ReadonlyMap<unknown, string>): LastContact | undefined {
  const [last] = acts.filter(act => act.data.status === "completed" && typeof act.data.happened === "string" && act.data.happened <= now).sort((a, b) => String(b.data.happened).localeCompare(String(a.data.happened)));
  if (!last) return undefined;
  const { kind, happened, direction, owner } = last.data as Record<string, string>;
  return { id: last.id, kind: kind!, when: happened!, ...direction && { direction: direction as "incoming" | "outgoing" }, ...direction !== "incoming" && owner && { by: owner, byName: names.get(owner) } };
}

/** What somebody wrote last, in a line or two of their own words. */
export function lastSaid(acts: readonly Row[], address: string, not?: string): Said | undefined {
  const theirs = acts.filter(act => act.data.kind === "email" && act.data.messageId !== not && ((act.data.parties ?? []) as { role: string; address?: string }[]).some(one => one.role === "from" && one.address?.toLowerCase() === address));
  for (const act of theirs.sort((a, b) => String(b.data.happened).localeCompare(String(a.data.happened)))) {
    const text = gist(String(act.data.description ?? ""));
    if (text) return { id: act.id, when: String(act.data.happened), text };
  }
  return undefined;
}

/** The first lines of a message that say something: no greeting, nothing that is quoted below. */
export function gist(text: string): string {
  const own: string[] = [];
  for (const line of text.slice(0, 4000).split("\n").map(one => one.trim())) {
    if (line.startsWith(">") || /^(-{3,}|_{3,}|From:|Von:|De :|发件人|在 ?\d{4})/.test(line) || (line.endsWith("wrote:") || line.endsWith("写道："))) break;
    if (!line || (!own.length && line.length < 40 && /[,，:：!！]$/.test(line))) continue;
    own.push(line);
    if (own.join(" ").length > 160) break;
  }
  const said = own.join(" ");
  return said.length > 180 ? `${said.slice(0, 179).trimEnd()}…` : said;
}
