import { useLanguage } from "../language.ts";

const en = {
  products: "Products", pdf: "PDF", english: "PDF in English", chinese: "PDF in Chinese", making: "Setting the page…", saved: (name: string) => `${name} saved`, explain: "Explain the prices", explainAbout: "Each step recomputes to what is stored.", hide: "Hide",
  compare: "What changed", since: (revision: number) => `since revision ${revision}`, same: "Nothing but the revision number.", added: "Added", removed: "Taken out", was: (was: string, now: string) => `${was} → ${now}`, by: (who: string, when: string) => `by ${who}, ${when}`, against: "Compare with", revision: (n: number) => `Revision ${n}`,
  ordered: (n: string) => `${n} ordered`, shippedOf: (n: string, all: string) => `${n} of ${all} shipped`, canceledOf: (n: string) => `${n} canceled`, shipAll: "Ship all that is missing", shipNone: "Ship none", shipPart: "Fulfil in part", allShipped: "With this everything has been shipped.", staysOpen: "The order stays open in part for the rest.", nothingShipped: "Nothing would be shipped: type how many leave now.",
  leftToPay: "Left to pay:", payPart: "Record part payment",
  steps: { listPrice: "List price", cost: "Cost", method: "By the price list", rounding: "Rounded", volumeDiscount: "Volume discount", base: "Amount", lineDiscount: "Discount", lineTax: "Tax", extended: "With tax", agreed: "Price as agreed", lines: "All lines", headerDiscount: "Discount on all", lessFreight: "Before freight", freight: "Freight", tax: "Tax", total: "Total" } as Record<string, string>,
};
type Words = typeof en;
const zhCN: Words = {
  products: "产品", pdf: "PDF", english: "英文 PDF", chinese: "中文 PDF", making: "正在排版…", saved: name => `已保存 ${name}`, explain: "价格说明", explainAbout: "每一步都可以核算到已保存的金额。", hide: "收起",
  compare: "变更对比", since: revision => `与修订 ${revision} 相比`, same: "除修订号外没有变化。", added: "新增", removed: "已移除", was: (was, now) => `${was} → ${now}`, by: (who, when) => `${who}，${when}`, against: "对比", revision: n => `修订 ${n}`,
  ordered: n => `订购 ${n}`, shippedOf: (n, all) => `已发货 ${n} / ${all}`, canceledOf: n => `已取消 ${n}`, shipAll: "全部发出剩余数量", shipNone: "全部不发", shipPart: "部分履行", allShipped: "本次发货后订单全部发完。", staysOpen: "其余部分仍待发货，订单为部分履行。", nothingShipped: "没有要发货的数量：请填写本次发货数量。",
  leftToPay: "尚欠金额：", payPart: "登记部分付款",
  steps: { listPrice: "标价", cost: "成本", method: "按价目表", rounding: "取整", volumeDiscount: "批量折扣", base: "金额", lineDiscount: "折扣", lineTax: "税额", extended: "含税", agreed: "约定价格", lines: "明细合计", headerDiscount: "整单折扣", lessFreight: "运费前", freight: "运费", tax: "税额", total: "总计" },
};
/** What pages of quotes, orders and invoices say beyond their fields. */
export const useSaleWords = (): Words => useLanguage().chinese ? zhCN : en;
