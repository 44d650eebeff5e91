import { contactOf } from "./contacts.ts";
import { accountOf } from "./accounts.ts";
import type { Clock, Sample } from "./demo.ts";

type Stage = "qualify" | "develop" | "propose" | "close";
/** `closes` and `days` count from today; a closed deal says what came of it. */
interface Line { key: string; name: string; contact: string; value: number; stage: Stage; p: number; closes: number; days: number; rating?: string; need?: string; story?: string; rivals?: string[]; hold?: boolean; lead?: string; won?: number; lost?: "outSold" | "canceled"; to?: string; why?: string }
const lines: Line[] = [
  { key: "marchfield-cip3", name: "CIP skid 3: eight FM-300", contact: "helen-prosser", value: 15206, stage: "propose", p: 70, closes: 15, days: 38, rating: "hot", need: "Return line of skid 3 is blind; rinse water is guessed.", story: "First lot must be on site before the line stop on 9 January." },
  { key: "kestrel-rollout", name: "Radar roll-out, 22 LR-220 with 15 m cable", contact: "camille-gagnon", value: 22420, stage: "propose", p: 60, closes: 18, days: 52, rating: "hot", rivals: ["vantor-flow"], need: "Replace ultrasonic level in the remaining basins.", story: "Six pilots without a fault since June. The board meets monthly and wants a firm price in the folder." },
  { key: "northforge-po", name: "Pressure transmitters, quote Q-00231", contact: "sunniva-marsh", value: 3210, stage: "close", p: 95, closes: 3, days: 19, rating: "hot", story: "Three AB-100, two AB-140, five MK-12. Purchase order expected any day." },
  { key: "northforge-wilton2", name: "Wilton phase 2: flow meters for caustic", contact: "aled-whitcombe", value: 48600, stage: "develop", p: 45, closes: 70, days: 64, rating: "warm", rivals: ["vantor-flow"], need: "PFA lining, Hastelloy electrodes, SIL 2 on probably four loops.", story: "Points list at revision C. Wetted parts of FT-2101 still to be confirmed." },
  { key: "hanjiang-level", name: "反应釜雷达液位计 8 台", contact: "zhou-liguo", value: 9850, stage: "close", p: 90, closes: 11, days: 41, rating: "hot", need: "更换浮筒液位计，减少开釜检修。", story: "价格已确认，付款方式和防爆证书有效性待定。" },
  { key: "brightwell-buffer", name: "First validated FM-300 for buffer tanks", contact: "edmund-sayer", value: 27900, stage: "develop", p: 40, closes: 85, days: 205, rating: "warm", lead: "edmund-sayer", need: "Traceable calibration and full material certificates.", story: "Change request is with quality. After the first device the other ten tanks follow." },
  { key: "jinhe-phase2", name: "正极材料二期：流量与液位", contact: "he-zhenhua", value: 68400, stage: "propose", p: 55, closes: 32, days: 108, rating: "hot", rivals: ["haizhi"], lead: "he-zhenhua", need: "40 台流量计、16 台液位计，耐磨蚀。" },
  { key: "castelmar-brine", name: "Brine discharge: six FM-320 with titanium", contact: "ines-barragan", value: 15900, stage: "qualify", p: 20, closes: 95, days: 58, rating: "warm", lead: "ines-barragan" },
  { key: "aldermoor-spirit", name: "Spirit receivers, level and temperature", contact: "isla-dunmore", value: 11400, stage: "develop", p: 35, closes: 60, days: 33, rating: "warm", rivals: ["ergonova-sensors"] },
  { key: "fjordal-dosing", name: "Oil dosing, four FM-300", contact: "sindre-hauge", value: 8450, stage: "qualify", p: 15, closes: 100, days: 14, rating: "cold" },
  { key: "lechtal-tender", name: "Ausschreibung Hochbehälter, 18 LP-40", contact: "xaver-brandl", value: 7600, stage: "propose", p: 50, closes: 27, days: 49, rating: "warm", need: "Trinkwasserzulassung, Lieferung in zwei Losen." },
  { key: "linghai-workshop3", name: "三车间缓冲罐流量计", contact: "xu-wanqing", value: 34200, stage: "develop", p: 40, closes: 75, days: 44, rating: "warm", need: "验证文件齐全，样机试用已通过。" },
  { key: "yongfeng-clamp", name: "夜间最小流量监测，外夹式流量计 12 台", contact: "shen-guoqiang", value: 35600, stage: "qualify", p: 25, closes: 88, days: 21, rating: "warm", rivals: ["vantor-flow", "haizhi"] },
  { key: "tallgrass-fermenters", name: "Fermenter pressure, 24 AB-100", contact: "dale-hutchins", value: 9900, stage: "develop", p: 30, closes: 55, days: 40, hold: true, rating: "cold", story: "Investment stop until the new year. Dale will call." },
  { key: "huaichuan-tanks", name: "储酒罐区液位改造", contact: "song-jianye", value: 52800, stage: "develop", p: 35, closes: 110, days: 73, hold: true, rating: "warm", story: "春节前冻结采购，节后恢复。" },
  { key: "marchfield-cip1", name: "CIP skid 1: six FM-300", contact: "helen-prosser", value: 11880, stage: "close", p: 100, closes: -210, days: 300, won: 11520, why: "Delivery before the line stop, and Helen saw the device at the weekend trial." },
  { key: "kestrel-pilot", name: "Radar pilot, six basins", contact: "camille-gagnon", value: 6720, stage: "close", p: 100, closes: -195, days: 260, won: 6720, why: "Six months free return agreed. Nobody else offered a trial." },
  { key: "northforge-frame", name: "Frame agreement pressure, first call-off", contact: "sunniva-marsh", value: 18400, stage: "close", p: 100, closes: -150, days: 240, won: 17250, why: "Certificates in the box settled it." },
  { key: "yongfeng-ningbo", name: "泵站流量计更新 20 台", contact: "shen-guoqiang", value: 41500, stage: "close", p: 100, closes: -120, days: 250, won: 39800, rivals: ["vantor-flow"], why: "五年质保与本地校准胜过 Vantor 的低价。" },
  { key: "novaterm-substations", name: "Substations north, 30 AB-140", contact: "kasia-wrona", value: 21300, stage: "close", p: 100, closes: -46, days: 130, won: 20650, why: "Second lot likely next autumn." },
  { key: "weserbach-campaign", name: "Thick juice line, four FM-320", contact: "annegret-thies", value: 9360, stage: "close", p: 100, closes: -88, days: 170, won: 9100, why: "Vor der Kampagne geliefert und eingebaut." },
  { key: "osterholm-stock", name: "Stock preparation, 14 flow meters", contact: "lovisa-ekdahl", value: 29700, stage: "propose", p: 0, closes: -35, days: 140, lost: "outSold", to: "vantor-flow", rivals: ["vantor-flow"], why: "9 % cheaper and a three-year fixed price. Lovisa was for us, purchasing was not." },
  { key: "hartwin-breweries", name: "Brewery skids, yearly volume", contact: "jana-hartwin", value: 44000, stage: "propose", p: 0, closes: -64, days: 180, lost: "outSold", to: "ergonova-sensors", rivals: ["ergonova-sensors"], why: "Profinet in every size; ours only from DN40. Ask again when their delivery hurts." },
  { key: "baishan-steam", name: "动力车间蒸汽计量", contact: "sun-zhigang", value: 26500, stage: "develop", p: 0, closes: -20, days: 78, lost: "outSold", to: "haizhi", rivals: ["haizhi"], why: "价格低两成，且承诺春节前到货。" },
  { key: "sorvane-kiln", name: "Kiln gas analysis", contact: "celine-rouvier", value: 25600, stage: "develop", p: 0, closes: -28, days: 110, lost: "canceled", why: "Budget moved to the new mill. No one else got it either." },
  { key: "delvaux-batch", name: "Batch dosing, pigment slurry", contact: "benoit-lacroix", value: 12700, stage: "qualify", p: 10, closes: 120, days: 12, rating: "cold" },
];

