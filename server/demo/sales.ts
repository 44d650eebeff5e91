import { act, create } from "../../model/change.ts";
import type { Caller } from "../../model/may.ts";
import { quote } from "../../model/records/quote.ts";
import type { Store } from "../store/store.ts";
import { work } from "../work.ts";
import { accountOf } from "./accounts.ts";
import { contactOf } from "./contacts.ts";
import { clockOf, type Sample } from "./demo.ts";

/** What was offered in a deal, and what came of it: what happens on which day, counted from today. A line is an article or words, how many, and the price of one. */
interface Sale { deal: string; contact: string; title: string; lines: [what: string, quantity: number, price: number][]; freight?: number; pounds?: true; quoted: number; sent?: true; draft?: true; lost?: number; ordered?: number; delivered?: number; invoiced?: number; paid?: number }
const sales: Sale[] = [
  { deal: "northforge-frame", contact: "sunniva-marsh", title: "Frame agreement pressure, first call-off", lines: [["AB-140", 25, 690]], quoted: -170, ordered: -150, delivered: -130, invoiced: -128, paid: -100 },
  { deal: "yongfeng-ningbo", contact: "shen-guoqiang", title: "泵站流量计更新", lines: [["FM-320", 20, 1990]], quoted: -140, ordered: -120, delivered: -95, invoiced: -94, paid: -60 },
  { deal: "weserbach-campaign", contact: "annegret-thies", title: "Thick juice line", lines: [["FM-320", 4, 2275]], quoted: -105, ordered: -88, delivered: -70, invoiced: -44 },
  { deal: "novaterm-substations", contact: "kasia-wrona", title: "Substations north", lines: [["AB-140", 30, 685]], freight: 100, quoted: -62, ordered: -46 },
  { deal: "osterholm-stock", contact: "lovisa-ekdahl", title: "Stock preparation", lines: [["FM-320", 14, 2100]], freight: 300, quoted: -58, sent: true, lost: -35 },
  { deal: "northforge-po", contact: "sunniva-marsh", title: "Pressure transmitters", lines: [["AB-100", 3, 412], ["AB-140", 2, 688.5], ["MK-12", 5, 36]], pounds: true, quoted: -15, sent: true },
  { deal: "hanjiang-level", contact: "zhou-liguo", title: "反应釜雷达液位计", lines: [["LR-220", 8, 1120], ["防爆证书与现场指导", 1, 890]], quoted: -9, sent: true },
  { deal: "marchfield-cip3", contact: "helen-prosser", title: "CIP skid 3", lines: [["FM-300", 8, 1900.75]], quoted: -6, sent: true },
  { deal: "linghai-workshop3", contact: "xu-wanqing", title: "三车间缓冲罐流量计", lines: [["FM-300", 18, 1900]], quoted: -4, draft: true },
  { deal: "lechtal-tender", contact: "xaver-brandl", title: "Hochbehälter, zwei Lose", lines: [["LP-40", 18, 395]], freight: 490, quoted: -2, draft: true },
];
/** The last numbers that were given before, so that the quote which a mail of the demo accepts is Q-00231. */
const before = { quote: 225, order: 118, invoice: 102 };

/** Lets the people of the sample company offer, sell, deliver and send invoices, each act on its day and by the rules that anybody's acts go by. */
export async function sell(store: Store, now: string, people: readonly Sample[]): Promise<void> {
  const { at, day } = clockOf(now);
  await store.commit(Object.entries(before).map(([id, last]) => ({ type: "counter", id, was: null, now: { type: "counter", id, version: 1, data: { id, last }, keys: {}, text: "" } })));
  const acts = sales.flatMap(sale => {
    const { account } = contactOf(sale.contact), { owner } = accountOf(account), who = callerOf(people.find(({ type, id }) => type === "user" && id === owner)!);
    const ids = { quote: `quote-${sale.deal}`, order: "", invoice: "" };
    const idOf = async (type: "order" | "invoice", by: string) => ids[type] ||= (await store.find(type, { where: { [by]: ids[by as "quote" | "order"] } })).rows[0]!.id;
    /* times of day follow the order of acts: two may fall on one day, as none falls on a weekend */
    const steps: [days: number | undefined, time: string, change: () => Promise<Parameters<typeof work>[2]>][] = [
      [sale.quoted, "09:40", async () => [create(quote, {
        name: sale.title, account: `account-${account}`, contact: `contact-${sale.contact}`, opportunity: `opportunity-${sale.deal}`, ...(sale.pounds && { currency: "currency-gbp" }), ...(sale.freight && { freight: sale.freight }),
        from: day(sale.quoted), until: day(sale.quoted + 45), expires: day(sale.quoted + 45),
        lines: sale.lines.map(([what, quantity, price]) => /^[A-Z]{2}-/.test(what) ? { product: `product-${what.toLowerCase()}`, quantity, price, overridden: true } : { writeIn: what, quantity, price }),
      } as never, ids.quote)]],
      [sale.draft ? undefined : sale.quoted, "10:05", async () => [act("quote", ids.quote, "activate")]],
      [sale.sent ? sale.quoted : undefined, "10:10", async () => [act("quote", ids.quote, "sent")]],
      [sale.lost, "11:30", async () => [act("quote", ids.quote, "close", { reason: "lost", date: day(sale.lost!) })]],
      [sale.ordered, "14:00", async () => [act("quote", ids.quote, "order", { date: day(sale.ordered!) })]],
      [sale.delivered, "13:15", async () => [act("order", await idOf("order", "quote"), "fulfil", { date: day(sale.delivered!) })]],
      [sale.invoiced, "15:30", async () => [act("order", await idOf("order", "quote"), "invoice", { due: day(sale.invoiced! + 30) })]],
      [sale.paid, "16:20", async () => [act("invoice", await idOf("invoice", "order"), "pay", { date: day(sale.paid!) })]],
    ];
    return steps.flatMap(([days, time, change]) => days === undefined ? [] : [{ when: at(days, time), who, change }]);
  });
  for (const { when, who, change } of acts.sort((a, b) => a.when.localeCompare(b.when))) await work(store, { ...who, now: when }, await change());
}

const callerOf = ({ id, values }: Sample): Caller => ({ id, name: values.name as string, email: values.email as string, role: values.role as Caller["role"], team: values.team as string | undefined });
