import type { Row } from "../../server/store/store.ts";

const surnames = ["Ahrens", "Bianchi", "Castellan", "Dvorak", "Eriksson", "Fontaine", "Grünwald", "Haddad", "王", "李", "张", "陈"];
const given = ["Ada", "Bela", "Clara", "Dario", "Edda", "Felix", "芳", "明远", "秀英", "伟"];
const firms = ["Lindenfeld Instruments", "Harbour Optics", "Norrvik Pumpar", "Moulins Réunis", "华光仪器", "远洋设备"];
export const pick = <T>(from: readonly T[], n: number) => from[n % from.length]!;

/** The n-th of any number of leads, always the same, in Latin and in Chinese. */
export function lead(n: number, version = 1): Row {
  const firm = pick(firms, n * 7 + (n >> 4)), name = `${pick(given, n * 3 + (n >> 5))} ${pick(surnames, n * 5 + (n >> 3))}`, email = `person${n}@company${n % 9973}.example`;
  const topic = `Order ${n.toString(36)} of ${pick(["spectrometers", "pumps", "lenses", "控制器", "valves"], n * 11 + (n >> 6))}`;
  const data = { topic, name, email, company: firm, phone: `+49 30 ${100_000 + n}`, status: pick(["open", "qualified", "disqualified"], n), rating: n % 5, description: `Asked on the stand of ${firm} for ${topic}; would like an offer by the end of the quarter, with delivery to ${pick(given, n)}'s works.` };
  return { type: "lead", id: `l${String(n).padStart(8, "0")}`, version, data, keys: { email, status: data.status, rating: data.rating, created: 1.7e12 + n * 7919 % 1e9, owner: `u${n % 40}`, readers: [`user/u${n % 40}`, `team/t${n % 4}`] }, text: [topic, name, email, firm].join(" ").toLowerCase() };
}
