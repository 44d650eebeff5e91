/** The words on paper, in the language of the customer. */
const en = {
  kinds: { quote: "Quote", order: "Order confirmation", invoice: "Invoice" } as Record<string, string>, revision: (n: number) => `Revision ${n}`, drafts: { draft: "DRAFT", closed: "NOT VALID", canceled: "CANCELED" } as Record<string, string>,
  date: "Date", validFrom: "Valid from", validTo: "Valid until", due: "Due", contact: "Your contact", delivery: "Delivery", order: "Your order", quote: "Our quote", payment: "Payment", freightTerms: "Freight", shipping: "Shipped by", customer: "To", shipTo: "Ship to",
  columns: { position: "No.", product: "Product", number: "Number", quantity: "Quantity", unit: "Unit", price: "Price per unit", discount: "Discount", taxRate: "Tax", tax: "Tax", amount: "Amount" },
  noLines: "No products", lines: "Subtotal", discount: "Discount", freight: "Freight", tax: "Tax", taxAt: (rate: string) => `Tax ${rate} %`, paid: "Paid", left: (currency: string) => currency ? `Left to pay (${currency})` : "Left to pay", total: (currency: string) => currency ? `Total (${currency})` : "Total", terms: "Terms", pages: "Page {page} of {pages}",
};
export type PaperWords = typeof en;
const zh: PaperWords = {
  kinds: { quote: "报价单", order: "订单确认", invoice: "发票" }, revision: n => `修订 ${n}`, drafts: { draft: "草稿", closed: "已失效", canceled: "已取消" },
  date: "日期", validFrom: "生效日期", validTo: "有效期至", due: "到期日", contact: "联系人", delivery: "交货", order: "订单", quote: "报价单", payment: "付款条件", freightTerms: "运费条款", shipping: "运输方式", customer: "客户", shipTo: "送货地址",
  columns: { position: "序号", product: "产品", number: "产品编号", quantity: "数量", unit: "单位", price: "单价", discount: "折扣", taxRate: "税率", tax: "税额", amount: "金额" },
  noLines: "没有产品", lines: "小计", discount: "折扣", freight: "运费", tax: "税额", taxAt: rate => `税额 ${rate}%`, paid: "已付", left: currency => currency ? `应付余额（${currency}）` : "应付余额", total: currency => currency ? `总计（${currency}）` : "总计", terms: "条款", pages: "第 {page} 页，共 {pages} 页",
};
export const paperWords = { en, zh };
