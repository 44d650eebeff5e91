import { afterEach, describe, expect, it } from "@jest/globals";
import { cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { zhCN } from "../../model/labels/zh-CN.ts";
import type { RecordName } from "../../model/records.ts";
import RecordPane from "../../addin/panes/RecordPane.tsx";
import { fakeApi, fakeDoors } from "./fake.tsx";

afterEach(cleanup);
const lines = [{ position: 1, name: "Pressure transmitter", quantity: 12, price: 448, base: 5376, extended: 5376 }, { position: 2, writeIn: "Commissioning", quantity: 2, shipped: 0.5, price: 980, base: 1960, extended: 1960 }];
const rows = {
  order: [{ id: "pumps", number: "O-00007", name: "Pumps", lines, linesTotal: 7336, lessFreight: 7336, total: 7336 }],
  invoice: [{ id: "pumps", number: "I-00003", name: "Pumps", lines, linesTotal: 7336, lessFreight: 7336, total: 7336 }],
  goal: [{ id: "autumn", title: "Autumn", metric: "won", goalOwner: "user/ana", from: "2026-10-01", to: "2026-12-31", target: 1000, actual: 400, inProgress: 250, percent: 40, targetToday: 650, percentToday: 65, rolledUp: "2026-11-29T00:00:05Z" }, { id: "new", title: "Winter", metric: "won", goalOwner: "user/ana", from: "2026-12-01", to: "2027-02-28", target: 1000 }],
  metric: [{ id: "won", name: "Won deals", counts: "wonDeals" }],
};
function draw(type: string, id: string, language?: { tag: string; labels: object }) {
  const service = fakeApi(rows), doors = fakeDoors(service.api);
  render(<doors.Within language={language}><RecordPane type={type as RecordName} id={id} /></doors.Within>);
  return { ...service, ...doors, press: async (name: string | RegExp) => userEvent.click(await screen.findByRole("button", { name })), answered: () => service.asked.filter(([call]) => call === "act").map(([, , , verb, answers]) => [verb, answers]) };
}
const type = async (label: RegExp, words: string) => { const box = await screen.findByLabelText(label); await userEvent.clear(box); await userEvent.type(box, words); };

describe("an order", () => {
  it("is fulfilled wholly with what is still missing, in two clicks", async () => {
    const { press, answered } = draw("order", "pumps");
    await press("Fulfil");
    await screen.findByText("With this everything has been shipped.");
    expect([(await screen.findByLabelText<HTMLInputElement>(/^Commissioning/)).value, screen.getAllByText("0.5 of 2 shipped").length]).toEqual(["1.5", 2]);
    await press("Fulfil");
    await screen.findByText("Fulfil: done");
    expect(answered()).toEqual([["fulfil", { date: expect.any(String) }]]);
  });
  it("is fulfilled in part, line by line, and says that the rest stays open", async () => {
    const { press, rows, answered } = draw("order", "pumps");
    await press("Fulfil");
    await type(/^Pressure transmitter/, "4");
    await type(/^Commissioning/, "0");
    await screen.findByText("The order stays open in part for the rest.");
    await press("Fulfil in part");
    await screen.findByText("Fulfil: done");
    expect(answered()[0]![1]).toMatchObject({ shipped: [{ position: 1, quantity: 4 }] });
    expect(rows.get("order/pumps")).toMatchObject({ status: "fulfilled", lines: [{ shipped: 4, backordered: 8 }, { shipped: 0.5 }] });
  });
  it("ships neither more than is missing, nor what is no number, nor nothing", async () => {
    const { press, answered } = draw("order", "pumps");
    await press("Fulfil");
    await type(/^Pressure transmitter/, "13");
    await screen.findByText("This is more than was ordered");
    await press("Fulfil");
    await type(/^Pressure transmitter/, "many");
    await screen.findByText("This is not a number");
    await press("Fulfil");
    await press("Ship none");
    await screen.findByText("Nothing would be shipped: type how many leave now.");
    await press("Fulfil in part");
    expect(answered()).toEqual([]);
  });
  it("with a number is cancelled, not deleted", async () => {
    draw("order", "pumps");
    await screen.findByRole("button", { name: "Edit" });
    expect(screen.queryByRole("button", { name: "Delete" })).toBeNull();
  });
});

describe("an invoice", () => {
  it("is paid in parts: what is left is offered, and said afterwards", async () => {
    const { press, rows, answered } = draw("invoice", "pumps");
    await press("Record payment");
    expect((await screen.findByLabelText<HTMLInputElement>(/^Amount/)).value).toBe("7,336");
    await type(/^Amount/, "5000");
    await press("Record part payment");
    await screen.findByText("Record payment: done");
    expect(answered()).toEqual([["pay", { amount: 5000, date: expect.any(String) }]]);
    expect(rows.get("invoice/pumps")!.paid).toBe(5000);
    await screen.findByText("Left to pay");
    expect(screen.getByText("2,336.00")).toBeTruthy();
    await press("Record payment");
    expect((await screen.findByLabelText<HTMLInputElement>(/^Amount/)).value).toBe("2,336");
  });
});

describe("a goal", () => {
  it("shows how far it is, what may still come, and whether that is enough by today, in either language", async () => {
    draw("goal", "autumn");
    await screen.findByText("Behind what is planned by today");
    expect(screen.getByRole("region", { name: "Progress" }).textContent).toMatch(/^Progress40 %Reached400 \/ 1,000Behind.*650May still come in this time250/);
    cleanup();
    draw("goal", "autumn", { tag: "zh-CN", labels: zhCN });
    await screen.findByText("落后于截至今日的计划");
  });
  it("that was never counted says so, and is counted at once", async () => {
    const { press, answered } = draw("goal", "new");
    await screen.findByText(/Not counted yet/);
    await press("Recalculate");
    await screen.findByText("Recalculate: done");
    expect(answered()).toEqual([["rollUp", {}]]);
  });
});
