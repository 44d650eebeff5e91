import { afterEach, describe, expect, it } from "@jest/globals";
import { cleanup, render, screen } from "@testing-library/react";
import { Problem } from "../../model/problem.ts";
import { userEvent } from "@testing-library/user-event";
import type { RecordName } from "../../model/records.ts";
import NewPane from "../../addin/panes/NewPane.tsx";
import RecordPane from "../../addin/panes/RecordPane.tsx";
import { fakeApi, fakeDoors } from "./fake.tsx";

afterEach(cleanup);
const subject = [{ id: "products", title: "Products" }, { id: "flow", title: "Flow", parent: "products" }, { id: "company", title: "Company" }];
function draw(pane: React.ReactNode, role = "manager") {
  const service = fakeApi({ subject, literature: [{ id: "sheet", title: "Sheet", subject: "flow" }] }), doors = fakeDoors(service.api, { me: { id: "max", name: "Max", email: "", role } as never });
  render(<doors.Within>{pane}</doors.Within>);
  return { ...service, press: async (name: string | RegExp) => userEvent.click(await screen.findByRole("button", { name })), open: async (name: RegExp) => userEvent.click(await screen.findByRole("combobox", { name })) };
}

describe("the subject of a piece", () => {
  it("is chosen from the tree, shown with all that stands above it", async () => {
    const { open, press, asked } = draw(<NewPane type={"literature" as RecordName} />);
    await userEvent.type(await screen.findByLabelText(/^Title/), "Guide");
    await open(/^Subject/);
    expect((await screen.findAllByRole("option")).map(one => one.textContent)).toEqual(["Company", "Products", "Flow"]);
    await userEvent.click(screen.getByRole("option", { name: "Flow" }));
    expect(screen.getByRole("combobox", { name: /^Subject/ }).textContent).toContain("Products › Flow");
    await press("Save sales literature");
    expect(asked.find(([call]) => call === "create")!.slice(1, 3)).toEqual(["literature", { title: "Guide", subject: "flow" }]);
  });
  it("may be a new branch below the one that is chosen", async () => {
    const { press, rows } = draw(<RecordPane type={"literature" as RecordName} id="sheet" edit="subject" />);
    await press("New subject");
    await userEvent.type(await screen.findByLabelText("Title of the new subject"), "Chemical{Enter}");
    expect((await screen.findByText("Products › Flow › Chemical")).closest("[role=combobox]")).toBeTruthy();
    await press("Save sales literature");
    await screen.findByText("Saved");
    const made = [...rows.values()].find(row => row.title === "Chemical")!;
    expect([made.parent, rows.get("literature/sheet")!.subject]).toEqual(["flow", made.id]);
  });
  it("is chosen once the tree has come, and the picker says so where it has not", async () => {
    const service = fakeApi({ subject }), { Within } = fakeDoors(service.api, { me: { id: "max", name: "Max", email: "", role: "manager" } as never }), list = service.api.list;
    service.api.list = (async (...of: Parameters<typeof list>) => { service.api.list = list; if ((of[0] as string) === "subject") throw new Problem("unavailable"); return list(...of); }) as never;
    render(<Within><NewPane type={"literature" as RecordName} /></Within>);
    await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
    await userEvent.click(await screen.findByRole("combobox", { name: /^Subject/ }));
    expect(await screen.findByRole("option", { name: "Flow" })).toBeTruthy();
  });
  it("is not made by those who may not", async () => {
    draw(<RecordPane type={"literature" as RecordName} id="sheet" edit="subject" />, "rep");
    await screen.findByRole("combobox", { name: /^Subject/ });
    expect(screen.queryByRole("button", { name: "New subject" })).toBeNull();
  });
});

it("a branch is not hung on itself or on what hangs on it", async () => {
  const { open } = draw(<RecordPane type={"subject" as RecordName} id="products" edit="parent" />);
  await open(/^Parent subject/);
  expect((await screen.findAllByRole("option")).map(one => one.textContent)).toEqual(["None", "Company"]);
});
