import { describe, expect, it } from "@jest/globals";
import type { Fields } from "../../model/field.ts";
import { say } from "../../model/label.ts";
import { zhCN } from "../../model/labels/zh-CN.ts";
import type { AnyRecord } from "../../model/record.ts";
import { records } from "../../model/records.ts";
import { commonButtons, commonVerbs } from "../../model/common.ts";

const types = Object.values(records) as unknown as AnyRecord[];
const words = [...new Set([...types.flatMap(wordsOf), ...Object.values(commonButtons), ...types.flatMap(type => Object.values(commonVerbs(type))).flatMap(verb => saidBy(verb.asks ?? {}))])];
const labels = zhCN as Record<string, string>;

describe("the Chinese labels", () => {
  it("are walked whole: labels, choices, lines, groups, statuses, reasons, buttons and what verbs ask", () => {
    expect(words.length).toBeGreaterThan(300);
    expect(words).toEqual(expect.arrayContaining(["Lead", "Word of mouth", "File name", "How they buy", "Out of office", "Put on hold", "Existing account", "Do without"]));
  });
  it.each(words)("say “%s” in Chinese", word => {
    expect(labels[word]).toMatch(/\p{Script=Han}/u);
    expect(labels[word]).not.toBe(word);
  });
  it("hold nothing that no declaration shows", () => {
    expect(Object.keys(labels).filter(key => !words.includes(key) && !exceptions().includes(key))).toEqual([]);
  });
  it("make exceptions only for keys that are declared", () => {
    const [wanted, declared] = [exceptions(), types.flatMap(type => [...keysOf(type)].map(key => `${type.name}.${key}`))];
    expect(wanted.filter(key => !declared.includes(key))).toEqual([]);
  });
  it("tell two meanings of one English word apart, and fall back to English", () => {
    expect(say(zhCN, "Qualify", "opportunity.qualify")).not.toBe(say(zhCN, "Qualify", "lead.qualify"));
    expect(say({}, "Qualify", "opportunity.qualify")).toBe("Qualify");
  });
});

function exceptions() { return Object.keys(labels).filter(key => /^[a-z]+\.\w+$/.test(key)); }

function wordsOf(type: AnyRecord): string[] {
  const statuses = Object.values(type.statuses) as AnyRecord["statuses"][string][];
  return [...type.label, ...saidBy(type.fields), ...type.form.map(([group]) => group), ...statuses.flatMap(status => [status.label, ...Object.values(status.reasons ?? {}).map(reason => [reason].flat()[0] as string)]),
    ...Object.values(type.buttons) as string[], ...Object.values(type.verbs).flatMap(verb => saidBy((verb as { asks?: Fields }).asks ?? {}))];
}
function saidBy(fields: Fields): string[] {
  return Object.values(fields).flatMap(field => [field.label, ...Object.values(field.choices ?? {}), ...saidBy(field.of ?? {})]);
}
function keysOf(type: AnyRecord): Set<string> {
  const fields = type.fields as Fields, statuses = Object.entries(type.statuses) as [string, AnyRecord["statuses"][string]][];
  return new Set([...Object.keys(fields), ...Object.values(fields).flatMap(field => Object.keys(field.choices ?? {})), ...statuses.flatMap(([name, status]) => [name, ...Object.keys(status.reasons ?? {})]), ...Object.keys(type.verbs)]);
}
