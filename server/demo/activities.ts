import { accountOf } from "./accounts.ts";
import { contactOf } from "./contacts.ts";
import type { Clock, Sample } from "./demo.ts";
import { leadOf } from "./leads.ts";

/** To do or done: task, call, meeting; in and out: mails. `about` is a deal's or a lead's key, `who` a contact's, in days from today. */
type Line = [kind: "task" | "task done" | "call" | "called" | "meeting" | "met" | "in" | "out", days: number, subject: string, about: string, who: string, text?: string];
const deal = (key: string, who: string, ...lines: [Line[0], number, string, string?][]): Line[] => lines.map(([kind, days, subject, text]) => [kind, days, subject, `opportunity/opportunity-${key}`, who, text]);
const lead = (key: string, ...lines: [Line[0], number, string, string?][]): Line[] => lines.map(([kind, days, subject, text]) => [kind, days, subject, `lead/lead-${key}`, "", text]);
const visit = (who: string, ...lines: [Line[0], number, string, string?][]): Line[] => lines.map(([kind, days, subject, text]) => [kind, days, subject, `contact/contact-${who}`, who, text]);

const lines: Line[] = [
  ...deal("marchfield-cip3", "helen-prosser", ["in", -36, "CIP skid 3", "Robin, skid 3 is next. Same as skid 1 but with the return line measured as well. Can you come and look?"], ["met", -29, "Walk along skid 3 with Helen", "Eight points, all DN50 but the rinse line. Space is tight behind the heat exchanger."], ["out", -2, "CIP skid 3 – flow meter proposal", "Please find our proposal for eight FM-300 hygienic flow meters. Delivery five weeks from order; calibration at three points is included."], ["task", 0, "Check Tri-Clamp 2\" and two lots with production"], ["call", 2, "Talk the two lots through with Dev"]),
  ...deal("kestrel-rollout", "camille-gagnon", ["called", -50, "Roll-out: how many basins, when", "22 sensors, five groups of basins. She will ask for the money now, installation from May."], ["in", -40, "Radar level pilot – thirty-day trend", "Trend attached. Basins 2 and 5 are clean since the filter setting."], ["out", -39, "Re: Radar level pilot – thirty-day trend", "Thank you, that is the picture the board should see."], ["task", 0, "Firm price for 22 LR-220 with 15 m cable", "Marta: 9 % if they take the service contract."], ["call", 3, "Before the board: anything missing in the folder?"], ["meeting", 20, "Board result with Camille and Stewart"]),
  ...deal("northforge-po", "sunniva-marsh", ["out", -18, "Quote Q-00231", "Three AB-100, two AB-140, five MK-12 as asked. Prices hold for 30 days."], ["called", -7, "Chased Q-00231", "Waiting for a cost code. This week or next."], ["task", 0, "Confirm the order by return, Gate 4 and certificates"], ["task", 10, "Tracking number to Sunniva"]),
  ...deal("northforge-wilton2", "aled-whitcombe", ["met", -60, "Kick-off Wilton phase 2", "Vantor sits at the table too. Aled wants PFA and no discussion about it."], ["in", -33, "Points list rev B", "Please see what changes for you; FT-2107 is rinse water now."], ["out", -31, "Re: Points list rev B", "DN40 then, stainless electrodes will do. Saves you about a fifth on that point."], ["task", -3, "Re-check wetted parts of FT-2101 for 30 % caustic"], ["meeting", 8, "Review revised P&IDs, Teams"], ["task", 12, "Find a date for FM-300 visit at Marchfield"]),
  ...deal("hanjiang-level", "zhou-liguo", ["called", -39, "确认反应釜数量和法兰规格", "8 台，DN80 法兰，两台带搅拌。"], ["met", -30, "现场查看一车间反应釜", "彭主任陪同，搅拌桨回波需要屏蔽设置。"], ["out", -8, "反应釜液位计报价", "附件为 8 台 LR-220 的报价，交货期四周，请查收。"], ["task", 0, "与 Marta 确认付款方式 30/60/10"], ["task", 1, "发送防爆证书有效性说明"], ["meeting", 9, "武汉签订合同"]),
  ...deal("brightwell-buffer", "edmund-sayer", ["met", -180, "First visit, buffer preparation", "Eleven tanks. They will validate one and copy it."], ["out", -120, "Documentation package, sample", "A filled-in example, so that Priya can see what she would get."], ["in", -100, "Re: Documentation package, sample", "Priya is happy with the format. We need the surface finish per part as well."], ["called", -30, "Where is the change request", "With quality, number 14 of 30."], ["task", -6, "Send surface finish certificates to Priya"], ["call", 6, "Change request: any news"]),
  ...deal("jinhe-phase2", "he-zhenhua", ["met", -100, "二期项目启动会", "仪表清单由冯工负责，海智已先拜访。"], ["in", -60, "仪表清单第一版", "请按清单报价，耐磨蚀衬里单独列出。"], ["out", -48, "正极材料二期报价", "流量计 40 台、液位计 16 台，含现场培训一天。"], ["called", -13, "报价反馈", "技术通过，价格比海智高 12%，总成本对比下周给。"], ["task", 0, "准备五年总成本对比表"], ["meeting", 5, "常州技术澄清会"]),
  ...deal("castelmar-brine", "ines-barragan", ["called", -55, "Brine, temperature and material", "Titanium it is. She has a grant with a deadline in spring."], ["task", 4, "Ask production for titanium electrode lead time"]),
  ...deal("aldermoor-spirit", "isla-dunmore", ["met", -28, "Spirit receivers with Isla and Fergus", "Zone 0 in the receivers. Ergonova offers guided wave."], ["out", -25, "Certificates for zone 0", "Here they are, with the drawing of the DN50 nozzle."], ["task", -8, "Budget price for six receivers"], ["call", 7, "Isla: did the drawing fit"]),
  ...deal("fjordal-dosing", "sindre-hauge", ["in", -14, "Dosing of fish oil", "We dose oil at 60 °C and would like to know it to one per cent. What do you suggest?"], ["task", 1, "Ask the lab about conductivity of fish oil"]),
  ...deal("lechtal-tender", "xaver-brandl", ["called", -45, "Zeitplan der Ausschreibung", "Veröffentlichung wie geplant, Zulassung für Trinkwasser ist Ausschlusskriterium."], ["out", -15, "Angebot Hochbehälter", "Anbei unser Angebot mit den Zulassungen, Lieferung in zwei Losen."], ["task", 13, "Zuschlagsfrist: bei der Vergabestelle nachfragen"]),
  ...deal("linghai-workshop3", "xu-wanqing", ["met", -40, "二车间样机回访", "运行六周无漂移，许经理同意推广到三车间。"], ["in", -26, "三车间测点清单", "共 14 台，请提供验证文件模板。"], ["out", -22, "验证文件模板", "附件为模板及二车间实例，请蒋工审阅。"], ["task", -2, "跟进蒋工对模板的意见"], ["call", 4, "确认三车间停产窗口"]),
  ...deal("yongfeng-clamp", "shen-guoqiang", ["met", -20, "夜间最小流量方案交流", "12 个分区，先选两个试点。"], ["task", 6, "安排 UX-80 样机试点"], ["meeting", 13, "试点安装，城南分区"]),
  ...deal("tallgrass-fermenters", "dale-hutchins", ["called", -31, "Investment stop", "Nothing before the new year. Still wants us."], ["task", 45, "Call Dale about the new budget"]),
  ...deal("huaichuan-tanks", "song-jianye", ["met", -65, "储酒罐区现场勘查", "防爆一区，罐顶开口需确认。"], ["task", 60, "节后联系宋部长"]),
  ...deal("delvaux-batch", "benoit-lacroix", ["in", -12, "Mesure sur pâte de pigment", "Bonjour, une mesure électromagnétique est-elle possible à 45 % de matière sèche ?"], ["task", -4, "Send slurry reference to Benoît"]),
  ...deal("osterholm-stock", "lovisa-ekdahl", ["called", -34, "Why we lost", "Price and the fixed term. She keeps our two meters as reference."]),
  ...lead("freja-lindqvist", ["out", -22, "Biogas analyser – data sheet", "As promised. The H2S range goes to 3,000 ppm."], ["called", -10, "Budget and board", "Board meets this month; she argues with the flare losses."], ["task", 1, "Who can commission in Jutland before Christmas?"]),
  ...lead("walter-amadi", ["called", -6, "Trial on machine 2", "South gate. Pipe is DN250 stainless, 3 mm wall."], ["task", 0, "Book the UX-80 demo case"], ["meeting", 7, "Clamp-on trial at Pellworth"]),
  ...lead("sofia-lindahl", ["task", 0, "Price for seven FM-300 before the investment round"]),
  ...lead("aoife-brannigan", ["task", 1, "Check custody transfer approval for milk"]),
  ...lead("marek-dolny", ["called", -9, "Broken sensors", "Pressure peaks. He will send a trace."]),
  ...lead("qin-haoyu", ["called", -5, "糖化车间测点", "11 个测点，DN40 到 DN80，需要 Profinet。"], ["task", 3, "给秦主管报预算价"]),
  ...lead("bai-ruotong", ["task", -1, "发送 UX-25 应用手册"]),
  ...visit("yu-siqi", ["called", -17, "泵站流量计年度检定", "20 台中先检 5 台，下月安排。"]),
  ...visit("kasia-wrona", ["task done", -20, "Calibration protocols for 30 AB-140 sent"], ["task", 9, "Ask about the second lot"]),
  ...visit("annegret-thies", ["called", -24, "Läuft die Kampagne?", "Alle vier Geräte messen. Nächste Anfrage im Februar."]),
  ...visit("gu-wenbo", ["meeting", 16, "东麟年度合作回顾"]),
];

