import { expect, test } from "@jest/globals";
import { dueDatesIn } from "../../../../model/reading/signals/dueDate.ts";
import { amountsIn, namesIn, orderLinesIn, refusalsIn } from "../../../../model/reading/signals/signals.ts";

const monday = "2024-05-06";
test.each([
  ["Please answer by Friday.", "2024-05-10", "by Friday"],
  ["before next Wednesday please", "2024-05-15", "before next Wednesday"],
  ["请在下周三前回复", "2024-05-15", "下周三前"],
  ["请于6月3日前发货", "2024-06-03", "6月3日前"],
  ["Bitte bis Donnerstag melden", "2024-05-09", "bis Donnerstag"],
  ["offer until March 3rd", "2025-03-03", "until March 3rd"],
])("%s is due on %s", (text, date, words) => {
  const [hint] = dueDatesIn(text, monday);
  expect(hint?.value).toBe(date);
  expect(text.slice(hint!.from, hint!.to)).toBe(words);
});

test("names a competitor only as a whole word", () => {
  const known = [{ id: "c1", name: "Acmo" }, { id: "c2", name: "蓝海软件" }];
  expect(namesIn("We also talk to Acmo.", known).map(hint => hint.value)).toEqual(["c1"]);
  expect(namesIn("Acmotron", known)).toEqual([]);
  expect(namesIn("我们在用蓝海软件的系统", known).map(hint => hint.value)).toEqual(["c2"]);
});

test("reads order lines in prose, in Chinese and in a pasted table", () => {
  expect(orderLinesIn("We need 3 x AB-100 and CD-20 x 5.").map(line => line.value)).toEqual([{ quantity: 3, code: "AB-100" }, { quantity: 5, code: "CD-20" }]);
  expect(orderLinesIn("采购 12台 XK-9").map(line => line.value)).toEqual([{ quantity: 12, code: "XK-9" }]);
  expect(orderLinesIn("AB-100\tBall valve\t40\nAB-200\tGate valve\t7").map(line => line.value)).toEqual([{ quantity: 40, code: "AB-100" }, { quantity: 7, code: "AB-200" }]);
});

test("reads amounts with their currency", () => {
  expect(amountsIn("Budget is $12,500.50 at most").map(hint => hint.value)).toEqual([{ amount: "12500.5", currency: "USD" }]);
  expect(amountsIn("预算20万元").map(hint => hint.value)).toEqual([{ amount: "200000", currency: "CNY" }]);
  expect(amountsIn("höchstens 1.200 EUR").map(hint => hint.value)).toEqual([{ amount: "1200", currency: "EUR" }]);
});

test("hears a refusal in two languages and none where there is none", () => {
  expect(refusalsIn("Thanks, we are not interested.")).toHaveLength(1);
  expect(refusalsIn("我们暂不考虑")[0]?.from).toBe(2);
  expect(refusalsIn("We are interested.")).toEqual([]);
});
