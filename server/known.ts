import { isOurs, keptOut, type House } from "../model/capture.ts";
import { domainOf, fold } from "../model/fold.ts";
import type { Brief, Known, KnownPerson, KnownQuery, Logged } from "../model/known.ts";
import type { Preferences } from "../model/preferences.ts";
import { briefs, named } from "./brief.ts";
import { isFree } from "../model/reading/sites.ts";
import { handedOver, houseOf } from "./mail.ts";
import { preferencesOf } from "./preferences.ts";
import type { Sight } from "./sight.ts";
import type { Row, Store } from "./store/store.ts";
import { lastContact, lastSaid } from "./talked.ts";
import type { Who } from "./work.ts";

/** What the caller has chosen, and whose house this is. */
export interface Standpoint { preferences: Preferences; house: House }

export async function standpointOf(store: Store, who: Who): Promise<Standpoint> {
  const [preferences, house] = await Promise.all([preferencesOf(store, who.id), houseOf(store, who)]);
  return { preferences, house };
}

/** All that the pane shows of a message, in a handful of look-ups however many people are on it. */
export async function known(sight: Sight, query: KnownQuery, { preferences: { chosen, stopped }, house }: Standpoint): Promise<Known> {
  const asked = peopleOf(query), mine = stopped.includes(query.conversationId ?? "");
  const addresses = asked.map(person => person.address.toLowerCase());
  const domains = [...new Set(addresses.filter(address => !isOurs(address, house.ours)).flatMap(domainsOf))];
  const [colleagues, matched, byDomain, mail, thread] = await Promise.all([
    sight.find("user", { where: { mail: addresses }, take: 200 }),
    sight.find(["contact", "lead", "account"], { where: { mail: addresses }, take: 500 }),
    domains.length ? sight.find("account", { where: { domain: domains }, take: 100 }) : { rows: [], total: 0 },
    query.internetMessageId ? sight.find("activity", { where: { messageId: fold(query.internetMessageId).slice(0, 400) }, take: 1 }) : { rows: [], total: 0 },
    query.conversationId && !mine ? sight.find("activity", { where: { conversationId: fold(query.conversationId).slice(0, 400) }, order: "happened", down: true, take: 10 }) : { rows: [], total: 0 },
  ]);
  const kept = mail.rows[0] ?? await handedOver(sight, query);
  const linked = await accountsOf(sight, matched.rows);
  const is = (path: string | undefined) => (row: Row) => path === `${row.type}/${row.id}`;
  const preferred = (rows: Row[], by: string) => { const one = rows.find(is(chosen[by])); return one ? [one, ...rows.filter(row => row !== one)] : rows; };

  const customers = asked.map(person => {
    const address = person.address.toLowerCase();
    const own = preferred(matched.rows.filter(row => (row.keys.mail as string[]).includes(address)).sort((a, b) => rank(a) - rank(b) || second(a, address) - second(b, address)), address);
    const hosts = domainsOf(address), near = (row: Row) => Math.min(...hosts.map((host, n) => (row.keys.domain as string[] | undefined)?.includes(host) ? n : hosts.length));
    const byHost = preferred(byDomain.rows.filter(row => near(row) < hosts.length).sort((a, b) => near(a) - near(b) || rank(a) - rank(b)), `@${domainOf(address)}`);
    const contact = own.find(row => row.type === "contact");
    const accounts = unique([...own.filter(row => row.type === "account"), ...linked.filter(row => row.id === contact?.data.account), ...byHost]);
    return { person, address, own, accounts, account: accounts[0], colleague: isOurs(address, house.ours) || colleagues.rows.some(row => (row.keys.mail as string[]).includes(address)) };
  });
  const met = customers.filter(one => !one.colleague);
  const contactIds = met.flatMap(one => one.own.filter(row => row.type === "contact").map(row => row.id.toLowerCase()));
  const accountIds = [...new Set(met.flatMap(one => one.account ? [one.account.id.toLowerCase()] : []))];
  const paths = [...new Set(met.flatMap(one => [...one.own, ...one.account ? [one.account] : []]).map(row => `${row.type}/${row.id}`.toLowerCase()))];
  const [dealsOfContacts, dealsOfAccounts] = await Promise.all([
    contactIds.length ? sight.find("opportunity", { where: { contact: contactIds, status: "open" }, order: "closeDate", take: 50 }) : { rows: [] },
    accountIds.length ? sight.find("opportunity", { where: { account: accountIds, status: "open" }, order: "closeDate", take: 50 }) : { rows: [] },
  ]);
  const deals = unique([...dealsOfContacts.rows, ...dealsOfAccounts.rows]);
  const about = [...paths, ...deals.map(row => `opportunity/${row.id}`.toLowerCase())];
  const { rows: acts } = about.length ? await sight.find("activity", { where: { regarding: about }, order: "updatedAt", down: true, take: most }) : { rows: [] };

  const [told, names] = await Promise.all([briefs(sight, unique([...matched.rows, ...met.flatMap(one => one.accounts), ...deals, ...acts])), named(sight, "user", acts.map(act => act.data.owner))]);
  const shown = new Map(told.map(one => [`${one.type}/${one.id}`, one])), brief = (row: Row) => shown.get(`${row.type}/${row.id}`)!;
  const people = customers.map(({ person, own, accounts, account, colleague, address }): KnownPerson => {
    if (colleague) return { ...person, is: "colleague", matches: [], accounts: [], deals: [], activities: [] };
    const theirs = deals.filter(deal => own.some(row => row.id === deal.data.contact) || (account && deal.data.account === account.id));
    const near = new Set([...own, ...account ? [account] : [], ...theirs].map(row => `${row.type}/${row.id}`)), with_ = acts.filter(act => (act.data.regarding as string[]).some(path => near.has(path)));
    return {
      ...person, is: own.length ? "known" : "new", matches: own.map(brief), account: account && brief(account), accounts: accounts.map(brief),
      deals: theirs.map(deal => ({ ...brief(deal), ...acts.length < most && { nextStep: acts.some(act => isAhead(act) && (act.data.regarding as string[]).includes(`opportunity/${deal.id}`)) } })),
      last: lastContact(with_, sight.who.now, names), said: lastSaid(with_, address, query.internetMessageId),
      activities: with_.map(brief).sort((a, b) => (b.when ?? "").localeCompare(a.when ?? "")).slice(0, 5),
    };
  });
  const logged = kept ? await loggedOn(sight, kept) : [], out = keptOut(query, house);
  return { people, logged, activity: kept && { id: kept.id, version: kept.version }, ...kept && !kept.data.messageId && { handedOver: true }, suggested: out ? [] : await suggestions(sight, people, thread.rows, logged), ...out && { keptOut: out }, ...mine && { stopped: true } };
}

