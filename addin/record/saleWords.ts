import { useLanguage } from "../language.ts";

const en = {
  products: "Products", pdf: "PDF", english: "PDF in English", chinese: "PDF in Chinese", making: "Setting the page…", saved: (name: string) => `${name} saved`, explain: "Explain the prices", explainAbout: "Each step recomputes to what is stored.", hide: "Hide",
  compare: "What changed", since: (revision: number) => `since revision ${revision}`, same: "Nothing but the revision number.", added: "Added", removed: "Taken out", was: (was: string, now: string) => `${was} → ${now}`, by: (who: string, when: string) => `by ${who}, ${when}`, against: "Compare with", revision: (n: number) => `Revision ${n}`,
  steps: { listPrice: "List price", cost: "Cost", method: "By the price list", rounding: "Rounded", volumeDiscount: "Volume discount", base: "Amount", lineDiscount: "Discount", lineTax: "Tax", extended: "With tax", agreed: "Price as agreed", lines: "All lines", headerDiscount: "Discount on all", lessFreight: "Before freight", freight: "Freight", tax: "Tax", total: "Total" } as Record<string, string>,
};
type Words = typeof en;
const zhCN: Words = {
  products: "产品", pdf: "PDF", english: "英文 PDF", chinese: "中文 PDF", making: "正在排版…", saved: name => `已保存 ${name}`, explain: "价格说明", explainAbout: "每一步都可以核算到已保存的金额。", hide: "收起",
  compare: "变更对比", since: revision => `与修订 ${revision} 相比`, same: "除修订号外没有变化。", added: "新增", removed: "已移除", was: (was, now) => `${was} → ${now}`, by: (who, when) => `${who}，${when}`, against: "对比", revision: n => `修订 ${n}`,
  steps: { listPrice: "标价", cost: "成本", method: "按价目表", rounding: "取整", volumeDiscount: "批量折扣", base: "金额", lineDiscount: "折扣", lineTax: "税额", extended: "含税", agreed: "约定价格", lines: "明细合计", headerDiscount: "整单折扣", lessFreight: "运费前", freight: "运费", tax: "税额", total: "总计" },
};
/** What pages of quotes, orders and invoices say beyond their fields. */
export const useSaleWords = (): Words => useLanguage().chinese ? zhCN : en;