/** What Lindenfeld may win, has won and has lost, with the close of each closed deal; amounts in euros. */
export const deals = ({ at, day }: Clock): Sample[] => lines.flatMap(line => {
  const { account } = contactOf(line.contact), { owner } = accountOf(account), id = `opportunity-${line.key}`;
  const status = line.won !== undefined ? "won" : line.lost ? "lost" : "open", reason = line.won !== undefined ? "won" : line.lost ?? (line.hold ? "onHold" : "inProgress");
  const closed = status === "open" ? undefined : { actualValue: line.won ?? 0, actualCloseDate: day(line.closes), ...(line.to && { lostTo: `competitor-${line.to}` }) };
  const deal: Sample = { type: "opportunity", id, owner, status, reason, createdAt: at(-line.days, "10:05"), values: {
    name: line.name, account: `account-${account}`, contact: `contact-${line.contact}`, estimatedValue: line.value, probability: line.p, stage: line.stage, closeDate: day(line.closes),
    rating: line.rating ?? "warm", ...(line.need && { customerNeed: line.need }), ...((line.story ?? line.why) && { description: line.story ?? line.why }),
    ...(line.rivals && { competitors: line.rivals.map(one => `competitor-${one}`) }), ...(line.lead && { originatingLead: `lead-${line.lead}` }), ...closed } };
  return !closed ? [deal] : [deal, { type: "activity", id: `activity-close-${line.key}`, owner, status: "completed", reason: "completed", createdAt: at(line.closes, "15:40"), values: {
    kind: "opportunityClose", subject: line.name, regarding: [`opportunity/${id}`], outcome: reason, actualValue: closed.actualValue, due: day(line.closes), happened: at(line.closes, "15:40"),
    ...(line.to && { competitor: `competitor-${line.to}` }), description: line.why } }];
});