const minutesOf = { called: 15, met: 90, meeting: 60 } as Record<string, number>;
const kinds = { "task": "task", "task done": "task", "call": "phoneCall", "called": "phoneCall", "meeting": "appointment", "met": "appointment", "in": "email", "out": "email" } as const;

/** What was done with customers and what is due: overdue, today, next week. */
export const activities = ({ at, day }: Clock): Sample[] => lines.map(([what, days, subject, about, who, text], nth) => {
  const them = who ? contactOf(who) : leadOf(about), owner = "account" in them ? accountOf(them.account).owner : them.owner;
  const us = owner === "rep2" ? { name: "陈雨桐", address: "yutong.chen@lindenfeld.example", record: "user/rep2" } : { name: "Robin Sommer", address: "robin.sommer@lindenfeld.example", record: "user/rep" };
  const other = { name: them.name, address: them.address, record: who ? `contact/contact-${who}` : about };
  const hour = String(7 + nth * 3 % 9).padStart(2, "0"), when = at(days, `${hour}:${nth % 2 ? "30" : "00"}`), end = at(days, `${String(Number(hour) + 1).padStart(2, "0")}:${nth % 2 ? "30" : "00"}`);
  const mail = what === "in" || what === "out", done = mail || ["task done", "called", "met"].includes(what), meets = what === "met" || what === "meeting";
  const regarding = [...new Set([about, ...(who ? [`contact/contact-${who}`] : [])])];
  return {
    type: "activity", id: `activity-${String(nth + 1).padStart(3, "0")}`, owner, createdAt: done ? when : at(Math.min(days - 4, -1), "14:10"),
    ...(mail ? { status: "completed", reason: what === "in" ? "received" : "sent" } : done ? { status: "completed", reason: what === "called" ? "made" : "completed" } : {}),
    values: {
      kind: kinds[what], subject, regarding, ...(text && { description: text }), ...(done ? { happened: meets ? end : when } : {}),
      ...(mail ? { direction: what === "in" ? "incoming" : "outgoing", messageId: `<demo-${nth}@mail.${(what === "in" ? other : us).address.split("@")[1]}>`, conversationId: `demo-${nth}`, parties: what === "in" ? [{ role: "from", ...other }, { role: "to", ...us }] : [{ role: "from", ...us }, { role: "to", ...other }], logs: regarding.map(on => ({ on, by: owner, at: when })) } : {}),
      ...(meets ? { start: when, end, minutes: minutesOf[what], parties: [{ role: "organizer", ...us }, { role: "required", ...other }] } : {}),
      ...(kinds[what] === "phoneCall" ? { phone: them.phone, direction: "outgoing", ...(done ? { minutes: minutesOf[what] } : {}) } : {}),
      ...(done || meets ? {} : { due: day(days), priority: days <= 0 ? "high" : "normal" }), ...(what === "task done" && { percent: 100 }),
    },
  };
});
