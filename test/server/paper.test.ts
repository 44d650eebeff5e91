import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openDocument } from "../../server/documents/open.ts";
import { fill } from "../../server/paper/fill.ts";
import { print } from "../../server/paper/print.ts";
import { sample } from "../../server/paper/sample.ts";
import { withCompany } from "../story/service.ts";
import type { Service } from "./service.kit.ts";

let service: Service;
beforeAll(async () => { ({ service } = await withCompany()); });
afterAll(() => service.close());
const read = async (paper: Record<string, unknown>, change: object = {}) => {
  const given = sample({ language: "en", seller: "Lindenfeld Instruments GmbH\nWeender Landstraße 9", ...paper }, undefined, "Marta Keller");
  return openDocument(await print(fill({ ...given, record: { ...given.record, ...change } })), "application/pdf");
};
const plain = (text: string) => text.replace(/\s+/g, " ");

describe("a quote on paper", () => {
  it("says number, revision, lines and totals as the record has them", async () => {
    const { text, pages } = await read({ terms: "Net 30 days.", footer: "VAT DE 123" });
    for (const said of ["Quote", "Q-00017", "Revision 1", "24 December 2026", "Lindenfeld Instruments GmbH", "Northgate Analytics", "Chemical flow meter FM-320", "2,340.00", "540.00", "13,500.00", "10,752.00", "24,252.00", "180.00", "4,607.88", "Total (EUR)", "29,039.88", "Net 30 days.", "VAT DE 123", "Page 1 of 1"]) expect(plain(text)).toContain(said);
    expect(pages).toBe(1);
  });
  it("speaks Chinese, with rare signs in names", async () => {
    const { text } = await read({ language: "zh", seller: "江东仪表有限公司", terms: "质保 24 个月" }, { name: "喆堃项目" });
    for (const said of ["报价单", "修订 1", "喆堃项目", "汉风汽车有限公司", "总计（CNY）", "29,039.88", "2026年12月24日", "质保 24 个月", "第 1 页，共 1 页"]) expect(plain(text)).toContain(said);
  });
  it("says the terms of payment and delivery in its language, the tax of each rate, what it follows, and what is left to pay", async () => {
    const lines = [[19, 1251.68], [7, 137.2]].map(([taxRate, tax], n) => ({ writeIn: `Part ${n}`, quantity: 1, price: 100, base: 100, tax, taxRate, extended: 100 }));
    const change = { lines, tax: 1388.88, total: 9629.29, paid: 5000, order: "o", paymentTerms: "net30", freightTerms: "fob", shipping: "dhl" };
    const given = (language: string) => { const one = sample({ language, seller: "L" }, undefined, "Marta Keller"); return fill({ ...one, kind: "invoice", names: { ...one.names, "order/o": "O-00009 Pumps" }, record: { ...one.record, ...change } }); };
    const { facts, totals } = given("en");
    expect(facts).toEqual(expect.arrayContaining([["Your order", "O-00009"], ["Payment", "Net 30"], ["Freight", "FOB"], ["Shipped by", "DHL"]]));
    expect(totals.slice(-5).map(({ label, value }) => `${label}: ${value}`)).toEqual(["Tax 19 %: 1,251.68", "Tax 7 %: 137.20", "Total (EUR): 9,629.29", "Paid: −5,000.00", "Left to pay (EUR): 4,629.29"]);
    expect(given("zh").facts).toEqual(expect.arrayContaining([["付款条件", "30 天付清"]]));
    expect(given("zh").totals.at(-1)).toMatchObject({ label: "应付余额（CNY）" });
  });
  it("has the columns that the company chose, and goes over as many pages as it needs under a repeated head", async () => {
    const lines = Array.from({ length: 90 }, (_, n) => ({ writeIn: `Part ${n + 1}`, quantity: 1, price: 10, base: 10, tax: 1.9, taxRate: 19, extended: 11.9 }));
    const { text, pages } = await read({ columns: [{ column: "product" }, { column: "taxRate" }, { column: "amount" }] }, { lines });
    expect(pages).toBeGreaterThan(2);
    expect(text.match(/Part \d+/g)).toHaveLength(90);
    expect(text.match(/Product/g)).toHaveLength(pages!);
    expect(text).not.toContain("Quantity");
    expect(plain(text)).toContain("19 %");
  });
  it("is marked while it is a draft, unless the company does not want that", async () => {
    expect((await read({}, { status: "draft" })).text).toContain("DRAFT");
    expect((await read({ hideDrafts: true }, { status: "draft" })).text).not.toContain("DRAFT");
  });
  it("reads no file and no address that a paper names, and prints on afterwards", async () => {
    const given = sample({ language: "en", seller: "L" }, "file:///etc/passwd", "M");
    await expect(print(fill(given))).rejects.toMatchObject({ code: "unexpected" });
    await expect(print(fill(sample({ language: "en", seller: "L" }, "http://127.0.0.1:9/x.png", "M")))).rejects.toMatchObject({ code: "unexpected" });
    expect((await read({})).pages).toBe(1);
  });
});

describe("a paper", () => {
  it("is shown before it is saved to whoever may write it, and to nobody else", async () => {
    const values = { name: "Ours", language: "en", seller: "Lindenfeld" };
    const { png } = await service.as("admin").call<{ png: string }>("POST", "paper/preview", { body: values });
    expect(Buffer.from(png, "base64").subarray(1, 4).toString()).toBe("PNG");
    await expect(service.as("rep").call("POST", "paper/preview", { body: values })).rejects.toMatchObject({ code: "forbidden" });
  });
  it("names a colour as it should be written", async () => {
    await expect(service.as("admin").create("paper", { name: "Ours", language: "en", seller: "L", accent: "blue" })).rejects.toMatchObject({ code: "invalid", fields: [{ field: "accent" }] });
  });
});
