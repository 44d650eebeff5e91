import { afterEach, describe, expect, it } from "@jest/globals";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import DayPane from "../../addin/panes/DayPane.tsx";
import ListPane from "../../addin/panes/ListPane.tsx";
import NewPane from "../../addin/panes/NewPane.tsx";
import RecordPane from "../../addin/panes/RecordPane.tsx";
import SearchPane from "../../addin/panes/SearchPane.tsx";
import { lasting } from "../../addin/lasting.ts";
import { keepDrafts } from "../../addin/record/drafts.ts";
import { clashes } from "../../addin/record/Conflict.tsx";
import { relationsOf } from "../../addin/record/related.ts";
import { Problem } from "../../model/problem.ts";
import { fakeApi, fakeDoors } from "./fake.tsx";
import { sample } from "./sample.ts";

afterEach(cleanup);
function draw(pane: React.ReactNode) {
  const service = fakeApi(sample()), doors = fakeDoors(service.api);
  const drawn = render(<doors.Within>{pane}</doors.Within>);
  return { ...drawn, ...service, ...doors, press: async (name: string | RegExp) => userEvent.click(await screen.findByRole("button", { name })), called: (call: string) => service.asked.filter(([one]) => one === call) };
}

describe("a lead", () => {
  it("is qualified onto the account that there is, after saying what will happen, and that can be taken back", async () => {
    const { press, rows, called, said } = draw(<RecordPane type="lead" id="jamie" />);
    await press("Qualify");
    await screen.findByText("Account “Northgate Analytics” is used");
    expect(screen.getByText("Contact “Jamie Fenwick” is created")).toBeTruthy();
    await press("Qualify");
    await screen.findByText("Qualify: done");
    expect(rows.get("lead/jamie")!.status).toBe("qualified");
    expect(called("act")[0]![4]).toEqual({ account: "link", existingAccount: "northgate", contact: "create", opportunity: "create" });
    expect([...rows.keys()].filter(path => path.startsWith("account/")).length).toBe(2);
    expect(said).toContain("Qualify: done");
    await press("Undo");
    await screen.findByRole("button", { name: "Disqualify" });
    expect(rows.get("lead/jamie")!.status).toBe("open");
  });
  it("is not qualified into an opportunity without a customer, and says why", async () => {
    const { press } = draw(<RecordPane type="lead" id="jamie" />);
    await press("Qualify");
    await screen.findByText("Account “Northgate Analytics” is used");
    for (const none of screen.getAllByLabelText("Do without")) await userEvent.click(none);
    expect(screen.getByText("An opportunity needs an account or a contact")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Qualify" }).hasAttribute("disabled")).toBe(true);
  });
});

describe("an opportunity", () => {
  it("is closed as won with the expected amount, and offers what its new status allows", async () => {
    const { press, rows } = draw(<RecordPane type="opportunity" id="brakes" />);
    await press("Close as won");
    await press("Close as won");
    await screen.findByRole("button", { name: "Reopen" });
    expect(rows.get("opportunity/brakes")).toMatchObject({ status: "won", actualValue: 480000 });
    expect(screen.queryByRole("button", { name: "Edit" })).toBeNull();
  });
  it("moves a stage in one click", async () => {
    const { press, rows } = draw(<RecordPane type="opportunity" id="brakes" />);
    await press("Close");
    await screen.findByText("Stage is now Close");
    expect(rows.get("opportunity/brakes")!.stage).toBe("close");
  });
  it("gets a note in the timeline", async () => {
    const { press, called } = draw(<RecordPane type="opportunity" id="brakes" />);
    await press("Add note");
    await userEvent.type(await screen.findByLabelText(/Text/), "Asked for samples");
    await press("Add note");
    await screen.findByText("Note · Asked for samples");
    expect(called("create")[0]!.slice(1, 3)).toEqual(["note", { text: "Asked for samples", regarding: ["opportunity/brakes"] }]);
  });
  it("shows theirs and yours when somebody else was faster, and keeps the rep's choice", async () => {
    const { press, rows } = draw(<RecordPane type="opportunity" id="brakes" />);
    await press("Edit");
    rows.set("opportunity/brakes", { ...rows.get("opportunity/brakes")!, name: "Brake pads, revised", rating: "warm", version: 2 });
    const name = screen.getByLabelText(/Topic/), chance = screen.getByLabelText("Probability");
    await userEvent.clear(name); await userEvent.type(name, "Brakes");
    await userEvent.clear(chance); await userEvent.type(chance, "80");
    await press("Save opportunity");
    await screen.findByText("Someone else was faster");
    await userEvent.click(screen.getByLabelText(/Theirs/));
    await press("Save my choice");
    await waitFor(() => expect(rows.get("opportunity/brakes")).toMatchObject({ name: "Brake pads, revised", rating: "warm", probability: 80, version: 3 }));
  });
});

it("completes a task from the day and takes it back", async () => {
  const { press, rows } = draw(<DayPane />);
  await press("Complete Send the sample list to Jamie");
  await screen.findByText("“Send the sample list to Jamie” completed");
  expect(rows.get("activity/t1")!.status).toBe("completed");
  await press("Undo");
  await screen.findByRole("button", { name: "Complete Send the sample list to Jamie" });
});
it("names deals that nothing is planned for", async () => {
  draw(<DayPane />);
  expect(await screen.findByText(/no next step/)).toBeTruthy();
});
it("finds in a list by what is typed, and opens what is chosen", async () => {
  const { press, went } = draw(<ListPane type="lead" />);
  await screen.findByText("Jamie Fenwick");
  await userEvent.type(screen.getByRole("searchbox"), "vega");
  await waitFor(() => expect(screen.queryByText("Jamie Fenwick")).toBeNull());
  await press(/Tomás Llorente/);
  expect(went).toEqual([{ at: "record", type: "lead", id: "tom" }]);
});
it("keeps what one hardly ever does at the end of the menu", async () => {
  const { press, rows } = draw(<RecordPane type="account" id="northgate" />);
  await press("More");
  expect(screen.queryByRole("button", { name: "Deactivate" })).toBeNull();
  const last = (await screen.findAllByRole("menuitem")).at(-1)!;
  expect(last.textContent).toContain("Deactivate");
  await userEvent.click(last);
  await screen.findByText("Deactivate: done");
  expect(rows.get("account/northgate")!.status).toBe("inactive");
});
it("keeps what was typed when one goes back, until it is saved or discarded", async () => {
  const { Within, unmount, went } = draw(<NewPane type="account" />);
  await userEvent.type(screen.getByLabelText(/Account name/), "Brightwater");
  unmount();
  const again = render(<Within><NewPane type="account" /></Within>);
  expect(screen.getByLabelText<HTMLInputElement>(/Account name/).value).toBe("Brightwater");
  await userEvent.click(screen.getByRole("button", { name: "Discard it" }));
  expect(screen.getByLabelText<HTMLInputElement>(/Account name/).value).toBe("");
  await userEvent.type(screen.getByLabelText(/Account name/), "Brightwater");
  await userEvent.click(screen.getByRole("button", { name: "Save account" }));
  await waitFor(() => expect(went).toHaveLength(2));
  again.unmount();
  render(<Within><NewPane type="account" /></Within>);
  expect(screen.queryByText(/still here/)).toBeNull();
});
it("keeps what was changed of a record when the pane is opened anew, on top of what others have changed since, and shows where both changed the same", async () => {
  const { Within, api, press, rows, unmount } = draw(<div />), brakes = () => rows.get("opportunity/brakes")!;
  const open = () => { keepDrafts(api, lasting("records", "ana")); return render(<Within><RecordPane type="opportunity" id="brakes" /></Within>); };
  unmount();
  const first = open();
  await press("Edit");
  for (const [label, value] of [[/Topic/, "Brakes"], ["Probability", "80"]] as const) { await userEvent.clear(screen.getByLabelText(label)); await userEvent.type(screen.getByLabelText(label), value); }
  first.unmount();
  rows.set("opportunity/brakes", { ...brakes(), name: "Brake pads, revised", rating: "warm", version: 2 });
  const second = open();
  expect((await screen.findByLabelText<HTMLInputElement>(/Topic/)).value).toBe("Brakes");
  await press("Save opportunity");
  await screen.findByText("Someone else was faster");
  screen.getByLabelText("Theirs: Brake pads, revised");
  await press("Save my choice");
  await waitFor(() => expect(brakes()).toMatchObject({ name: "Brakes", rating: "warm", probability: 80, version: 3 }));
  second.unmount();
  open();
  await screen.findByRole("button", { name: "Edit" });
  expect(sessionStorage.getItem("dealwright.records ana")).toBeNull();
});
it("says of a change that waits for the service that it is not saved yet, and is done with the form", async () => {
  const { Within, api, press, unmount } = draw(<div />);
  unmount();
  (api as { update: unknown }).update = async () => { throw new Problem("queued"); };
  render(<Within><RecordPane type="opportunity" id="brakes" /></Within>);
  await press("Edit");
  await userEvent.type(screen.getByLabelText(/Topic/), " 2");
  await press("Save opportunity");
  await screen.findByText("Not saved yet: it is sent when the service is back");
  await screen.findByRole("button", { name: "Edit" });
});
it("says who changed what, from what to what, and shows one sort at a time", async () => {
  const { rows, api, Within, unmount } = draw(<RecordPane type="opportunity" id="brakes" />);
  await screen.findByText(/E-mail · Re: brake pads/);
  expect(await screen.findByText("Created")).toBeTruthy();
  await userEvent.click(screen.getByRole("combobox", { name: "Timeline" }));
  await userEvent.click(await screen.findByRole("option", { name: "Mails" }));
  expect(screen.queryByText("Created")).toBeNull();
  expect(screen.getByText(/E-mail · Re: brake pads/)).toBeTruthy();
  unmount();
  api.timeline = async () => ({ entries: [{ at: "2026-11-03T09:00:00Z", what: "change", by: "ben", byName: "Ben Okafor", verb: "update", record: { type: "opportunity", id: "brakes", version: 2, title: "", status: "open" }, changed: ["stage", "probability"], was: { stage: "develop" }, now: { stage: "propose", probability: 60 } }, { at: "2026-11-02T09:00:00Z", what: "change", by: "ben", byName: "Ben Okafor", verb: "assign", record: { type: "opportunity", id: "brakes", version: 1, title: "", status: "open" } }] });
  rows.set("opportunity/brakes", { ...rows.get("opportunity/brakes")!, version: 2 });
  render(<Within><RecordPane type="opportunity" id="brakes" /></Within>);
  expect((await screen.findByText(/Sales stage: /)).textContent).toBe("Sales stage: Develop → Propose");
  expect(screen.getByText(/Probability: /).textContent).toBe("Probability: nothing → 60");
  expect(screen.getAllByText("by Ben Okafor")).toHaveLength(2);
  expect(screen.getByText("Assign")).toBeTruthy(); // what every record hears, by its words too
});
it("puts one primary act first and what there is no room for into a menu", async () => {
  draw(<RecordPane type="opportunity" id="brakes" />);
  const won = await screen.findByRole("button", { name: "Close as won" });
  expect([...won.parentElement!.querySelectorAll(".ms-Button--primary")]).toEqual([won]);
});
it("groups what a search finds by type", async () => {
  draw(<SearchPane text="brake" />);
  expect(await screen.findByRole("heading", { name: "Opportunities" })).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Products" })).toBeTruthy();
});
it("keeps what was found, and the focus in it, while the next letters are asked for, and tells of each answer once", async () => {
  const { api } = fakeApi(sample()), { Within, said } = fakeDoors(api), answers: (() => void)[] = [], asked = api.search.bind(api);
  api.search = text => text === "brake" ? asked(text) : new Promise(answer => { answers.push(() => void asked(text).then(answer)); });
  const search = (text: string) => <Within><SearchPane text={text} /></Within>, { rerender } = render(search("brake")), hit = await screen.findByRole("button", { name: /Brake pads 2027/ });
  hit.focus();
  rerender(search("brake pads 2027"));
  await waitFor(() => expect(answers).toHaveLength(1));
  expect(document.activeElement).toBe(hit);
  answers[0]!();
  await waitFor(() => expect(screen.queryByRole("heading", { name: "Products" })).toBeNull());
  expect(document.activeElement).toBe(hit);
  expect(said).toHaveLength(2);
});
it("derives related lists from references", () => {
  expect(relationsOf("account", "a").map(({ type, field }) => `${type}.${field}`)).toEqual(expect.arrayContaining(["contact.account", "opportunity.account"]));
});
it("calls a clash only what both changed differently", () => {
  const row = (values: object) => values as never;
  expect(clashes(row({ a: 1, b: 1, c: 1 }), row({ a: 2, b: 1, c: 3 }), { a: 5, b: 4, c: 3 })).toEqual(["a"]);
});
