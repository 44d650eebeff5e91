import { expect, test } from "@jest/globals";
import { dueDatesIn } from "../../../../model/reading/signals/dueDate.ts";
import { signalsOf } from "../../../../model/reading/signals/says.ts";
import { acceptancesIn, amountsIn, namesIn, orderLinesIn, refusalsIn } from "../../../../model/reading/signals/signals.ts";

const monday = "2024-05-06";
test.each([
  ["Please answer by Friday.", "2024-05-10", "by Friday"],
  ["before next Wednesday please", "2024-05-15", "before next Wednesday"],
  ["请在下周三前回复", "2024-05-15", "下周三前"],
  ["请于6月3日前发货", "2024-06-03", "6月3日前"],
  ["Bitte bis Donnerstag melden", "2024-05-09", "bis Donnerstag"],
  ["offer until March 3rd", "2025-03-03", "until March 3rd"],
  ["We need it by 14 June", "2024-06-14", "by 14 June"],
  ["by the end of the week, please", "2024-05-10", "by the end of the week"],
  ["By the end of this Week, please", "2024-05-10", "By the end of this Week"],
  ["eow please", "2024-05-10", "eow"],
  ["BY END OF THIS MONTH", "2024-05-31", "BY END OF THIS MONTH"],
  ["we need it by eom", "2024-05-31", "by eom"],
  ["bitte bis zum Wochenende", "2024-05-10", "bis zum Wochenende"],
  ["BIS WOCHENENDE, DANKE", "2024-05-10", "BIS WOCHENENDE"],
  ["bis Monatsende", "2024-05-31", "bis Monatsende"],
  ["请在月底前确认", "2024-05-31", "月底前"],
  ["Pouvez-vous répondre avant vendredi ?", "2024-05-10", "avant vendredi"],
  ["¿Nos lo pasas antes del miércoles?", "2024-05-08", "antes del miércoles"],
  ["entro giovedì", "2024-05-09", "entro giovedì"],
  ["金曜日までにお願いします", "2024-05-10", "金曜日までに"],
  ["6월 12일까지 부탁드립니다", "2024-06-12", "6월 12일까지"],
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

const catalogue = { competitors: [{ id: "c1", name: "Acmo" }], products: [{ id: "p1", name: "Ball valve", number: "AB-100" }, { id: "p2", name: "Gate valve", number: "CD-20" }, { id: "p3", name: "Gasket set", number: "GS-7" }] };

test("says what a mail says once each, every one with its own words", () => {
  const text = "Acmo offered us less. Acmo ships now.\nWe take 3 x AB-100 and 2 x ZZ-9, and ask for a Gasket set.\nPlease answer by Friday, we have USD 4,000.";
  const found = signalsOf(text, monday, catalogue);
  expect(found.map(({ from, to, ...signal }) => [signal.says, text.slice(from, to)])).toEqual([["competitor", "Acmo"], ["order", "3 x AB-100 and 2 x ZZ-9"], ["product", "Gasket set"], ["due", "by Friday"], ["amount", "USD 4,000"]]);
  const order = found.find(signal => signal.says === "order");
  expect(order?.says === "order" && order.lines.map(({ code, quantity, product }) => ({ code, quantity, product }))).toEqual([{ code: "AB-100", quantity: 3, product: "p1" }, { code: "ZZ-9", quantity: 2, product: undefined }]);
});

test("hears a quote accepted by its number, and neither a question nor a refusal", () => {
  expect(acceptancesIn("We accept quote Q-00017.").map(hint => hint.value)).toEqual(["Q-00017"]);
  expect(acceptancesIn("我们同意报价单 Q-00017，请安排生产。").map(hint => hint.value)).toEqual(["Q-00017"]);
  expect(acceptancesIn("I approve your quotation no. Q-00021, go on.").map(hint => hint.value)).toEqual(["Q-00021"]);
  const order = "Please accept this mail as our purchase order 4500081733. Prices as in your quote Q-00231.";
  expect(acceptancesIn(order).map(({ value, from, to }) => [value, order.slice(from, to)])).toEqual([["Q-00231", "this mail as our purchase order"]]);
  expect(acceptancesIn("我们接受贵司的报价。").map(hint => hint.value)).toEqual([""]);
  for (const other of ["我们可以接受报价，但付款方式要改。", "We would accept your offer if the price were lower.", "We will send our order once we accept your offer.", "We cannot accept quote Q-00017.", "我们不同意报价单 Q-00017", "Shall we accept Q-00017?", "Quote Q-00017 is too high."]) expect(acceptancesIn(other)).toEqual([]);
});
