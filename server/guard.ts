import { fold } from "../model/fold.ts";
import type { Outgoing, SentFile } from "../model/guard.ts";
import type { Person } from "../model/mail.ts";
import { printedQuote } from "../model/printed.ts";
import type { RowOf } from "../model/record.ts";
import type { literature as Literature } from "../model/records/literature.ts";
import { presentOf, type HeldFile } from "../model/versions.ts";
import { known, type Standpoint } from "./known.ts";
import type { Sight } from "./sight.ts";

/** A file on a mail that is being sent: its name at least; the piece of literature and the content where the pane has attached it. */
export interface Attached { name: string; size?: number; hash?: string; literature?: string; quote?: string }
export interface Asked { from: Person; people: Person[]; files: Attached[]; regarding: string[]; conversationId?: string }

/** What the guards must know of a mail before it goes out, looked up in as few questions as there are sorts of it. */
export async function outgoingOf(sight: Sight, { from, people, files, regarding, conversationId }: Asked, ways: Standpoint): Promise<Outgoing> {
  const addresses = [...new Set(people.map(one => one.address.toLowerCase()))];
  const [about, contacts, pieces, quotes] = await Promise.all([
    known(sight, { from, to: people, cc: [], conversationId }, ways),
    addresses.length ? sight.find(["contact", "lead"], { where: { mail: addresses }, take: 200 }) : { rows: [] },
    Promise.all(files.map(file => literatureOf(sight, file))),
    Promise.all(files.map(file => quoteOf(sight, file))),
  ]);
  const unwanted = new Set(contacts.rows.filter(row => row.data.doNotEmail).flatMap(row => row.keys.mail as string[]));
  const talked = about.suggested.filter(one => one.why === "conversation").map(({ record }) => `${record.type}/${record.id}`);
  const path = [...regarding, ...talked].find(one => one.startsWith("opportunity/")), deal = path && await sight.get("opportunity", path.slice("opportunity/".length));
  return {
    today: sight.who.now.slice(0, 10),
    people: about.people.filter(one => addresses.includes(one.address.toLowerCase())).map(({ name, address, is, account }) => ({ name, address, is, doNotEmail: unwanted.has(address.toLowerCase()), account: account && { id: account.id, title: account.title } })),
    files: files.map(({ name }, n): SentFile => ({ name, literature: pieces[n], quote: quotes[n] })),
    ...deal && { deal: { title: deal.data.name as string, account: deal.data.account as string | undefined } },
  };
}

/** How the quote stands that a file is a print of, as the pane says or by its name where it was attached by hand: one that was revised names the newest revision under its number. */
async function quoteOf(sight: Sight, { quote, name }: Attached): Promise<SentFile["quote"]> {
  const said = printedQuote(name), known = quote ? await sight.get("quote", quote) : undefined, under = (known?.data.number ?? said?.number) as string | undefined;
  if (!under) return undefined;
  const { rows } = await sight.find("quote", { where: { number: fold(under) }, take: 200 });
  const row = known ?? rows.find(({ data }) => (data.revision ?? 0) === said?.revision);
  if (!row) return undefined;
  const { status, reason, revision = 0 } = row.data as { status: string; reason?: string; revision?: number };
  const newest = Math.max(revision, ...rows.filter(({ data }) => data.status !== "draft").map(({ data }) => (data.revision as number | undefined) ?? 0));
  return { status, reason, present: newest > revision ? newest : undefined };
}

/** The piece that a file is: as the pane says, by its content, or by name and size where it was attached by hand. */
async function literatureOf(sight: Sight, { name, size, hash, literature }: Attached): Promise<SentFile["literature"]> {
  const alike = (file: HeldFile) => file.name === name && (size === undefined || file.size === undefined || near(file.size, size));
  const row = literature ? await sight.get("literature", literature)
    : hash ? (await sight.find("literature", { where: { file: hash }, take: 1 })).rows[0]
    : (await sight.find("literature", { text: fold(name), take: 20 })).rows.find(({ data: { files = [], earlier = [] } }) => [...files as HeldFile[], ...earlier as HeldFile[]].some(alike));
  if (!row) return undefined;
  const { title, forCustomers, expires, competitors, files = [], earlier = [] } = row.data as unknown as RowOf<typeof Literature>;
  const is = (file: HeldFile) => hash ? file.hash === hash : alike(file), old = files.some(is) ? undefined : earlier.findLast(is);
  return { title, forCustomers, expires, competitors, replaced: old?.hash && presentOf(row.data, old.hash) ? old.until?.slice(0, 10) : undefined };
}
/** Outlook counts a file with what wraps it, so sizes agree only roughly. */
const near = (one: number, other: number) => Math.abs(one - other) <= 1024 + one * 0.4;
