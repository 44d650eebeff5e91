import { fold } from "../model/fold.ts";
import type { LastContact, Said } from "../model/known.ts";
import type { Sight } from "./sight.ts";
import type { Row } from "./store/store.ts";

/** Somebody on a message, the records that stand for them, and their deals. */
export interface Party { address: string; near: ReadonlySet<string> }
/** `newest`: the last of what happened, newest first; at most five. */
export interface Talked { newest: Row[]; said?: Said }

/** What happened last between us and each of these people, and what each wrote last (`not` in this message), of all activities beside them where these are at hand; else asked for newest first, and further back only of those for whom that was not enough. */
export async function talkedWith(sight: Sight, people: readonly Party[], not?: string, all?: readonly Row[]): Promise<Map<Party, Talked>> {
  const found = new Map<Party, Talked>(people.map(one => [one, { newest: [] }]));
  let left = people.filter(one => one.near.size), until = fold(sight.who.now);
  const asked = async () => (await sight.find("activity", { where: { regarding: [...new Set(left.flatMap(one => [...one.near]))].map(path => path.toLowerCase()), status: "completed", happened: { to: until } }, order: "happened", down: true, take })).rows;
  for (let round = 0; left.length && round < rounds; round++) {
    const rows = all ? newestFirst(all, sight.who.now) : await asked();
    for (const one of left) { const talked = found.get(one)!, theirs = rows.filter(row => beside(row, one)); talked.newest = [...new Map([...talked.newest, ...theirs].map(row => [row.id, row])).values()].slice(0, 5); talked.said ??= lastSaid(theirs, one.address, not); }
    if (all || rows.length < take) break;
    left = left.filter(one => !found.get(one)!.newest.length || !found.get(one)!.said);
    const next = fold(String(rows.at(-1)!.data.happened));
    if (next === until) break;
    until = next;
  }
  return found;
}
/** Who has written nothing among so many times so many has said nothing of late. */
const take = 100, rounds = 10;

const newestFirst = (acts: readonly Row[], now: string) => acts.filter(({ data }) => data.status === "completed" && typeof data.happened === "string" && data.happened <= now).sort((a, b) => String(b.data.happened).localeCompare(String(a.data.happened)));

export const beside = ({ data }: Row, { near }: Pick<Party, "near">): boolean => ((data.regarding ?? []) as string[]).some(path => near.has(path));

/** What kind of contact it was, when, and for what we did, who did it. */
export function contactOf({ id, data }: Row, names: ReadonlyMap<unknown, string>): LastContact {
  const { kind, happened, direction, owner } = data as Record<string, string>;
  return { id, kind: kind!, when: happened!, ...direction && { direction: direction as "incoming" | "outgoing" }, ...direction !== "incoming" && owner && { by: owner, byName: names.get(owner) } };
}

/** What somebody wrote in the first of these mails that says something, in a line or two of their own words. */
function lastSaid(acts: readonly Row[], address: string, not?: string): Said | undefined {
  for (const { id, data } of acts) {
    if (data.kind !== "email" || data.messageId === not || !((data.parties ?? []) as { role: string; address?: string }[]).some(one => one.role === "from" && one.address?.toLowerCase() === address)) continue;
    const text = gist(String(data.description ?? ""));
    if (text) return { id, when: String(data.happened), text };
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
