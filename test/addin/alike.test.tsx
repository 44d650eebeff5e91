import { afterEach, describe, expect, it } from "@jest/globals";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { RefPicker } from "../../addin/form/RefPicker.tsx";
import NewPane from "../../addin/panes/NewPane.tsx";
import RecordPane from "../../addin/panes/RecordPane.tsx";
import { ref } from "../../model/field.ts";
import { fakeApi, fakeDoors } from "./fake.tsx";
import { sample } from "./sample.ts";

afterEach(cleanup);
function draw(pane: React.ReactNode, given: Record<string, object[]> = sample()) {
  const service = fakeApi(given), doors = fakeDoors(service.api);
  render(<doors.Within>{pane}</doors.Within>);
  return { ...service, ...doors, press: async (name: string | RegExp) => userEvent.click(await screen.findByRole("button", { name })), called: (call: string) => service.asked.filter(([one]) => one === call) };
}
const twins = () => ({ ...sample(), account: [...sample().account, { id: "double", name: "Northgate Analytics", city: "Salem", employees: 40, createdAt: "2026-11-10T09:00:00Z" }], contact: [...sample().contact, { id: "ada", lastName: "Ames", account: "double" }] });

describe("a save of what may be there already", () => {
  it("is held back once: shown, then saved all the same", async () => {
    const { press, called, went } = draw(<NewPane type="contact" values={{ lastName: "Shah", email: "priya@northgate.example" }} />);
    await press("Save contact");
    const found = await screen.findByRole("region", { name: "You may have this already" });
    await within(found).findByText(/Not saved yet/);
    await waitFor(() => expect(document.activeElement).toBe(found));
    expect(called("create")).toHaveLength(0);
    await press("Save anyway");
    await waitFor(() => expect(went).toEqual(["back", { at: "record", type: "contact", id: "new1" }]));
    expect(called("create")).toHaveLength(1);
  });
  it("gives way to the record that is there", async () => {
    const { press, called, went } = draw(<NewPane type="contact" values={{ lastName: "Shah", email: "priya@northgate.example" }} />);
    await press("Use this one: Priya Shah");
    expect(went).toEqual(["back", { at: "record", type: "contact", id: "priya" }]);
    expect(called("create")).toHaveLength(0);
  });
  it("is held back again by another record that is found", async () => {
    const { press, called } = draw(<NewPane type="contact" values={{ lastName: "Shah", email: "priya@northgate.example" }} />);
    await press("Save contact");
    await screen.findByText(/Not saved yet/);
    const address = screen.getByLabelText("E-mail");
    await userEvent.clear(address); await userEvent.type(address, "li.wei@hanfeng.example");
    await press("Save contact");
    await screen.findByText(/Not saved yet/);
    expect(called("create")).toHaveLength(0);
  });
  it("is not held back by a service that cannot say", async () => {
    const { api, press, went } = draw(<NewPane type="contact" values={{ lastName: "Shah", email: "priya@northgate.example" }} />);
    api.duplicates = () => Promise.reject(new Error("no answer"));
    await press("Save contact");
    await waitFor(() => expect(went).toHaveLength(2));
  });
  it("is held back when an edit makes a record like another, not for what it was like before", async () => {
    const { press, called } = draw(<RecordPane type="account" id="double" />, { ...twins(), account: [...twins().account, { id: "third", name: "Third", email: "third@ames.example" }] });
    await press("Edit");
    await userEvent.type(screen.getByLabelText("E-mail"), "office@ames.example");
    await press("Save account");
    await screen.findByText("Saved");
    await press("Edit");
    await userEvent.clear(screen.getByLabelText("E-mail")); await userEvent.type(screen.getByLabelText("E-mail"), "third@ames.example");
    await press("Save account");
    await screen.findByText(/Not saved yet/);
    expect(called("update")).toHaveLength(1);
  });
  it("asks once what an edited record was like before, however often it is typed in", async () => {
    const { press, called } = draw(<RecordPane type="account" id="double" />, twins());
    await press("Edit");
    await userEvent.type(screen.getByLabelText("E-mail"), "a@ames.example");
    await waitFor(() => expect(called("duplicates")).toHaveLength(2)); // as it is now, and as it was
    await userEvent.type(screen.getByLabelText("E-mail"), ".uk");
    await waitFor(() => expect(called("duplicates").at(-1)![2].email).toBe("a@ames.example.uk"));
    expect(called("duplicates").map(([, , values]) => values.email)).toEqual(["a@ames.example", undefined, "a@ames.example.uk"]);
  });
  it("is held back where a new name is typed into a reference", async () => {
    const chosen: unknown[] = [], { called } = draw(<RefPicker field={ref("Account", "account")} label="Account" value={undefined} sayChoice={String} change={id => chosen.push(id)} />);
    await userEvent.type(screen.getByLabelText("Account"), "Northgate Analytics");
    await userEvent.click(await screen.findByText("Create “Northgate Analytics”"));
    await userEvent.click(await screen.findByRole("button", { name: "Use “Northgate Analytics”" }));
    expect([chosen, called("create")]).toEqual([["northgate"], []]);
  });
});

