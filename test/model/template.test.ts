import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { zhCN } from "../../model/labels/zh-CN.ts";
import type { AnyRow } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { template } from "../../model/records/template.ts";
import { fill, strangers, templateHtml, type Told } from "../../model/template.ts";

const row = (values: object) => values as AnyRow;
const told: Told = {
  find: recordType,
  records: {
    contact: row({ firstName: "Li", lastName: "Wei", account: "a1" }),
    opportunity: row({ name: "Brake pads 2027", estimatedValue: 480_000, closeDate: "2026-12-14", stage: "propose", rating: "hot" }),
    user: row({ name: "Ana Ruiz" }),
  },
  titles: { "account/a1": "Hanfeng Motor" },
};
const en = { locale: "en-GB" }, zh = { locale: "zh-CN", labels: zhCN };

describe("a template", () => {
  it("is filled with fields of the records it speaks of", () => {
    expect(fill("Dear {{contact.firstName}}, about {{opportunity.name}} at {{contact.account}}. {{user.name}}", told, en)).toEqual({ text: "Dear Li, about Brake pads 2027 at Hanfeng Motor. Ana Ruiz", missing: [] });
  });
  it("writes amounts, days and choices as the reader does", () => {
    const words = "{{opportunity.estimatedValue}} · {{opportunity.closeDate}} · {{opportunity.stage}}";
    expect(fill(words, told, en).text).toBe("480,000.00 · 14 December 2026 · Propose");
    expect(fill(words, told, zh).text).toBe("480,000.00 · 2026年12月14日 · 提案");
  });
  it("takes the first value that is there, then the words behind the bar", () => {
    expect(fill("Hello {{lead.firstName, contact.firstName | there}}", told, en).text).toBe("Hello Li");
    expect(fill("Hello {{lead.firstName | there}}", told, en)).toEqual({ text: "Hello there", missing: [] });
  });
  it("leaves out what is missing and names it", () => {
    expect(fill("Dear {{contact.jobTitle}} {{contact.lastName}}", told, en)).toEqual({ text: "Dear Wei", missing: ["contact.jobTitle"] });
  });
  it("never says undefined, null or NaN, whatever is there", () => {
    fc.assert(fc.property(fc.record({ firstName: fc.option(fc.string().filter(name => !/undefined|null|NaN|\{\{/.test(name))), birthday: fc.option(fc.constantFrom("2000-01-31", "")), role: fc.option(fc.constantFrom("employee", "nobody")), doNotEmail: fc.boolean() }), contact => {
      const { text } = fill("{{contact.firstName}}|{{contact.birthday}}|{{contact.role}}|{{contact.doNotEmail}}|{{contact.address}}", { find: recordType, records: { contact: row(contact) } }, en);
      return !/undefined|null|NaN|\{\{/.test(text);
    }));
  });
  it("knows the names that mean nothing", () => {
    expect(strangers("{{contact.firstName}} {{contact.shoeSize, lead.topic | x}} {{boss.name}} {{contact}}", recordType)).toEqual(["contact.shoeSize", "boss.name", "contact"]);
  });
  it("cannot be saved with such a name, and the field and name are said", () => {
    const given = { name: "Hello", language: "en", about: "anyone", body: "Dear {{contact.shoeSize}}" };
    expect(template.proves!(given, recordType)).toEqual([expect.objectContaining({ field: "body", code: "no-such-place", message: "There is no field “contact.shoeSize” to put in here" })]);
  });
  it("becomes HTML in which no value can be more than text", () => {
    const { text } = fill("Dear {{contact.firstName}},\n\n- **one**\n- two\n\nBest\nAna", { find: recordType, records: { contact: row({ firstName: "<img src=x onerror=alert(1)> & \"Li\"" }) } }, en);
    expect(templateHtml(text)).toBe("<p>Dear &#60;img src=x onerror=alert(1)&#62; &#38; &#34;Li&#34;,</p><ul><li><b>one</b></li><li>two</li></ul><p>Best<br>Ana</p>");
  });
});
