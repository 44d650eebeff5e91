import type { Given } from "./fill.ts";

/** An invented quote, to show how a paper looks. */
export const sample = (paper: Record<string, any>, logo: string | undefined, seller: string): Given => {
  const chinese = paper.language === "zh";
  return {
    kind: paper.on ?? "quote", paper, logo, currency: chinese ? "CNY" : "EUR",
    customer: chinese ? ["汉风汽车有限公司", "李伟", "嘉定区安亭路 88 号", "201805 上海"] : ["Northgate Analytics", "Jamie Fenwick", "12 Harbour Street", "02110 Boston"],
    names: { "product/a": chinese ? "电磁流量计 FM-320" : "Chemical flow meter FM-320", "product/b": chinese ? "压力变送器 AB-100" : "Pressure transmitter AB-100", "unit/piece": chinese ? "台" : "pcs", "user/me": seller }, numbers: { a: "FM-320", b: "AB-100" },
    record: {
      id: "sample", version: 1, status: "active", createdAt: "2026-11-24T09:00:00Z", createdBy: "me", updatedAt: "2026-11-24T09:00:00Z", updatedBy: "me", owner: "me", name: chinese ? "超纯水项目流量计" : "Flow meters for the new line", number: "Q-00017", revision: 1, until: "2026-12-24",
      lines: [{ product: "a", unit: "piece", quantity: 6, price: 2340, base: 14040, discount: 540, taxRate: 19, tax: 2565, extended: 16065 }, { product: "b", unit: "piece", quantity: 24, price: 448, base: 10752, taxRate: 19, tax: 2042.88, extended: 12794.88 }],
      linesTotal: 24252, lessFreight: 24252, freight: 180, tax: 4607.88, total: 29039.88,
    },
  };
};