/** More activities than these are not looked through for next steps and last words. */
const most = 100;
const unique = (rows: Row[]): Row[] => [...new Map(rows.map(row => [`${row.type}/${row.id}`, row])).values()];

/** The domain of an address and, of a longer one, what stands above it; none of a free mail provider. */
function domainsOf(address: string): string[] {
  const domain = domainOf(address), above = domain.slice(domain.indexOf(".") + 1);
  return [domain, ...above.includes(".") ? [above] : []].filter(one => one && !isFree(one));
}

function peopleOf({ from, to, cc }: KnownQuery): Omit<KnownPerson, "is" | "matches" | "accounts" | "deals" | "activities">[] {
  const seen = new Set<string>();
  return ([["from", [from]], ["to", to], ["cc", cc]] as const).flatMap(([as, some]) => some.map(person => ({ name: person.name, address: person.address, as })))
    .filter(({ address }) => address && !seen.has(address.toLowerCase()) && seen.add(address.toLowerCase())).slice(0, 200);
}

const isAhead = (act: Row) => act.data.status === "open" || act.data.status === "scheduled";
const rank = (row: Row) => ["contact", "lead", "account"].indexOf(row.type) + (["active", "open"].includes(row.data.status as string) ? 0 : 3);
/** Whose first address it is comes before those who have it besides. */
const second = ({ data }: Row, address: string) => Number(String(data.email).toLowerCase() !== address);

async function accountsOf(sight: Sight, rows: Row[]): Promise<Row[]> {
  const ids = [...new Set(rows.flatMap(row => typeof row.data.account === "string" ? [row.data.account] : []))];
  return ids.length ? (await sight.find("account", { where: { id: ids }, take: ids.length })).rows : [];
}

/** What the mail is tied to, told from the activity that keeps it. */
export async function loggedOn(sight: Sight, activity: Row): Promise<Logged[]> {
  const logs = (activity.data.logs ?? []) as { on: string; by: string; at: string; behalf?: string }[];
  const rows = (await Promise.all(logs.map(async log => { const [type, id] = log.on.split("/") as [string, string]; return { log, row: await sight.get(type, id) }; }))).filter(one => one.row);
  const [shown, people] = await Promise.all([briefs(sight, rows.map(one => one.row!)), named(sight, "user", logs.map(log => log.by))]);
  return rows.map(({ log }, n) => ({ on: shown[n]!, by: log.by, byName: people.get(log.by) ?? log.by, at: log.at, ...log.behalf && { behalf: log.behalf } }));
}

async function suggestions(sight: Sight, people: KnownPerson[], thread: Row[], logged: Logged[]): Promise<Known["suggested"]> {
  const done = new Set(logged.map(one => `${one.on.type}/${one.on.id}`));
  const paths = [...new Set(thread.flatMap(row => row.data.regarding as string[]))].slice(0, 5);
  const talked = (await Promise.all(paths.map(path => sight.get(...path.split("/") as [string, string])))).filter(row => row !== undefined);
  const from = people.filter(person => person.is !== "colleague");
  const all: Known["suggested"] = [
    ...(await briefs(sight, talked)).map(record => ({ record, why: "conversation" as const })),
    ...from.flatMap(person => person.deals.map(record => ({ record, why: "deal" as const }))),
    ...from.flatMap(person => [...person.matches, ...person.accounts].map((record: Brief) => ({ record, why: "person" as const }))),
  ];
  return all.filter(({ record }) => { const path = `${record.type}/${record.id}`; return !done.has(path) && done.add(path); }).slice(0, 8);
}
