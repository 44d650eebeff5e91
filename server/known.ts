import { isOurs, keptOut, type House } from "../model/capture.ts";
import { domainOf, fold } from "../model/fold.ts";
import type { Brief, Known, KnownPerson, KnownQuery, Logged } from "../model/known.ts";
import type { Preferences } from "../model/preferences.ts";
import { briefs, named } from "./brief.ts";
import { reachOf } from "../model/may.ts";
import { user } from "../model/records/user.ts";
import { companyOf } from "./company.ts";
import { isFree } from "../model/reading/sites.ts";
import { handedOver, houseOf } from "./mail.ts";
import { preferencesOf } from "./preferences.ts";
import type { Sight } from "./sight.ts";
import type { Row, Store, Where } from "./store/store.ts";
import { beside, contactOf, talkedWith } from "./talked.ts";
import type { Who } from "./work.ts";

/** What the caller has chosen, whose house this is, and the addresses of those who work in it. */
export interface Standpoint { preferences: Preferences; house: House; colleagues: ReadonlySet<string> }

export async function standpointOf(store: Store, who: Who): Promise<Standpoint> {
  const [preferences, house, company] = await Promise.all([preferencesOf(store, who.id), houseOf(store, who), companyOf(store)]);
  return { preferences, house, colleagues: addressesOf(reachOf(who, "read", user) === "none" ? [] : company.all("user")) };
}

/** All that the pane shows of a message, in a handful of look-ups however many people are on it. */
export async function known(sight: Sight, query: KnownQuery, { preferences: { chosen, stopped }, house, colleagues }: Standpoint): Promise<Known> {
  const asked = peopleOf(query), mine = stopped.includes(query.conversationId ?? "");
  const addresses = asked.map(person => person.address.toLowerCase());
  const domains = [...new Set(addresses.filter(address => !isOurs(address, house.ours)).flatMap(domainsOf))];
  const [matched, { mail, thread }] = await Promise.all([sight.find(["contact", "lead", "account"], { where: { mail: addresses }, take: 500 }), talkOf(sight, query, mine)]);
  const accountIds = [...new Set(matched.rows.flatMap(row => typeof row.data.account === "string" ? [row.data.account] : []))];
  const [kept, nearby] = await Promise.all([mail ?? handedOver(sight, query), accountIds.length || domains.length ? sight.find("account", { or: [{ id: accountIds }, { domain: domains }], take: accountIds.length + 100 }) : none]);
  const linked = nearby.rows.filter(row => accountIds.includes(row.id)), byDomain = nearby.rows.filter(row => (row.keys.domain as string[] | undefined)?.some(domain => domains.includes(domain)));
  const is = (path: string | undefined) => (row: Row) => path === `${row.type}/${row.id}`;
  const preferred = (rows: Row[], by: string) => { const one = rows.find(is(chosen[by])); return one ? [one, ...rows.filter(row => row !== one)] : rows; };

  const customers = asked.map(person => {
    const address = person.address.toLowerCase();
    const own = preferred(matched.rows.filter(row => (row.keys.mail as string[]).includes(address)).sort((a, b) => rank(a) - rank(b) || second(a, address) - second(b, address)), address);
    const hosts = domainsOf(address), near = (row: Row) => Math.min(...hosts.map((host, n) => (row.keys.domain as string[] | undefined)?.includes(host) ? n : hosts.length));
    const byHost = preferred(byDomain.filter(row => near(row) < hosts.length).sort((a, b) => near(a) - near(b) || rank(a) - rank(b)), `@${domainOf(address)}`);
    const contact = own.find(row => row.type === "contact");
    const accounts = unique([...own.filter(row => row.type === "account"), ...linked.filter(row => row.id === contact?.data.account), ...byHost]);
    return { person, address, own, accounts, account: accounts[0], colleague: isOurs(address, house.ours) || colleagues.has(address) };
  });
  const met = customers.filter(one => !one.colleague);
  const contactIds = met.flatMap(one => one.own.filter(row => row.type === "contact").map(row => row.id.toLowerCase()));
  const companies = [...new Set(met.flatMap(one => one.account ? [one.account.id.toLowerCase()] : []))];
  const paths = [...new Set(met.flatMap(one => [...one.own, ...one.account ? [one.account] : []]).map(row => `${row.type}/${row.id}`.toLowerCase()))];
  const { rows: deals } = contactIds.length || companies.length ? await sight.find("opportunity", { where: { status: "open" }, or: [{ contact: contactIds }, { account: companies }], order: "closeDate", take: 100 }) : none;
  const onDeals = deals.map(row => `opportunity/${row.id}`.toLowerCase()), about = [...paths, ...onDeals];
  const { rows: lately, total } = about.length ? await sight.find("activity", { where: { regarding: about }, order: "updatedAt", down: true, take: most }) : none, isAll = total <= lately.length;
  const dealsOf = ({ own, account }: (typeof met)[number]) => deals.filter(deal => own.some(row => row.id === deal.data.contact) || (account && deal.data.account === account.id));
  const parties = new Map(met.map(one => [one.address, { address: one.address, near: new Set([...one.own, ...one.account ? [one.account] : [], ...dealsOf(one)].map(row => `${row.type}/${row.id}`)) }]));
  const [talked, ahead] = await Promise.all([talkedWith(sight, [...parties.values()], query.internetMessageId, isAll ? lately : undefined), isAll || !onDeals.length ? { rows: lately, total } : sight.find("activity", { where: { regarding: onDeals, status: ["open", "scheduled"] }, take: most })]);
  const acts = unique([...lately, ...[...talked.values()].flatMap(one => one.newest)]);

  const [told, names] = await Promise.all([briefs(sight, unique([...matched.rows, ...met.flatMap(one => one.accounts), ...deals, ...acts])), named(sight, "user", acts.map(act => act.data.owner))]);
  const shown = new Map(told.map(one => [`${one.type}/${one.id}`, one])), brief = (row: Row) => shown.get(`${row.type}/${row.id}`)!;
  const people = customers.map((one): KnownPerson => {
    const { person, own, accounts, account, colleague, address } = one;
    if (colleague) return { ...person, is: "colleague", matches: [], accounts: [], deals: [], activities: [] };
    const party = parties.get(address)!, { newest: [last], said } = talked.get(party)!, planned = (deal: Row) => ahead.rows.some(act => isAhead(act) && (act.data.regarding as string[]).includes(`opportunity/${deal.id}`));
    return {
      ...person, is: own.length ? "known" : "new", matches: own.map(brief), account: account && brief(account), accounts: accounts.map(brief),
      deals: dealsOf(one).map(deal => ({ ...brief(deal), ...(planned(deal) || ahead.total <= most) && { nextStep: planned(deal) } })),
      last: last && contactOf(last, names), said,
      activities: acts.filter(act => beside(act, party)).map(brief).sort((a, b) => (b.when ?? "").localeCompare(a.when ?? "")).slice(0, 5),
    };
  });
  const logged = kept ? await loggedOn(sight, kept) : [], out = keptOut(query, house);
  return { people, logged, activity: kept && { id: kept.id, version: kept.version }, ...kept && !kept.data.messageId && { handedOver: true }, suggested: out ? [] : await suggestions(sight, people, thread, logged), ...out && { keptOut: out }, ...mine && { stopped: true } };
}

