import type { Clock, Sample } from "./demo.ts";

type Article = [number: string, name: string, listPrice: number, standardCost: number, onHand: number, description: string];
const articles: Article[] = [
  ["AB-100", "Pressure transmitter AB-100, 0–16 bar", 448, 196, 134, "Gauge pressure, 316L, G1/2, 4–20 mA with HART. Ranges from 0–1 to 0–40 bar."],
  ["AB-140", "Differential pressure transmitter AB-140", 749, 342, 41, "0–500 mbar, for filters and tank level. Three-valve manifold is ordered separately."],
  ["AB-180", "High-pressure transmitter AB-180, 0–600 bar", 612, 271, 9, "Thin-film cell, G1/4, for hydraulics and high-pressure cleaning."],
  ["FM-300", "Hygienic flow meter FM-300", 1980, 870, 22, "Electromagnetic, EHEDG, DN15–DN100, DIN 11851 or Tri-Clamp. CIP up to 140 °C."],
  ["FM-320", "Chemical flow meter FM-320", 2340, 1035, 14, "Electromagnetic, PFA lining, electrodes in Hastelloy C or tantalum, SIL 2."],
  ["UX-80", "Clamp-on ultrasonic flow meter UX-80", 3150, 1390, 7, "No pipe work. DN25–DN600. Demo cases in Göttingen and Shanghai."],
  ["UX-25", "Ultra-pure water flow meter UX-25", 1690, 735, 30, "PFA body, no metal in contact with the medium, Modbus RTU."],
  ["LR-220", "Radar level sensor LR-220", 1120, 486, 58, "80 GHz, up to 20 m, foam filter, cables of 10, 15 and 30 m."],
  ["LP-40", "Hydrostatic level probe LP-40", 395, 168, 90, "Ceramic cell, for wells and reservoirs, drinking water approval."],
  ["GA-50", "Biogas analyser GA-50", 12800, 6240, 4, "CH4, CO2, O2 and H2S (0–3,000 ppm), up to four sampling points."],
  ["MK-12", "Mounting kit MK-12", 39, 14, 310, "Bracket, gasket and cable gland for the AB series."],
  ["SV-COM", "Commissioning day", 1150, 720, 0, "One engineer on site, eight hours, travel charged at cost."],
];

type Rival = [key: string, name: string, keyProduct: string, website: string, city: string, country: string, overview: string, strengths: string, weaknesses: string, opportunities: string, threats: string];
const rivals: Rival[] = [
  ["vantor-flow", "Vantor Flow", "VF-9 clamp-on and radar family", "www.vantorflow.example", "Columbus", "United States", "Broad range, sold mostly through distributors and frame contracts.", "Sharp on price from twenty pieces up. Cables and brackets included. Large demo fleet.", "Calibration only in Ohio, so eight weeks without the device. Radar loses the echo in foam.", "Their frame contracts leave out service: offer ours beside it.", "Has begun to quote fixed prices for three years."],
  ["ergonova-sensors", "Ergonova Sensors", "Hygiline magnetic-inductive meters", "www.ergonova.example", "Brno", "Czechia", "Strong in breweries and dairies, new plant in Brno.", "Good hygienic design, Profinet in every device, well known to skid builders.", "14 weeks delivery since the move to Brno. Spare displays only as complete heads.", "Everyone with a line stop before spring.", "Once Brno runs, delivery will come down to four weeks."],
  ["haizhi", "海智仪表", "HZ 系列超声波流量计", "www.haizhi-meter.example", "杭州", "中国", "国内厂家，水务和半导体行业增长很快。", "价格低两成左右，交货期六周，本地服务网点多。", "高温和低电导率工况业绩少，漂移需每半年校准一次。", "以五年总成本比较，我们的校准周期更有优势。", "正在申请防爆与 SIL 认证，通过后将进入化工行业。"],
];

/** Product against product, as the battle cards tell it. */
const offers: Record<string, { name: string; against: string; price?: number; better?: string; worse?: string }[]> = {
  "vantor-flow": [
    { name: "VF-9 radar", against: "product-lr-220", price: 990, better: "Sees through foam and needs no recalibration after cleaning; certificate for drinking water.", worse: "Cheaper from twenty pieces up, cables and brackets included." },
    { name: "VF-9 clamp-on", against: "product-ux-80", price: 2850, better: "Half the zero drift at low flow; demo case for two weeks.", worse: "In stock at most distributors." },
  ],
  "ergonova-sensors": [{ name: "Hygiline 300", against: "product-fm-300", price: 1890, better: "CIP up to 140 °C, and a spare display window costs 40 instead of 310.", worse: "Profinet is standard; skid builders know it." }],
  haizhi: [{ name: "HZ-25", against: "product-ux-25", price: 1320, better: "低电导率介质下零点更稳，通体 PFA，不接触金属。", worse: "价格低两成，六周交货。" }],
};

