import type { Clock, Sample } from "./demo.ts";

/** Lindenfeld Instruments: its two sales teams and those who sign in to the demo. */
export function house({ at }: Clock): Sample[] {
  const person = (id: string, name: string, mail: string, role: string, team: string | undefined, title: string): Sample =>
    ({ type: "user", id, values: { name, email: `${mail}@lindenfeld.example`, role, title, ...(team && { team }) }, createdAt: at(-900) });
  return [
    { type: "company", id: "company", values: { name: "Lindenfeld Instruments", currency: "EUR", timeZone: "Europe/Berlin", ourDomains: [{ domain: "lindenfeld.example" }] }, createdAt: at(-902) },
    { type: "currency", id: "currency-gbp", values: { name: "Pound sterling", code: "GBP", symbol: "£", precision: 2, rate: 0.87 }, createdAt: at(-901) },
    { type: "team", id: "sales-emea", values: { name: "Sales Europe & Americas", description: "Göttingen. Europe, North America, and what comes in through the website." }, createdAt: at(-901) },
    { type: "team", id: "sales-china", values: { name: "聆恩仪器销售部", description: "上海办事处，负责中国大陆的直销与系统集成商。" }, createdAt: at(-901) },
    person("rep", "Robin Sommer", "robin.sommer", "rep", "sales-emea", "Account Manager"),
    person("rep2", "陈雨桐", "yutong.chen", "rep", "sales-china", "销售经理"),
    person("manager", "Marta Keller", "marta.keller", "manager", "sales-emea", "Head of Sales"),
    person("admin", "Jonas Aalto", "jonas.aalto", "administrator", undefined, "IT Administrator"),
  ];
}
