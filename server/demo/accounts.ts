import type { Clock, Sample } from "./demo.ts";

type Line = [key: string, name: string, domain: string, street: string, postalCode: string, city: string, country: string, phone: string, industry: string, relationship: string, employees: number, owner: string, days: number, description?: string];
const uk = "United Kingdom", de = "Germany", cn = "中国";
const lines: Line[] = [
  ["marchfield", "Marchfield Dairies", "marchfield-dairies.example", "Creamery Lane 6", "SY1 3QP", "Shrewsbury", uk, "+44 1743 496 0200", "food", "customer", 340, "rep", 820, "Three CIP skids. Helen decides on the technology, Dev on the price. Line stops are planned a year ahead: ask for the calendar."],
  ["kestrel", "Kestrel Bay Water", "kestrelbaywater.example", "200 Alderney Drive", "B2Y 4N7", "Halifax", "Canada", "+1 902 555 0160", "utility", "customer", 210, "rep", 410, "Municipal utility, eleven reservoirs. Anything above CAD 25,000 goes to the board, which meets monthly."],
  ["northforge", "Northforge Chemicals", "northforge.example", "Wilton Site, Gate 4", "TS10 4RF", "Teesside", uk, "+44 1642 496 0100", "petrochemical", "customer", 1250, "rep", 760, "Frame agreement since last year. Certificates must come with the goods or the gate sends them back."],
  ["hanjiang", "汉江精细化工", "hanjiang-chem.example", "化工大道 88 号", "430070", "武汉", cn, "+86 27 8555 0100", "petrochemical", "customer", 860, "rep2", 690, "农药中间体和特种溶剂。所有防爆仪表须提供国内防爆证书，合同由采购部集中签订。"],
  ["weserbach", "Weserbach Zucker", "weserbach-zucker.example", "Rübenallee 3", "37671", "Höxter", de, "+49 69 90009 210", "food", "customer", 420, "rep", 1050, "Campaign from September to January; nothing may be opened in that time. Orders come in February and March."],
  ["aldermoor", "Aldermoor Distillers", "aldermoor.example", "Burnside Road 14", "AB38 2QH", "Rothes", uk, "+44 1632 960 140", "food", "customer", 95, "rep", 380],
  ["fjordal", "Fjordal Fish Feed", "fjordal.example", "Havnegata 22", "6005", "Ålesund", "Norway", "+47 70 55 01 30", "food", "prospect", 260, "rep", 120],
  ["lechtal", "Stadtwerke Lechtal", "sw-lechtal.example", "Am Wasserwerk 1", "86899", "Landsberg", de, "+49 89 99998 310", "utility", "customer", 180, "rep", 930, "Öffentlicher Auftraggeber: über 25.000 EUR nur mit Ausschreibung. Herr Brandl gibt vorab gern Hinweise zum Zeitplan."],
  ["osterholm", "Osterholm Paper Mills", "osterholm.example", "Bruksgatan 5", "66130", "Säffle", "Sweden", "+46 533 555 012", "durables", "customer", 610, "rep", 540],
  ["delvaux", "Delvaux Pigments", "delvaux-pigments.example", "Rue du Canal 41", "4020", "Liège", "Belgium", "+32 4 555 01 22", "petrochemical", "prospect", 150, "rep", 95],
  ["brightwell", "Brightwell Pharma", "brightwellpharma.example", "Science Park 12", "CB4 0WA", "Cambridge", uk, "+44 1632 960 155", "inboundCapital", "prospect", 730, "rep", 210, "Validated plant: every change needs a change request, so the first device matters more than the price."],
  ["sorvane", "Sorvane Cement", "sorvane.example", "Route de la Carrière 9", "38120", "Grenoble", "France", "+33 1 99 00 41 20", "inboundCapital", "customer", 480, "rep", 640],
  ["tallgrass", "Tallgrass Ethanol", "tallgrassethanol.example", "4100 Mill Road", "50010", "Ames", "United States", "+1 515 555 0120", "agriculture", "prospect", 130, "rep", 75],
  ["novaterm", "Novaterm District Heating", "novaterm.example", "Cieplna 18", "80-280", "Gdańsk", "Poland", "+48 58 555 01 40", "utility", "customer", 390, "rep", 450],
  ["hartwin", "Hartwin Skid Systems", "hartwin-skids.example", "Industriestraße 27", "48432", "Rheine", de, "+49 40 66969 420", "durables", "partner", 85, "rep", 880, "Builds dosing and CIP skids and puts our meters in when the end customer lets them. Discount group B."],
  ["castelmar", "Castelmar Desalación", "castelmar.example", "Carretera del Puerto 7", "30203", "Cartagena", "Spain", "+34 968 555 017", "utility", "prospect", 70, "rep", 60],
  ["veldhuis", "Veldhuis Greenhouse Energy", "veldhuis-energy.example", "Kasweg 112", "2676", "Maasdijk", "Netherlands", "+31 174 555 018", "agriculture", "customer", 45, "rep", 330],
  ["quarrydene", "Quarrydene Aggregates", "quarrydene.example", "Limestone Way 2", "DE4 3RT", "Matlock", uk, "+44 1632 960 177", "durables", "other", 110, "rep", 700, "Closed two of three sites. No instruments planned."],
  ["linghai", "临海制药", "linghai-pharma.example", "医化园区东路 16 号", "317000", "台州", cn, "+86 576 8555 0110", "inboundCapital", "customer", 1400, "rep2", 520, "原料药工厂，共四个车间。验证周期长，样机先在二车间试用。"],
  ["huaichuan", "淮川酒业", "huaichuan.example", "酿造路 9 号", "223800", "宿迁", cn, "+86 527 8555 0120", "food", "customer", 2300, "rep2", 470, "每年春节前冻结采购。罐区改造由设备部负责，自控由外部集成商做。"],
  ["yongfeng", "永沣水务集团", "yongfeng-water.example", "滨江大道 500 号", "315000", "宁波", cn, "+86 574 8555 0130", "utility", "customer", 950, "rep2", 600, "公开招标为主。去年与 Vantor Flow 竞争，以五年质保和本地校准胜出。"],
  ["jinhe", "锦河新能源材料", "jinhe-materials.example", "高新区创业路 66 号", "213000", "常州", cn, "+86 519 8555 0140", "durables", "prospect", 780, "rep2", 110],
  ["donglin", "东麟自动化工程", "donglin-auto.example", "科苑路 301 号", "201203", "上海", cn, "+86 21 8555 0150", "businessServices", "partner", 65, "rep2", 740, "系统集成商，主要做水务和食品行业。按项目报备，给予合作伙伴价。"],
  ["baishan", "白杉纸业", "baishan-paper.example", "工业北路 12 号", "262700", "寿光", cn, "+86 536 8555 0160", "durables", "prospect", 1100, "rep2", 85],
  ["ruian", "瑞岸海水淡化", "ruian-desal.example", "港口路 2 号", "266000", "青岛", cn, "+86 532 8555 0170", "utility", "prospect", 160, "rep2", 45],
];

/** Companies that Lindenfeld sells to, or would like to. */
export const accounts = ({ at }: Clock): Sample[] => lines.map(([key, name, domain, street, postalCode, city, country, phone, industry, relationship, employees, owner, days, description]) => ({
  type: "account", id: `account-${key}`, owner, createdAt: at(-days), ...(key === "quarrydene" && { status: "inactive", reason: "inactive" }),
  values: { name, website: `www.${domain}`, email: `${country === cn ? "office" : "info"}@${domain}`, street, postalCode, city, country, phone, industry, relationship, employees, ...(description && { description }) },
}));
/** The domain and owner of each account, by its key. */
export const accountOf = (key: string) => { const line = lines.find(([one]) => one === key)!; return { domain: line[2], owner: line[11], days: line[12] }; };
