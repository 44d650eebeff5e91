import { accountOf } from "./accounts.ts";
import type { Clock, Sample } from "./demo.ts";

type Line = [key: string, account: string, firstName: string, lastName: string, jobTitle: string, mailbox: string, phone: string, role?: "decisionMaker" | "employee" | "influencer", description?: string];
const lines: Line[] = [
  ["helen-prosser", "marchfield", "Helen", "Prosser", "Engineering Manager", "helen.prosser", "+44 1743 496 0221", "decisionMaker", "Prefers a drawing to a brochure. Recommends us to other dairies."],
  ["dev-ramanathan", "marchfield", "Dev", "Ramanathan", "Purchasing Lead", "dev.ramanathan", "+44 1743 496 0227", "influencer"],
  ["camille-gagnon", "kestrel", "Camille", "Gagnon", "Operations Engineer", "camille.gagnon", "+1 902 555 0163", "influencer", "Runs the radar pilot on six basins. French first, English fine."],
  ["aled-whitcombe", "northforge", "Aled", "Whitcombe", "Instrument & Control Lead", "aled.whitcombe", "+44 1642 496 0118", "decisionMaker"],
  ["sunniva-marsh", "northforge", "Sunniva", "Marsh", "Buyer", "sunniva.marsh", "+44 1642 496 0130", "employee", "Wants every confirmation the same day, with the PO number in the subject."],
  ["zhou-liguo", "hanjiang", "立国", "周", "采购主管", "zhou.liguo", "+86 27 8555 0176", "decisionMaker"],
  ["peng-zhiyuan", "hanjiang", "致远", "彭", "仪表主任", "peng.zhiyuan", "+86 27 8555 0181", "influencer"],
  ["annegret-thies", "weserbach", "Annegret", "Thies", "Leiterin Messtechnik", "a.thies", "+49 69 90009 214", "decisionMaker"],
  ["ole-marquardt", "weserbach", "Ole", "Marquardt", "Einkauf Technik", "o.marquardt", "+49 69 90009 219", "employee"],
  ["fergus-abernethy", "aldermoor", "Fergus", "Abernethy", "Distillery Manager", "fergus", "+44 1632 960 141", "decisionMaker"],
  ["isla-dunmore", "aldermoor", "Isla", "Dunmore", "Process Engineer", "isla.dunmore", "+44 1632 960 143", "influencer"],
  ["sindre-hauge", "fjordal", "Sindre", "Hauge", "Technical Manager", "sindre.hauge", "+47 70 55 01 33", "decisionMaker"],
  ["xaver-brandl", "lechtal", "Xaver", "Brandl", "Betriebsleiter Wasser", "x.brandl", "+49 89 99998 314", "decisionMaker"],
  ["miriam-osswald", "lechtal", "Miriam", "Oßwald", "Vergabestelle", "m.osswald", "+49 89 99998 318", "employee"],
  ["lovisa-ekdahl", "osterholm", "Lovisa", "Ekdahl", "Automation Engineer", "lovisa.ekdahl", "+46 533 555 014", "influencer"],
  ["gunnar-wester", "osterholm", "Gunnar", "Wester", "Mill Manager", "gunnar.wester", "+46 533 555 011", "decisionMaker"],
  ["benoit-lacroix", "delvaux", "Benoît", "Lacroix", "Responsable maintenance", "b.lacroix", "+32 4 555 01 26", "decisionMaker"],
  ["priya-holloway", "brightwell", "Priya", "Holloway", "Validation Lead", "priya.holloway", "+44 1632 960 156", "influencer"],
  ["edmund-sayer", "brightwell", "Edmund", "Sayer", "Head of Engineering", "edmund.sayer", "+44 1632 960 158", "decisionMaker"],
  ["celine-rouvier", "sorvane", "Céline", "Rouvier", "Ingénieure procédés", "celine.rouvier", "+33 1 99 00 41 22", "influencer"],
  ["marc-thevenet", "sorvane", "Marc", "Thévenet", "Directeur d'usine", "marc.thevenet", "+33 1 99 00 41 21", "decisionMaker"],
  ["dale-hutchins", "tallgrass", "Dale", "Hutchins", "Plant Engineer", "dhutchins", "+1 515 555 0124", "decisionMaker"],
  ["kasia-wrona", "novaterm", "Katarzyna", "Wrona", "Metering Manager", "k.wrona", "+48 58 555 01 44", "decisionMaker"],
  ["tomasz-bielik", "novaterm", "Tomasz", "Bielik", "Purchasing", "t.bielik", "+48 58 555 01 46", "employee"],
  ["jana-hartwin", "hartwin", "Jana", "Hartwin", "Managing Director", "jana.hartwin", "+49 40 66969 421", "decisionMaker"],
  ["lukas-terhorst", "hartwin", "Lukas", "Terhorst", "Design Engineer", "l.terhorst", "+49 40 66969 425", "influencer"],
  ["ines-barragan", "castelmar", "Inés", "Barragán", "Jefa de proyecto", "ines.barragan", "+34 968 555 019", "decisionMaker"],
  ["joris-veldhuis", "veldhuis", "Joris", "Veldhuis", "Owner", "joris", "+31 174 555 011", "decisionMaker"],
  ["graham-pickersgill", "quarrydene", "Graham", "Pickersgill", "Site Manager", "g.pickersgill", "+44 1632 960 178", "employee"],
  ["xu-wanqing", "linghai", "婉清", "许", "工程部经理", "xu.wanqing", "+86 576 8555 0112", "decisionMaker"],
  ["jiang-haoran", "linghai", "浩然", "蒋", "验证工程师", "jiang.haoran", "+86 576 8555 0115", "influencer"],
  ["tang-meiling", "linghai", "美玲", "唐", "采购专员", "tang.meiling", "+86 576 8555 0118", "employee"],
  ["song-jianye", "huaichuan", "建业", "宋", "设备部部长", "song.jianye", "+86 527 8555 0121", "decisionMaker"],
  ["liang-xiaoyan", "huaichuan", "晓燕", "梁", "自控工程师", "liang.xiaoyan", "+86 527 8555 0126", "influencer"],
  ["shen-guoqiang", "yongfeng", "国强", "沈", "生产技术部主任", "shen.guoqiang", "+86 574 8555 0131", "decisionMaker"],
  ["yu-siqi", "yongfeng", "思琪", "俞", "计量主管", "yu.siqi", "+86 574 8555 0135", "influencer", "负责夜间最小流量分析，每周五出周报，周五上午不接电话。"],
  ["he-zhenhua", "jinhe", "振华", "何", "项目经理", "he.zhenhua", "+86 519 8555 0142", "decisionMaker"],
  ["feng-yating", "jinhe", "雅婷", "冯", "工艺工程师", "feng.yating", "+86 519 8555 0145", "influencer"],
  ["gu-wenbo", "donglin", "文博", "顾", "总经理", "gu.wenbo", "+86 21 8555 0151", "decisionMaker"],
  ["du-ruoxi", "donglin", "若溪", "杜", "商务", "du.ruoxi", "+86 21 8555 0155", "employee"],
  ["sun-zhigang", "baishan", "志刚", "孙", "动力车间主任", "sun.zhigang", "+86 536 8555 0162", "decisionMaker"],
  ["tian-lili", "baishan", "丽丽", "田", "能源管理员", "tian.lili", "+86 536 8555 0166", "influencer"],
  ["qiao-minghui", "ruian", "明辉", "乔", "技术总监", "qiao.minghui", "+86 532 8555 0171", "decisionMaker"],
  ["paul-lachance", "kestrel", "Paul", "Lachance", "Metering Technician", "p.lachance", "+1 902 555 0167", "employee", "Left at the end of the summer; mail now bounces. Camille has taken over."],
  ["stewart-kinloch", "kestrel", "Stewart", "Kinloch", "Director of Operations", "stewart.kinloch", "+1 902 555 0161", "decisionMaker", "Brings the budget to the board. Asks for cost per basin per year."],
];

/** The people at the accounts; the first of an account is called before the others. */
export const contacts = ({ at }: Clock): Sample[] => lines.map(([key, account, firstName, lastName, jobTitle, mailbox, phone, role, description], nth) => {
  const { domain, owner, days } = accountOf(account), gone = key === "paul-lachance";
  return {
    type: "contact", id: `contact-${key}`, owner, createdAt: at(-Math.max(days - 3 - nth % 20, 5)), ...(gone && { status: "inactive", reason: "inactive" }),
    values: { firstName, lastName, jobTitle, account: `account-${account}`, email: `${mailbox}@${domain}`, phone, ...(role && { role }), ...(description && { description }) },
  };
});
export const contactOf = (key: string) => { const [, account, firstName, lastName, , mailbox, phone] = lines.find(([one]) => one === key)!; return { account, phone, address: `${mailbox}@${accountOf(account).domain}`, name: /\p{Script=Han}/u.test(lastName) ? lastName + firstName : `${firstName} ${lastName}` }; };