describe("merging", () => {
  it("finds the other record, those that are alike first, says what will happen, keeps what belongs to it, and can be taken back", async () => {
    const { press, rows, called } = draw(<RecordPane type="account" id="double" />, twins());
    await press("More"); await userEvent.click(await screen.findByRole("menuitem", { name: "Merge into another" }));
    await press(/Northgate Analytics/);
    expect(await screen.findByText("“Northgate Analytics” is closed and points to the one that stays")).toBeTruthy();
    expect(screen.getByText("Filled from it: Employees")).toBeTruthy();
    await userEvent.click(screen.getByRole("radio", { name: "Salem" }));
    await press("Merge");
    await screen.findByText(/Merged into “Northgate Analytics”/);
    expect(called("act")[0]!.slice(2, 5)).toEqual(["double", "mergeInto", { into: "northgate", take: ["employees", "city"] }]);
    expect([rows.get("account/northgate"), rows.get("account/double"), rows.get("contact/ada")]).toMatchObject([{ city: "Salem", employees: 40, phone: "+1 617 555 0100" }, { status: "inactive", mergedInto: "northgate" }, { account: "northgate" }]);
    await press("Undo");
    await screen.findByText("Taken back");
    expect([rows.get("account/double")!.status, rows.get("contact/ada")!.account]).toEqual(["active", "double"]);
  });
});

describe("sharing and assigning", () => {
  it("give a record to others in any status, and say with how many it is shared", async () => {
    const { press, rows } = draw(<RecordPane type="opportunity" id="won" />);
    const pick = async (label: RegExp) => {
      await userEvent.type(await screen.findByLabelText(label), "Ben");
      await waitFor(() => expect(screen.getAllByRole("option").map(one => one.textContent)).toEqual([expect.stringMatching(/Ben Okafor/)])); // until what was typed has answered
      await userEvent.click(screen.getByRole("option"));
    };
    await press("More"); await userEvent.click(await screen.findByRole("menuitem", { name: "Share" }));
    await pick(/User or team/);
    await userEvent.click(screen.getByLabelText("May change it"));
    await press("Share");
    await screen.findByText("shared with 1");
    expect(rows.get("opportunity/won")!.sharedWith).toEqual([{ with: "user/ben", write: true }]);
    await press("More"); await userEvent.click(await screen.findByRole("menuitem", { name: "Share" }));
    await press("Stop sharing with Ben Okafor");
    await waitFor(() => expect(rows.get("opportunity/won")!.sharedWith).toEqual([]));
    await press("More"); await userEvent.click(await screen.findByRole("menuitem", { name: "Assign" }));
    await pick(/Owner/);
    await press("Assign");
    await waitFor(() => expect(rows.get("opportunity/won")!.owner).toBe("ben"));
  });
});