/** So many of the activities that were changed last are at hand; further back is only asked for what was last and what is planned. */
const most = 100;
const none = { rows: [] as Row[], total: 0 };
const addressesOf = (people: readonly { email?: string }[]) => new Set(people.flatMap(({ email }) => email?.toLowerCase() ?? []));

/** The activity that keeps the message, and the last ones of its conversation. */
async function talkOf(sight: Sight, { internetMessageId, conversationId }: KnownQuery, isStopped: boolean): Promise<{ mail?: Row; thread: Row[] }> {
  const messageId = fold(internetMessageId ?? "").slice(0, 400), conversation = isStopped ? "" : fold(conversationId ?? "").slice(0, 400);
  const ways: Where[] = [...messageId ? [{ messageId }] : [], ...conversation ? [{ conversationId: conversation }] : []], has = (key: string, value: string) => (row: Row) => value !== "" && row.keys[key] === value;
  const { rows, total } = ways.length ? await sight.find("activity", { or: ways, order: "happened", down: true, take: 11 }) : none, there = rows.find(has("messageId", messageId));
  const mail = there || !messageId || total <= rows.length ? there : (await sight.find("activity", { where: { messageId }, take: 1 })).rows[0];
  return { mail, thread: rows.filter(has("conversationId", conversation)).slice(0, 10) };
}
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

/** What the mail is tied to, told from the activity that keeps it. */
export async function loggedOn(sight: Sight, activity: Row): Promise<Logged[]> {
  const logs = (activity.data.logs ?? []) as { on: string; by: string; at: string; behalf?: string }[];
  const there = await sight.at(logs.map(log => log.on)), rows = logs.flatMap(log => { const row = there.get(log.on); return row ? [{ log, row }] : []; });
  const [shown, people] = await Promise.all([briefs(sight, rows.map(one => one.row)), named(sight, "user", logs.map(log => log.by))]);
  return rows.map(({ log }, n) => ({ on: shown[n]!, by: log.by, byName: people.get(log.by) ?? log.by, at: log.at, ...log.behalf && { behalf: log.behalf } }));
}

async function suggestions(sight: Sight, people: KnownPerson[], thread: Row[], logged: Logged[]): Promise<Known["suggested"]> {
  const done = new Set(logged.map(one => `${one.on.type}/${one.on.id}`));
  const paths = [...new Set(thread.flatMap(row => row.data.regarding as string[]))].slice(0, 5);
  const talked = [...(await sight.at(paths)).values()];
  const from = people.filter(person => person.is !== "colleague");
  const all: Known["suggested"] = [
    ...(await briefs(sight, talked)).map(record => ({ record, why: "conversation" as const })),
    ...from.flatMap(person => person.deals.map(record => ({ record, why: "deal" as const }))),
    ...from.flatMap(person => [...person.matches, ...person.accounts].map((record: Brief) => ({ record, why: "person" as const }))),
  ];
  return all.filter(({ record }) => { const path = `${record.type}/${record.id}`; return !done.has(path) && done.add(path); }).slice(0, 8);
}
