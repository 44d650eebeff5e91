import { domainOf, fold } from "../model/fold.ts";
import type { Brief, Known, KnownPerson, KnownQuery, Logged } from "../model/known.ts";
import { briefs, named } from "./brief.ts";
import { freeMail } from "../model/reading/words/companies.ts";
import { handedOver } from "./mail.ts";
import type { Sight } from "./sight.ts";
import type { Row } from "./store/store.ts";

/** All that the pane shows of a message, in a handful of look-ups however many people are on it. */
export async function known(sight: Sight, query: KnownQuery): Promise<Known> {
  const asked = peopleOf(query);
  const addresses = asked.map(person => person.address.toLowerCase());
  const domains = [...new Set(addresses.map(domainOf))].filter(domain => domain && !freeMail.has(domain));
  const [colleagues, matched, byDomain, mail, thread] = await Promise.all([
    sight.find("user", { where: { mail: addresses }, take: 200 }),
    sight.find(["contact", "lead", "account"], { where: { mail: addresses }, take: 200 }),
    domains.length ? sight.find("account", { where: { domain: domains }, take: 100 }) : { rows: [], total: 0 },
    query.internetMessageId ? sight.find("activity", { where: { messageId: fold(query.internetMessageId).slice(0, 400) }, take: 1 }) : { rows: [], total: 0 },
    query.conversationId ? sight.find("activity", { where: { conversationId: fold(query.conversationId).slice(0, 400) }, order: "happened", down: true, take: 10 }) : { rows: [], total: 0 },
  ]);
  const kept = mail.rows[0] ?? await handedOver(sight, query);
  const house = new Set(colleagues.rows.map(row => domainOf(row.data.email as string)));
  const linked = await accountsOf(sight, matched.rows);
  const accounts = new Map([...byDomain.rows, ...linked].map(row => [row.id, row]));

  const customers = asked.map(person => {
    const address = person.address.toLowerCase();
    const own = matched.rows.filter(row => (row.keys.mail as string[]).includes(address)).sort((a, b) => rank(a) - rank(b));
    const contact = own.find(row => row.type === "contact");
    const account = own.find(row => row.type === "account") ?? accounts.get(contact?.data.account as string) ?? byDomain.rows.find(row => (row.keys.domain as string[]).includes(domainOf(address)));
    return { person, address, own, account, colleague: colleagues.rows.some(row => (row.keys.mail as string[]).includes(address)) };
  });
  const contactIds = customers.flatMap(one => one.own.filter(row => row.type === "contact").map(row => row.id.toLowerCase()));
  const accountIds = [...new Set(customers.flatMap(one => one.account && !one.colleague ? [one.account.id.toLowerCase()] : []))];
  const paths = [...new Set(customers.flatMap(one => [...one.own, ...(one.account ? [one.account] : [])]).map(row => `${row.type}/${row.id}`.toLowerCase()))];
  const [dealsOfContacts, dealsOfAccounts] = await Promise.all([
    contactIds.length ? sight.find("opportunity", { where: { contact: contactIds, status: "open" }, order: "closeDate", take: 50 }) : { rows: [] },
    accountIds.length ? sight.find("opportunity", { where: { account: accountIds, status: "open" }, order: "closeDate", take: 50 }) : { rows: [] },
  ]);
  const deals = [...new Map([...dealsOfContacts.rows, ...dealsOfAccounts.rows].map(row => [row.id, row])).values()];
  const about = [...paths, ...deals.map(row => `opportunity/${row.id}`.toLowerCase())];
  const { rows: acts } = about.length ? await sight.find("activity", { where: { regarding: about }, order: "updatedAt", down: true, take: 60 }) : { rows: [] };

  const shown = new Map((await briefs(sight, [...matched.rows, ...accounts.values(), ...deals, ...acts])).map(one => [`${one.type}/${one.id}`, one]));
  const brief = (row: Row) => shown.get(`${row.type}/${row.id}`)!;
  const people = customers.map(({ person, own, account, colleague, address }): KnownPerson => {
    const theirs = deals.filter(deal => own.some(row => row.id === deal.data.contact) || (account && deal.data.account === account.id));
    const mine = new Set([...own, ...(account ? [account] : []), ...theirs].map(row => `${row.type}/${row.id}`));
    const is = colleague || house.has(domainOf(address)) ? "colleague" : own.length ? "known" : "new";
    if (is === "colleague") return { ...person, is, matches: [], deals: [], activities: [] };
    return {
      ...person, is, matches: own.map(brief), account: account && brief(account), deals: theirs.map(deal => ({ ...brief(deal), ...acts.length < 60 && { nextStep: acts.some(act => isAhead(act) && (act.data.regarding as string[]).includes(`opportunity/${deal.id}`)) } })),
      activities: acts.filter(act => (act.data.regarding as string[]).some(path => mine.has(path))).map(brief).sort((a, b) => (b.when ?? "").localeCompare(a.when ?? "")).slice(0, 5),
    };
  });
  const logged = kept ? await loggedOn(sight, kept) : [];
  return { people, logged, activity: kept && { id: kept.id, version: kept.version }, ...kept && !kept.data.messageId && { handedOver: true }, suggested: await suggestions(sight, people, thread.rows, logged) };
}

