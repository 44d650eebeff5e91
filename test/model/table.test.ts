import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { say } from "../../model/label.ts";
import { zhCN } from "../../model/labels/zh-CN.ts";
import { lead } from "../../model/records/lead.ts";
import { cellOf, cellsOf, columnsOf, csvOf, mapped, valueOf } from "../../model/table.ts";
import { dataOf, dice, types } from "../server/samples.kit.ts";

const seed = Number(process.env.SEED ?? Date.now() % 1e9);

describe(`records as tables, SEED=${seed}`, () => {
  it.each(types.map(type => [type.name, type] as const))("come back equal through CSV: fifty of %s", (_name, type) => {
    const roll = dice(seed), columns = columnsOf(type), rows = Array.from({ length: 50 }, (_, n) => dataOf(type, `id-${n}`, roll, type.shared ? {} : { owner: "ann" }));
    const [headers, ...cells] = cellsOf(csvOf([columns.map(({ header }) => header), ...rows.map(row => columns.map(column => cellOf(type, column, row[column.name])))]));
    const read = mapped(type, headers!), back = cells.map(row => Object.fromEntries(read.flatMap((column, n) => { const { value, wrong } = valueOf(type, column!, row[n] ?? ""); expect(wrong).toBeUndefined(); return value === undefined ? [] : [[column!.name, value]]; })));
    expect(back).toEqual(rows.map(row => Object.fromEntries(columns.flatMap(({ name }) => row[name] === undefined ? [] : [[name, row[name]]]))));
  });
  it("name each column once, by schema names where there are any", () => {
    for (const type of types) expect([type.name, new Set(columnsOf(type).map(({ header }) => header)).size]).toEqual([type.name, columnsOf(type).length]);
    expect(columnsOf(lead).map(({ header }) => header)).toEqual(expect.arrayContaining(["leadid", "subject", "lastname", "emailaddress1", "leadsourcecode", "statecode", "statuscode", "ownerid"]));
    expect(cellOf(lead, columnsOf(lead).find(({ name }) => name === "rating")!, "warm")).toBe("2");
  });
  it("are understood by schema name, own name, English and Chinese label", () => {
    expect(mapped(lead, ["LastName", "topic", "Lead source", "公司", "what"], [word => say(zhCN, word)]).map(column => column?.name)).toEqual(["lastName", "topic", "source", "company", undefined]);
    const rating = columnsOf(lead).find(({ name }) => name === "rating")!;
    expect([valueOf(lead, rating, "Hot").value, valueOf(lead, rating, "1").value, valueOf(lead, rating, "tepid").wrong?.code]).toEqual(["hot", "hot", "not-a-choice"]);
  });
  it("carry any text through, and never a formula", () => {
    const text = columnsOf(lead).find(({ name }) => name === "description")!, starts = fc.constantFrom("=1+1", "+49 30", "-2", "@x", "\t=x", " =x", "\u00a0=x", "'=x", "''", "＝x", "a\n=b", "\r=x", '"', ",", ";");
    fc.assert(fc.property(fc.array(fc.oneof(starts, fc.string({ unit: "binary" })), { minLength: 1, maxLength: 4 }).map(parts => parts.join("").trim()).filter(Boolean), value => {
      const cell = cellOf(lead, text, value), [, [back]] = cellsOf(csvOf([["description"], [cell]])) as [string[], [string]];
      for (const line of cell.split("\n")) expect(line).not.toMatch(/^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r]/);
      expect(valueOf(lead, text, back).value).toBe(value);
    }), { seed, numRuns: 1000 });
  });
  it("are read with commas, semicolons or tabs, quoted or not, and an open quote ends with the text", () => {
    expect(cellsOf('a;b\r\n"x;""y""";2\n')).toEqual([["a", "b"], ['x;"y"', "2"]]);
    expect(cellsOf("a\tb\n1\t2")).toEqual([["a", "b"], ["1", "2"]]);
    expect(cellsOf('a,b\n"open,\n2')).toEqual([["a", "b"], ["open,\n2"]]);
  });
});
