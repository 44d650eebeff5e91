import { useLanguage } from "../language.ts";

const en = {
  nameOrNumber: "Name or number", notListed: "not on the price list", newLine: "New line", writeIn: "Write in a product that is not in the catalogue", fromCatalogue: "Choose from the catalogue", included: "included in the bundle",
  listPrice: "from the price list", typedPrice: "typed; the list is not used", useList: "Use the list price", typeTax: "Type the tax", useRate: "Use the tax rate", less: "less", volume: (amount: string) => `volume discount ${amount} per unit`, plusTax: (tax: string) => `+ ${tax} tax`,
  linesTotal: "Lines", discount: "Discount", freight: "Freight", tax: "Tax", total: "Total", paid: "Paid so far", left: "Left to pay", noPriceList: "Choose a price list above, or type the prices.",
};
type Words = typeof en;
const zhCN: Words = {
  nameOrNumber: "名称或编号", notListed: "不在价目表中", newLine: "新行", writeIn: "填写目录外产品", fromCatalogue: "从产品目录选择", included: "套件已包含",
  listPrice: "来自价目表", typedPrice: "手工填写，不用价目表", useList: "使用价目表价格", typeTax: "手工填写税额", useRate: "按税率计算", less: "减", volume: amount => `每单位批量折扣 ${amount}`, plusTax: tax => `+ 税额 ${tax}`,
  linesTotal: "明细合计", discount: "折扣", freight: "运费", tax: "税额", total: "总计", paid: "已付金额", left: "尚欠金额", noPriceList: "请先在上方选择价目表，或直接填写价格。",
};
/** What the editor of product lines says. */
export const useLineWords = (): Words => useLanguage().chinese ? zhCN : en;