type Paper = [key: string, title: string, subject: string, kind: string, forCustomers: boolean, expires: number, products: string[], description: string, rivals?: string[]];
const papers: Paper[] = [
  ["fm300-sheet", "FM-300 data sheet", "Flow", "productSheet", true, 400, ["FM-300"], "Four pages: sizes, connections, CIP limits, accuracy."],
  ["fm320-sheet", "FM-320 data sheet", "Flow", "productSheet", true, 400, ["FM-320"], "With the table of linings and electrodes for acids and caustic."],
  ["lr220-sheet", "LR-220 data sheet", "Level", "productSheet", true, 300, ["LR-220"], "With beam angles and mounting in basins."],
  ["ga50-sheet", "GA-50 data sheet", "Gas analysis", "productSheet", true, 300, ["GA-50"], "Ranges, sampling, calibration gas and footprint."],
  ["lr220-zh", "LR-220 雷达液位计样本", "物位", "productSheet", true, 300, ["LR-220"], "中文样本，含防爆证书编号及反应釜安装示例。"],
  ["ux25-zh", "超纯水流量测量应用手册", "流量", "literature", true, 250, ["UX-25"], "半导体行业超纯水系统的选型、安装与业绩清单。"],
  ["caustic", "Measuring caustic soda: linings and electrodes", "Flow", "literature", true, 200, ["FM-320"], "Application note from three membrane cell rooms, up to 32 % and 90 °C."],
  ["pricelist", "Price list Europe", "Prices", "priceSheets", false, 60, ["AB-100", "AB-140", "FM-300", "LR-220", "GA-50"], "Internal. List prices in EUR, discount groups A to C."],
  ["versus-vantor", "LR-220 against Vantor radar", "Competition", "presentation", false, 150, ["LR-220"], "Internal. Foam test, calibration time, cost per basin over five years.", ["vantor-flow"]],
  ["versus-haizhi", "与海智仪表的对比要点", "竞争分析", "presentation", false, 150, ["UX-25", "UX-80"], "内部资料。漂移测试、校准周期与五年总成本。", ["haizhi"]],
  ["company", "Lindenfeld Instruments at a glance", "Company", "background", true, 500, [], "Who we are, where we calibrate, and whom to call. English and Chinese."],
  ["fm300-manual", "FM-300 operating manual", "Flow", "manuals", true, 700, ["FM-300"], "Installation, wash-down, replacing the display window."],
];

/** What the papers are sorted into. */
const subjects: [id: string, title: string, parent?: string][] = [
  ["subject-products", "Products"], ["subject-flow", "Flow", "subject-products"], ["subject-level", "Level", "subject-products"], ["subject-gas", "Gas analysis", "subject-products"],
  ["subject-selling", "Selling"], ["subject-prices", "Prices", "subject-selling"], ["subject-competition", "Competition", "subject-selling"], ["subject-company", "Company", "subject-selling"],
  ["subject-zh", "中文资料"], ["subject-zh-flow", "流量", "subject-zh"], ["subject-zh-level", "物位", "subject-zh"], ["subject-zh-competition", "竞争分析", "subject-zh"],
];

const idOf = (number: string) => `product-${number.toLowerCase()}`;
/** What Lindenfeld sells, against whom, and with which papers; prices in euros. */
export const catalogue = ({ at, day }: Clock): Sample[] => [
  ...articles.map(([number, name, listPrice, standardCost, onHand, description]): Sample => ({ type: "product", id: idOf(number), createdAt: at(-880), values: { name, number, kind: number.startsWith("SV") ? "services" : "inventory", listPrice, standardCost, currentCost: standardCost, onHand, description, website: `www.lindenfeld.example/${number.toLowerCase()}` } })),
  ...rivals.map(([key, name, keyProduct, website, city, country, overview, strengths, weaknesses, opportunities, threats]): Sample => ({ type: "competitor", id: `competitor-${key}`, createdAt: at(-870), values: { name, keyProduct, website, city, country, overview, strengths, weaknesses, opportunities, threats, offers: offers[key] } })),
  ...subjects.map(([id, title, parent]): Sample => ({ type: "subject", id, createdAt: at(-890), values: { title, ...(parent && { parent }) } })),
  ...papers.map(([key, title, subject, kind, forCustomers, expires, products, description, against]): Sample => ({ type: "literature", id: `literature-${key}`, createdAt: at(-300), values: { title, subject: subjects.find(([, said]) => said === subject)![0], kind, forCustomers, expires: day(expires), description, ...(products.length && { products: products.map(idOf) }), ...(against && { competitors: against.map(one => `competitor-${one}`) }) } })),
];
