import type { Clock, Sample } from "./demo.ts";

type Line = [about: string, days: number, owner: string, text: string, subject?: string];
const lines: Line[] = [
  ["opportunity/opportunity-marchfield-cip3", -28, "rep", "Behind the heat exchanger only 180 mm straight pipe. FM-300 needs three diameters, so DN50 just fits.", "Space on skid 3"],
  ["opportunity/opportunity-kestrel-rollout", -12, "rep", "Marta: up to 9 % for 22 pieces if the service contract is signed with it."],
  ["account/account-marchfield", -60, "rep", "Line stops next year: 9–11 January, Easter week, two days in August.", "Line stops"],
  ["account/account-kestrel", -90, "rep", "Board meets on a Monday late in the month. Papers close the Friday before at noon."],
  ["account/account-northforge", -150, "rep", "Goods inwards: Gate 4, before 15:00, certificate 3.1 on the outside of the box.", "Delivery"],
  ["opportunity/opportunity-northforge-wilton2", -58, "rep", "Vantor quoted the VF-9 with PTFE lining. At 85 °C with vacuum on stop that lining collapses; Aled knows."],
  ["account/account-hanjiang", -29, "rep2", "进厂须提前一天登记身份证，不得携带手机进入一车间。", "进厂须知"],
  ["opportunity/opportunity-hanjiang-level", -7, "rep2", "周主管希望 10% 质保金，期限一年。公司惯例最多 5%，需 Marta 批准。"],
  ["opportunity/opportunity-jinhe-phase2", -13, "rep2", "海智每台便宜约 200 欧元，但每半年需返厂校准。按五年计算我们更低。"],
  ["opportunity/opportunity-brightwell-buffer", -99, "rep", "If the first change request passes, tanks 2–11 go as a copy, without a new one."],
  ["opportunity/opportunity-osterholm-stock", -34, "rep", "Lesson: we answered the price question after nine days. Vantor after two."],
  ["opportunity/opportunity-hartwin-breweries", -63, "rep", "Profinet below DN40 is on the development list for next year. Tell Jana when there is a date."],
  ["competitor/competitor-vantor-flow", -50, "rep", "Seen at Kestrel: CAD 1,140 per radar, cables included, valid to the end of the month."],
  ["competitor/competitor-ergonova-sensors", -21, "manager", "Three customers in one month complain of 14 weeks. Worth a mail to every brewery we know."],
  ["competitor/competitor-haizhi", -15, "rep2", "展会上宣布明年推出防爆型，价格未公布。"],
  ["account/account-yongfeng", -119, "rep2", "检定报告须盖计量章，电子版不接受。", "检定要求"],
  ["lead/lead-walter-amadi", -6, "rep", "Bring couplant for cold pipes; the water is at 12 °C."],
  ["lead/lead-freja-lindqvist", -10, "rep", "Flare burns about 4 % of the gas because nobody trusts the present reading."],
  ["account/account-linghai", -39, "rep2", "样机序列号 300-24-00562，二车间 V-204 旁。"],
  ["contact/contact-fergus-abernethy", -27, "rep", "Knows everybody in Speyside. Happy to be named as a reference, ask him each time."],
];

/** What was jotted down after visits and calls. */
export const notes = ({ at }: Clock): Sample[] => lines.map(([about, days, owner, text, subject], nth) => ({
  type: "note", id: `note-${String(nth + 1).padStart(2, "0")}`, owner, createdAt: at(days, "16:45"), values: { ...(subject && { subject }), text, regarding: [about] },
}));
