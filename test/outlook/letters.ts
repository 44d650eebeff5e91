import type { Player } from "./cast.ts";
import type { Engagement } from "./engagements.ts";
import type { Party } from "./items.ts";

/** A sample message as it is written down: people by their key in the cast. */
export interface Letter {
  key: string; thread?: string; subject: string; from: string | Party; to?: (string | Party)[]; cc?: (string | Party)[]; hoursAgo: number; html: string;
  unread?: boolean; categories?: string[]; itemClass?: string; headers?: Record<string, string>;
  meeting?: Engagement["when"];
  files?: { name: string; contentType: string; inline: boolean; base64: string }[];
}

const p = (...lines: string[]) => lines.map(line => `<p>${line}</p>`).join("");
const signed = (...lines: string[]) => `<p>${lines.join("<br>")}</p>`;
const quoted = (head: string, ...lines: string[]) => `<blockquote><p>${head}</p>${p(...lines)}</blockquote>`;

const imogen = signed("Imogen Thackeray, CEng MIChemE", "Senior Process Engineer", "<b>Calder &amp; Voss Engineering Ltd</b>", "Kirkstall Works, 41 Bridge Road, Leeds LS5 3BW", "T +44 113 496 0345 · M +44 7700 900318", 'imogen.thackeray@caldervoss.example · <a href="https://www.caldervoss.example">www.caldervoss.example</a>');
const helen = signed("Helen Prosser", "Engineering Manager, Marchfield Dairies", "+44 1743 496 0221");
const aled = signed("Aled Whitcombe", "Instrument &amp; Control Lead | Northforge Chemicals", "Wilton Site, Teesside · +44 1642 496 0118");
const robin = ["Robin Sommer", "Account Manager · Lindenfeld Instruments", "+49 551 900 140"].join("<br>");

