/** A company of the demo. `known`: it is an account of ours already. */
export interface Company { key: string; name: string; domain: string; city: string; country: string; trade: string; known: boolean }
/** A person of the demo. `known` says as what the CRM knows them, if at all; `demo` is the name to sign in with. */
export interface Player { key: string; first: string; last: string; shown: string; company: string; title: string; phone: string; address: string; known?: "contact" | "lead"; demo?: "rep" | "rep2" | "manager" | "admin" }

/** Everybody and every company that the sample messages name; all invented. */
export const companies: Company[] = [
  { key: "lindenfeld", name: "Lindenfeld Instruments", domain: "lindenfeld.example", city: "Göttingen", country: "Germany", trade: "Flow meters, level and pressure sensors, gas analysers", known: false },
  { key: "marchfield", name: "Marchfield Dairies", domain: "marchfield-dairies.example", city: "Shrewsbury", country: "United Kingdom", trade: "Dairy", known: true },
  { key: "kestrel", name: "Kestrel Bay Water", domain: "kestrelbaywater.example", city: "Halifax", country: "Canada", trade: "Municipal water", known: true },
  { key: "northforge", name: "Northforge Chemicals", domain: "northforge.example", city: "Teesside", country: "United Kingdom", trade: "Speciality chemicals", known: true },
  { key: "hanjiang", name: "汉江精细化工", domain: "hanjiang-chem.example", city: "武汉", country: "China", trade: "Fine chemicals", known: true },
  { key: "brauhaus", name: "Brauerei Tannhof", domain: "tannhof.example", city: "Bamberg", country: "Germany", trade: "Brewing", known: false },
  { key: "calder", name: "Calder & Voss Engineering", domain: "caldervoss.example", city: "Leeds", country: "United Kingdom", trade: "Process engineering", known: false },
  { key: "suxin", name: "苏新膜科技", domain: "suxin-membrane.example", city: "苏州", country: "China", trade: "Water treatment", known: false },
  { key: "orrin", name: "Orrin Biogas", domain: "orrinbiogas.example", city: "Aarhus", country: "Denmark", trade: "Biogas", known: false },
  { key: "pellworth", name: "Pellworth Paper", domain: "pellworth.example", city: "Burlington", country: "United States", trade: "Pulp and paper", known: false },
];

/** Who makes what we make. */
export const competitors = ["Vantor Flow", "Ergonova Sensors", "海智仪表"];

const at = (company: string) => (key: string, first: string, last: string, title: string, phone: string, address: string, more: Partial<Player> = {}): Player =>
  ({ key, first, last, shown: `${first} ${last}`, company, title, phone, address, ...more });
const us = at("lindenfeld"), marchfield = at("marchfield"), kestrel = at("kestrel"), northforge = at("northforge"), hanjiang = at("hanjiang");

export const people: Player[] = [
  us("robin", "Robin", "Sommer", "Account Manager", "+49 551 900 140", "robin.sommer@lindenfeld.example", { demo: "rep" }),
  us("yutong", "雨桐", "陈", "销售经理", "+86 21 6100 8823", "yutong.chen@lindenfeld.example", { shown: "陈雨桐", demo: "rep2" }),
  us("marta", "Marta", "Keller", "Head of Sales", "+49 551 900 120", "marta.keller@lindenfeld.example", { demo: "manager" }),
  us("jonas", "Jonas", "Aalto", "IT Administrator", "+49 551 900 155", "jonas.aalto@lindenfeld.example", { demo: "admin" }),
  marchfield("helen", "Helen", "Prosser", "Engineering Manager", "+44 1743 496 0221", "helen.prosser@marchfield-dairies.example", { known: "contact" }),
  marchfield("dev", "Dev", "Ramanathan", "Purchasing Lead", "+44 1743 496 0227", "dev.ramanathan@marchfield-dairies.example", { known: "contact" }),
  kestrel("camille", "Camille", "Gagnon", "Operations Engineer", "+1 902 555 0163", "camille.gagnon@kestrelbaywater.example", { known: "contact" }),
  northforge("aled", "Aled", "Whitcombe", "Instrument & Control Lead", "+44 1642 496 0118", "aled.whitcombe@northforge.example", { known: "contact" }),
  northforge("sunniva", "Sunniva", "Marsh", "Buyer", "+44 1642 496 0130", "sunniva.marsh@northforge.example", { known: "contact" }),
  hanjiang("liguo", "立国", "周", "采购主管", "+86 27 8555 0176", "zhou.liguo@hanjiang-chem.example", { shown: "周立国", known: "contact" }),
  at("orrin")("freja", "Freja", "Lindqvist", "Plant Manager", "+45 86 55 01 42", "freja@orrinbiogas.example", { known: "lead" }),
  at("pellworth")("walter", "Walter", "Amadi", "Maintenance Planner", "+1 802 555 0119", "wamadi@pellworth.example", { known: "lead" }),
  at("calder")("imogen", "Imogen", "Thackeray", "Senior Process Engineer", "+44 113 496 0345", "imogen.thackeray@caldervoss.example"),
  at("calder")("tobias", "Tobias", "Reeve", "Project Director", "+44 113 496 0340", "tobias.reeve@caldervoss.example"),
  at("suxin")("jingyi", "静怡", "林", "工艺工程师", "+86 512 6555 0138", "lin.jingyi@suxin-membrane.example", { shown: "林静怡" }),
  at("brauhaus")("veit", "Veit", "Oberländer", "Leiter Technik", "+49 951 555 0174", "v.oberlaender@tannhof.example"),
];
