import { afterEach, expect, it } from "@jest/globals";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import PipelinePane from "../../addin/panes/PipelinePane.tsx";
import { at, monthStarts, periodOf, stretches, together } from "../../addin/reports/figures.ts";
import { fakeApi, fakeDoors } from "./fake.tsx";
import { sample } from "./sample.ts";

afterEach(cleanup);
function draw(rows: Record<string, object[]> = sample()) {
  const service = fakeApi(rows), doors = fakeDoors(service.api);
  render(<doors.Within><PipelinePane /></doors.Within>);
  return { ...service, ...doors };
}

it("moves a deal to the next stage with the arrow of its row, and takes it back", async () => {
  const { rows, said } = draw();
  const deal = await screen.findByRole("button", { name: /^Filter kits/ });
  deal.focus();
  await userEvent.keyboard("{ArrowRight}");
  await waitFor(() => expect(rows.get("opportunity/filters")!.stage).toBe("develop"));
  await waitFor(() => expect(said.at(-1)).toMatch(/is now at Develop/));
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(rows.get("opportunity/filters")!.stage).toBe("qualify"));
});
it("moves a deal by its menu too, and opens the rows behind a number", async () => {
  const { rows, went } = draw();
  await userEvent.click(await screen.findByRole("button", { name: "Move Brake pads 2027" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "Move to Close" }));
  await waitFor(() => expect(rows.get("opportunity/brakes")!.stage).toBe("close"));
  await userEvent.click(await screen.findByRole("button", { name: "Close: show 1 record" }));
  expect(went).toEqual([{ at: "list", type: "opportunity", filter: { owner: "me", status: "open", stage: "close" } }]);
});
it("draws open deals by month and by age as bars with their number, and says so where there are none", async () => {
  draw();
  await userEvent.click(await screen.findByRole("tab", { name: "Age" }));
  expect((await screen.findAllByText(/^2 deals/)).length).toBe(1);
  cleanup();
  draw({ ...sample(), opportunity: [] });
  for (const tab of ["Age", "Forecast", "Board"]) {
    await userEvent.click(await screen.findByRole("tab", { name: tab }));
    await screen.findByText(/^No open deals/);
  }
});

it("names stretches of time as the service does, and adds groups up exactly", () => {
  expect(monthStarts("2026-12-31", 2)).toEqual(["2026-12-01", "2027-01-01", "2027-02-01"]);
  expect(stretches(["2026-12-01", "2026-12-24", "2027-01-01"])).toEqual(["..2026-11-30", "2026-12-01..2026-12-23", "2026-12-24..2026-12-31", "2027-01-01.."]);
  expect([periodOf("quarter", "2026-11-24"), periodOf("year", "2026-11-24")]).toEqual(["2026-10-01..2026-12-31", "2026-01-01..2026-12-31"]);
  expect(together([{ key: "a", count: 1, sum: 0.1, weighted: 0 }, { key: "b", count: 2, sum: 0.2, weighted: 0.7 }])).toEqual({ key: "", count: 3, sum: 0.3, weighted: 0.7 });
  expect(at([], "x")).toEqual({ key: "x", count: 0, sum: 0, weighted: 0 });
});