const picture = "iVBORw0KGgoAAAANSUhEUgAAAHgAAABABAMAAAAjY64hAAAAD1BMVEUAAAA6QkqwxLhcbGjO2NJwr0yxAAAB70lEQVR42u2X0W3FIAxFu0JXQN6ADRD7z1QRc/G1TXiJKvWrkZ6iIE4MrjlOv75/cX39w+/hVooU/TX9yRzqa0j6uGxI2oQ/gUUmO+g1w+ATWIqA7V3WMh18B44hutYyF3wCA9www+B7cDxmWAg+gBHuWOaCD2BYde9tzmD4BtzAcwbgA5hWfe06wr2UWhW87qWuSxl71tcCnhExPO7tMdw44hO4G4w9KnTd5QwPAHBxsAzY0gcYl77awRbxgqlqdnAxGCWCiLVy1dzAjWTAERW2zSS4BZgj1spVs4fZJC6iwn1tJsJbkyBirVynG/h6tTfJilgrF3iGe5aBRVQYJyPDW5Mg4igW8+kWZhkgohXggHx5UraTSeQVTCaZyXGH7gxnk/gTa0/NeQTKYJh6hp5YZLVIybCXAbsLMrA/GAvsxiRWzQpbgQt1GygjmKTTudZJqWeQMkgG3DMIXmuSZd1gkths9Fwjq7HvQxnBJMWdayQm9n0oI39WzHPNIo59P5gkNhs9mshq7PtQRjAJZjk49X0oY/tZIbO2qFidT5NJfFa1tgh2Pr0xCfa4gy2jUIaDLTlaWwZ7nyaTtM9fU6nvB5M8B50M3oKbz4rnIJvkNbgzyWOwB5O8Atkkr8G9SR6CJZnkBUgm+f+n7K/gHyJZNC87xp3LAAAAAElFTkSuQmCC";
const datasheet = btoa("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const points = btoa("Tag,Service,Size,Medium,Range\nFT-2101,Feed to E-210,DN50,Caustic 30 %,0-12 m3/h\nFT-2102,Return,DN80,Caustic 18 %,0-25 m3/h\nFT-2107,Rinse water,DN40,Water,0-8 m3/h\n");

/** What Outlook puts under a new message. */
export const signatureOf = ({ shown, title, phone }: Player): string => `<p><br></p><div id="Signature"><p>${shown}<br>${title} · Lindenfeld Instruments<br>${phone}</p></div>`;

/** The mailbox of Lindenfeld's sales: one message at least of every sort that an add-in for sales has to read well. */
export const letters: Letter[] = [
  { key: "enquiry", subject: "Enquiry: 14 electromagnetic flow meters for caustic service", from: "imogen", hoursAgo: 0.6, unread: true,
    html: p("Dear Mr Sommer,", "We are engineering a membrane cell room extension for a client in Humberside and need fourteen electromagnetic flow meters, DN40 to DN80, for 18–32 % caustic at up to 85 °C. PFA lining and tantalum or Hastelloy C electrodes, HART, and SIL 2 on the two trip loops.",
      "Could you let me have a budget price and a typical delivery time? The client wants equipment on site in the second week of March. A call on Thursday would suit me, any time after ten.", "Kind regards,") + imogen },
  { key: "vantor", thread: "kestrel-level", subject: "Level sensors for the Dartmouth reservoirs – price by Friday?", from: "camille", hoursAgo: 1.8, unread: true, categories: ["Quote due"],
    html: p("Hi Robin,", "Quick heads-up: Vantor Flow were here on Tuesday and left a quotation for 22 radar level sensors at CAD 1,140 each, cables included. I would rather stay with you since the six pilots have run without a fault since June, but purchasing will compare.",
      "Can you send me a firm price for 22 pieces, LR-220 with the 15 m cable, <b>by Friday noon</b>? The board meets on Monday and I would like to have it in the folder.", "Merci,") + signed("Camille Gagnon", "Operations Engineer", "Kestrel Bay Water · 200 Alderney Drive, Dartmouth NS", "+1 902 555 0163") },
  { key: "chinese", subject: "关于超纯水项目流量计的询价", from: "jingyi", to: ["yutong", "robin"], hoursAgo: 2.7, unread: true,
    html: p("陈经理，您好：", "我们在苏州工业园区为一家晶圆厂建设一套 120 m³/h 超纯水系统，需要采购 <b>36 台超声波流量计</b>（DN25 18 台、DN50 12 台、DN80 6 台），介质为电导率低于 0.1 μS/cm 的超纯水，要求 PFA 材质，4–20 mA 输出并支持 Modbus。",
      "目前海智仪表也在报价，交货期为六周。请贵司提供含税价格、交货期以及在半导体行业的业绩清单。如方便，希望下周三下午在苏州见面沟通。", "此致<br>敬礼") + signed("林静怡", "工艺工程师", "苏新膜科技有限公司", "江苏省苏州市工业园区星湖街 218 号", "手机：138 1355 0138　电话：0512-6555 0138", "邮箱：lin.jingyi@suxin-membrane.example") },
  { key: "order", subject: "PO 4500081733 – pressure transmitters", from: "sunniva", cc: ["aled"], hoursAgo: 3.4,
    html: p("Good morning Robin,", "Please accept this mail as our purchase order 4500081733:") +
      "<table><tr><th>Qty</th><th>Item</th><th>Unit price</th></tr><tr><td>3 x</td><td>AB-100 pressure transmitter, 0–16 bar</td><td>GBP 412.00</td></tr><tr><td>2 x</td><td>AB-140 differential pressure transmitter</td><td>GBP 688.50</td></tr><tr><td>5 x</td><td>MK-12 mounting kit</td><td>GBP 36.00</td></tr></table>" +
      p("Delivery to Gate 4, Wilton Site, by 11 December please. Prices as in your quote Q-00231; confirm by return.", "Thanks,") + signed("Sunniva Marsh", "Buyer, Northforge Chemicals", "+44 1642 496 0130"),
    files: [{ name: "PO 4500081733.pdf", contentType: "application/pdf", inline: false, base64: datasheet }] },
  { key: "reply", thread: "marchfield-cip", subject: "Re: CIP skid 3 – flow meter proposal", from: "helen", cc: ["dev"], hoursAgo: 5.2,
    html: p("Robin,", "Thank you, this looks right to me. Two points before I take it to Dev: can the hygienic version be had with Tri-Clamp 2\" instead of DIN 11851, and does the price hold if we call off in two lots (four in January, four in April)?", "The line stops on 9 January for three days, so the first lot has to be here before.", "Best,") + helen +
      quoted("<b>From:</b> Robin Sommer &lt;robin.sommer@lindenfeld.example&gt;<br><b>Sent:</b> Monday 16:12<br><b>To:</b> Helen Prosser<br><b>Subject:</b> CIP skid 3 – flow meter proposal", "Dear Helen,", "Please find our proposal for eight FM-300 hygienic flow meters. Delivery five weeks from order; calibration at three points is included.", "Regards,", robin) },
  { key: "webform", subject: "[Website] New request: gas analyser", from: { name: "Lindenfeld Website", address: "forms@lindenfeld.example" }, hoursAgo: 6.5, unread: true,
    html: p("A visitor has filled in the contact form.") + "<table><tr><td>Name</td><td>Ottoline Bracewell</td></tr><tr><td>Company</td><td>Harrow Lane Composting CIC</td></tr><tr><td>Position</td><td>Site manager</td></tr><tr><td>E-mail</td><td>ottoline@harrowlane.example</td></tr><tr><td>Phone</td><td>+44 20 7946 0817</td></tr><tr><td>Country</td><td>United Kingdom</td></tr><tr><td>Product</td><td>GA-50 gas analyser (CH4, CO2, H2S)</td></tr><tr><td>Message</td><td>We run an anaerobic digester at 480 kW and need to log biogas quality for the regulator from April. Is rental possible for the first three months?</td></tr><tr><td>Newsletter</td><td>no</td></tr></table>" },
  { key: "mobile", subject: "Re: Visit next week", from: "walter", hoursAgo: 8,
    html: p("Tuesday 10 works. Come to the south gate, ask for me. Bring the clamp-on demo unit if you can, number 2 machine's white water line is the one that keeps drifting.", "Sent from my iPhone") },
  { key: "german", subject: "Anfrage Durchflussmesser für Sudhaus", from: "veit", hoursAgo: 22,
    html: p("Sehr geehrter Herr Sommer,", "wir erneuern im Frühjahr unser Sudhaus (60 hl) und benötigen neun Durchflussmesser für Würze und Heißwasser, DN 40 und DN 50, Milchrohrverschraubung nach DIN 11851, Profinet. Der bisherige Lieferant Ergonova Sensors nennt 14 Wochen Lieferzeit, das ist für uns zu spät.",
      "Bitte senden Sie mir ein Angebot bis zum Monatsende. Gerne können Sie die Einbausituation bei uns ansehen; am besten erreichen Sie mich vormittags.", "Mit freundlichen Grüßen") + signed("Dipl.-Ing. Veit Oberländer", "Leiter Technik", "Brauerei Tannhof GmbH &amp; Co. KG", "Obere Mühlgasse 7, 96049 Bamberg", "Tel. +49 951 555 0174 · Fax -179", "v.oberlaender@tannhof.example · www.tannhof.example", "Amtsgericht Bamberg HRA 00417 · Geschäftsführer: Ansgar Tannhof") },
  { key: "several", subject: "Minutes: instrument review, Wilton phase 2", from: "aled", to: ["robin", "sunniva", "helen"], cc: ["marta", { name: "Pavel Hrubý", address: "pavel.hruby@ostrava-epc.example" }], hoursAgo: 25,
    html: p("All,", "Minutes of yesterday's review:", "1. Lindenfeld to re-check the wetted parts of FT-2101 for 30 % caustic (Robin, this week).<br>2. Northforge to confirm the number of SIL loops; likely four (Sunniva).<br>3. Helen kindly offered to show us the FM-300 at Marchfield; date to be found.<br>4. Pavel's team sends the revised P&amp;IDs by Wednesday.", "Points list attached.") + aled,
    files: [{ name: "Points list rev C.csv", contentType: "text/csv", inline: false, base64: points }] },
  { key: "internal", subject: "Discount for Kestrel Bay?", from: "marta", to: ["robin"], cc: ["yutong"], hoursAgo: 27,
    html: p("Robin, I saw Camille's number. We can go to 9 % on 22 pieces if they commit to the service contract; below that please talk to me first. Yutong had a similar case with Vantor in Ningbo, worth five minutes with her.", "Marta") },
  { key: "photo", subject: "FM-300 display after wash-down", from: "dev", cc: ["helen"], hoursAgo: 29, categories: ["Service"],
    html: p("Hello Robin,", "The display on skid 1 has gone milky after the last wash-down, photo below. The reading is fine. Is the window a spare part, and do we need to break the calibration seal to change it?") + '<p><img src="cid:photo-0" alt="Photo of the display"></p>' + p("Serial number 300-22-01847.") + signed("Dev Ramanathan", "Purchasing Lead · Marchfield Dairies", "+44 1743 496 0227"),
    files: [{ name: "display.png", contentType: "image/png", inline: true, base64: picture }, { name: "Wash-down procedure.pdf", contentType: "application/pdf", inline: false, base64: datasheet }] },
  { key: "forward", subject: "Fwd: Analysers for the upgrading plant", from: "marta", to: ["robin"], hoursAgo: 31,
    html: p("Can you take this one? Looks like a good fit for the GA-50.", "Marta") +
      quoted("---------- Forwarded message ----------<br><b>From:</b> Anneli Korpela &lt;anneli.korpela@suvanto-energia.example&gt;<br><b>To:</b> sales@lindenfeld.example<br><b>Subject:</b> Analysers for the upgrading plant", "Hello,", "We are planning a biogas upgrading plant near Joensuu (1,200 Nm³/h raw gas) and need continuous CH4, CO2, O2 and H2S at four points. Please send references in the Nordics.", "Anneli Korpela<br>Hankintapäällikkö, Suvanto Energia Oy<br>+358 13 555 0129") },
  { key: "invitation", subject: "Radar roll-out: price and delivery", from: "camille", to: ["robin", "marta"], hoursAgo: 45, itemClass: "IPM.Schedule.Meeting.Request", meeting: { days: 1, at: 15.5, minutes: 45, location: "Teams" },
    html: p("Hi both,", "Let us go through the 22 units, cable lengths and delivery before the board meets. Please bring the calibration interval.", "Camille") },
  { key: "lead", subject: "Re: Biogas analyser – data sheet", from: "freja", hoursAgo: 46,
    html: p("Hi Robin,", "Thanks for the data sheet. The H2S range is what we need (0–3,000 ppm). My board has now released the budget, DKK 185,000 for this year, so we could order before Christmas if installation is included. Who would do the commissioning in Jutland?", "Best regards") + signed("Freja Lindqvist", "Plant Manager, Orrin Biogas ApS", "Skejbyvej 90, 8200 Aarhus N", "+45 86 55 01 42") },
  { key: "known-cn", subject: "回复：反应釜液位计报价", from: "liguo", to: ["yutong"], cc: ["robin"], hoursAgo: 49,
    html: p("陈经理：", "报价单已收到。8 台雷达液位计的价格我们可以接受，但付款方式希望改为 30% 预付、60% 发货前、10% 质保金。另外请确认防爆证书在国内有效。", "如果本周能确认，我们可以在 12 月 5 日前签合同。") + signed("周立国", "采购主管　汉江精细化工股份有限公司", "电话：027-8555 0176") +
      quoted("<b>发件人：</b>陈雨桐 &lt;yutong.chen@lindenfeld.example&gt;<br><b>主题：</b>反应釜液位计报价", "周主管，您好！附件为 8 台 LR-220 的报价，交货期四周，请查收。") },
  { key: "bare", subject: "pressure sensor 0-600 bar stock?", from: "k.osei@tidewell-hydraulics.example", hoursAgo: 52,
    html: p("hi, do you have 4 pcs pressure sensor 0-600 bar G1/4 in stock? need by next week. pls send price", "tks") },
  { key: "thread", thread: "kestrel-level", subject: "RE: RE: RE: Radar level pilot – results", from: "camille", cc: ["marta"], hoursAgo: 75,
    html: p("Robin, Marta,", "Six months in and no drift on any of the six. I have asked for the full roll-out in the 2027 budget.", "Camille") +
      quoted("On Mon, Robin Sommer wrote:", "Good to hear. Which two showed foam echoes in July?") +
      `<blockquote>${quoted("On Fri, Camille Gagnon wrote:", "Basins 2 and 5. Your filter setting from the 18th cured both.")}</blockquote>` +
      `<blockquote><blockquote>${quoted("On Thu, Robin Sommer wrote:", "Dear Camille, could you send me the trend of the last thirty days before our call?")}</blockquote></blockquote>` },
  { key: "refusal", subject: "Re: Ultrasonic clamp-on meters", from: { name: "Gareth Ffoulkes", address: "gffoulkes@severnlime.example" }, hoursAgo: 98,
    html: p("Dear Mr Sommer,", "Thank you for your offer, but we are not interested: we standardised on Vantor Flow last year and have a frame contract until 2028. Please take me off your list for this topic.", "Regards") + signed("Gareth Ffoulkes", "Severn Lime") },
  { key: "autoreply", subject: "Automatic reply: Proposal P-118", from: "tobias", hoursAgo: 99, itemClass: "IPM.Note.Rules.OofTemplate.Microsoft", headers: { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" },
    html: p("I am out of the office until Monday 30th with no access to mail. For urgent matters please contact Imogen Thackeray (imogen.thackeray@caldervoss.example, +44 113 496 0345).", "Tobias Reeve") },
  { key: "bounce", subject: "Undeliverable: Calibration reminder", from: { name: "Mail Delivery Subsystem", address: "mailer-daemon@lindenfeld.example" }, hoursAgo: 101, itemClass: "REPORT.IPM.Note.NDR", headers: { "Auto-Submitted": "auto-replied" },
    html: p("Your message to <b>p.lachance@kestrelbaywater.example</b> could not be delivered.", "The recipient's address was not found at the destination (550 5.1.1 user unknown).") },
  { key: "newsletter", subject: "Process Weekly: five trends in flow measurement", from: { name: "Process Weekly", address: "newsletter@processweekly.example" }, hoursAgo: 120, headers: { "List-Unsubscribe": "<https://processweekly.example/leave>", "Precedence": "bulk" },
    html: p("<b>This week in Process Weekly</b>", "Why clamp-on meters are moving into custody transfer · Ergonova Sensors opens a plant in Brno · Webinar: SIL without tears · The regulator's new methane rules explained", 'You receive this because you registered at a trade show. <a href="https://processweekly.example/leave">Unsubscribe</a> · View in browser') },
  { key: "stranger", subject: "Introduction from Helen Prosser", from: { name: "Niamh Adeyemi", address: "niamh.adeyemi@whitlowcheese.example" }, cc: ["helen"], hoursAgo: 146,
    html: p("Hello Robin,", "Helen at Marchfield suggested that I write to you. We make hard cheese in Somerset and lose about 2 % of our whey somewhere between the separator and the tank; I would like to measure it properly. Would you have a rental or loan unit to begin with? Our volume is small, say three measuring points.", "Many thanks,") + signed("Niamh Adeyemi", "Production Director", "Whitlow Cheese Ltd, Castle Cary", "01963 555 0107") },
  { key: "admin", subject: "Dealwright is ready for your mailbox", from: "jonas", to: ["robin", "yutong", "marta"], hoursAgo: 170,
    html: p("Hello all,", "The sales add-in is now in your Outlook, on the ribbon above the message. Open any mail and press it; it tells you who wrote and what we have with them. Nothing is sent or logged unless you press a button. Questions to me, ext. 155.", "Jonas") },
];