function peopleOf({ from, to, cc }: KnownQuery): Omit<KnownPerson, "is" | "matches" | "deals" | "activities">[] {
  const seen = new Set<string>();
  return ([["from", [from]], ["to", to], ["cc", cc]] as const).flatMap(([as, some]) => some.map(person => ({ name: person.name, address: person.address, as })))
    .filter(({ address }) => address && !seen.has(address.toLowerCase()) && seen.add(address.toLowerCase())).slice(0, 60);
}

const isAhead = (act: Row) => act.data.status === "open" || act.data.status === "scheduled";
const rank = (row: Row) => ["contact", "lead", "account"].indexOf(row.type) + (["active", "open"].includes(row.data.status as string) ? 0 : 3);

async function accountsOf(sight: Sight, rows: Row[]): Promise<Row[]> {
  const ids = [...new Set(rows.flatMap(row => typeof row.data.account === "string" ? [row.data.account] : []))];
  return ids.length ? (await sight.find("account", { where: { id: ids }, take: ids.length })).rows : [];
}

/** What the mail is tied to, told from the activity that keeps it. */
export async function loggedOn(sight: Sight, activity: Row): Promise<Logged[]> {
  const logs = (activity.data.logs ?? []) as { on: string; by: string; at: string }[];
  const rows = (await Promise.all(logs.map(async log => { const [type, id] = log.on.split("/") as [string, string]; return { log, row: await sight.get(type, id) }; }))).filter(one => one.row);
  const shown = await briefs(sight, rows.map(one => one.row!)), people = await named(sight, "user", logs.map(log => log.by));
  return rows.map(({ log }, n) => ({ on: shown[n]!, by: log.by, byName: people.get(log.by) ?? log.by, at: log.at }));
}

async function suggestions(sight: Sight, people: KnownPerson[], thread: Row[], logged: Logged[]): Promise<Known["suggested"]> {
  const done = new Set(logged.map(one => `${one.on.type}/${one.on.id}`));
  const paths = [...new Set(thread.flatMap(row => row.data.regarding as string[]))].slice(0, 5);
  const talked = (await Promise.all(paths.map(path => sight.get(...path.split("/") as [string, string])))).filter(row => row !== undefined);
  const from = people.filter(person => person.is !== "colleague");
  const all: Known["suggested"] = [
    ...(await briefs(sight, talked)).map(record => ({ record, why: "conversation" as const })),
    ...from.flatMap(person => person.deals.map(record => ({ record, why: "deal" as const }))),
    ...from.flatMap(person => [...person.matches, ...(person.account ? [person.account] : [])].map((record: Brief) => ({ record, why: "person" as const }))),
  ];
  return all.filter(({ record }) => { const path = `${record.type}/${record.id}`; return !done.has(path) && done.add(path); }).slice(0, 8);
}
