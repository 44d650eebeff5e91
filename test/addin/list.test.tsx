import { afterEach, describe, expect, it } from "@jest/globals";
import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { App } from "../../addin/App.tsx";
import { fakeMailbox } from "../../addin/office/fake.ts";
import ListPane from "../../addin/panes/ListPane.tsx";
import { english } from "../../addin/speech.ts";
import { Cell } from "../../addin/list/cells.tsx";
import { Conflict } from "../../addin/record/Conflict.tsx";
import { monthOf, viewsOf } from "../../addin/list/views.ts";
import type { AnyRecord } from "../../model/record.ts";
import { records, recordType } from "../../model/records.ts";
import { fakeApi, fakeDoors } from "./fake.tsx";
import { sample } from "./sample.ts";

afterEach(cleanup);
function draw(pane: React.ReactNode, given: any = sample()) {
  const service = fakeApi(given), doors = fakeDoors(service.api);
  const drawn = render(<doors.Within>{pane}</doors.Within>);
  return { ...service, ...doors, ...drawn, press: async (name: string | RegExp) => userEvent.click(await screen.findByRole("button", { name })), called: (call: string) => service.asked.filter(([one]) => one === call) };
}
const row = (name: string | RegExp) => screen.findByRole("button", { name });

describe("the views of a type", () => {
  it.each(Object.values(records) as unknown as AnyRecord[])("of $name name only fields and statuses that it has", type => {
    const views = viewsOf(type, "2026-11-24");
    expect(new Set(views.map(({ key }) => key)).size).toBe(views.length);
    expect(views.at(-1)!.filter).toEqual({});
    for (const { filter, order } of views) for (const [name, value] of [...Object.entries(filter), ...order ? [[order, ""]] : []] as [string, string][]) {
      if (name === "status") for (const status of value.split(",")) expect(Object.keys(type.statuses)).toContain(status);
      else expect(["owner", "reason", ...Object.keys(type.fields)]).toContain(name);
    }
  });
  it("of deals begin with one's own open ones and know the month", () => {
    const views = viewsOf(recordType("opportunity")!, "2026-12-31");
    expect(views[0]).toMatchObject({ key: "mine", filter: { owner: "me", status: "open" } });
    expect(views.find(({ key }) => key === "closing")!.filter).toEqual({ owner: "me", status: "open", closeDate: "2026-12-01..2026-12-31" });
    expect(monthOf("2028-01-31", 1)).toBe("2028-02-01..2028-02-29");
  });
});

describe("an amount", () => {
  const { Within } = fakeDoors(fakeApi({ currency: [{ id: "usd", code: "USD" }] }).api), own = { tag: "en", labels: {}, currency: "EUR" };
  it("has the sign of its record's currency, the company's own where that names none, and no sign where the record is not known", async () => {
    const cell = (row?: object) => <p><Cell of="opportunity" field={records.opportunity.fields.estimatedValue} value={500} row={row as any} /></p>;
    const { container } = render(<Within language={own}>{cell({ currency: "usd" })}{cell({})}{cell()}<p><Cell of="company" field={records.opportunity.fields.estimatedValue} value={500} row={{ currency: "EUR" }} /></p></Within>);
    await screen.findByText("$500");
    expect([...container.querySelectorAll("p")].map(({ textContent }) => textContent)).toEqual(["$500", "€500", "500", "€500"]);
  });
  it("of two that clash stands in the currency of its own side", async () => {
    const was = { id: "d", version: 1, status: "open", currency: "usd", estimatedValue: 1 } as any;
    render(<Within language={own}><Conflict type={recordType("opportunity")!} before={was} current={{ ...was, estimatedValue: 2 }} mine={{ estimatedValue: 3 }} busy={false} onKeep={() => {}} onCancel={() => {}} /></Within>);
    expect(await screen.findByText("$2")).toBeTruthy();
    expect(screen.getByText("$3")).toBeTruthy();
  });
});

describe("a list", () => {
  it("asks for each further page once as its end is seen, and for nothing when all rows are there", async () => {
    const given = sample();
    given.lead = Array.from({ length: 30 }, (_, n) => ({ ...given.lead[1]!, id: `l${n}` }));
    globalThis.IntersectionObserver = class { constructor(private readonly hear: (seen: object[]) => void) {} observe() { setTimeout(() => this.hear([{ isIntersecting: true }])); } disconnect() {} } as unknown as typeof IntersectionObserver;
    try {
      const { called } = draw(<ListPane type="lead" view="all" />, given);
      await screen.findByText("30 of 30");
      await new Promise(done => setTimeout(done, 30));
      expect(called("list").map(([, , { skip = 0 }]) => skip)).toEqual([0, 25]);
    } finally { Reflect.deleteProperty(globalThis, "IntersectionObserver"); }
  });
  it("is walked with the arrows and opened with Enter", async () => {
    const { went } = draw(<ListPane type="lead" view="all" />);
    await row(/Jamie Fenwick/);
    const rows = within(screen.getByRole("list", { name: "Leads" })).getAllByRole("button");
    await userEvent.click(screen.getByRole("searchbox"));
    await userEvent.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(rows[0]);
    await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}");
    expect(document.activeElement).toBe(rows[rows.length - 2]);
    await userEvent.keyboard("{Home}{Enter}");
    expect(went).toHaveLength(1);
  });
  it("is one stop of the keyboard, at the row where the arrows have led, and each row its own while rows are ticked", async () => {
    const { press } = draw(<ListPane type="lead" view="all" />);
    await row(/Jamie Fenwick/);
    const rows = within(screen.getByRole("list", { name: "Leads" })).getAllByRole("button"), stops = () => rows.map(one => one.tabIndex);
    expect(stops()).toEqual([0, ...rows.slice(1).map(() => -1)]);
    act(() => rows[0]!.focus());
    await userEvent.keyboard("{ArrowDown}");
    expect(stops()).toEqual([-1, 0, ...rows.slice(2).map(() => -1)]);
    await press("Select");
    expect(stops().every(one => one === 0)).toBe(true);
  });
  it("says which record is shown beside it, once", async () => {
    const { said } = draw(<ListPane type="lead" view="all" open={() => undefined} />);
    await userEvent.click(await row(/Jamie Fenwick/));
    expect(said.filter(one => one.includes("Jamie Fenwick"))).toEqual(["Jamie Fenwick is shown beside the list"]);
  });
  it("asks for the names of all that its rows refer to in one request", async () => {
    const { called } = draw(<ListPane type="opportunity" view="all" />);
    await waitFor(() => expect(screen.getAllByText("汉风汽车").length).toBe(2));
    expect(screen.getByText("Northgate Analytics")).toBeTruthy();
    expect(called("read")).toEqual([]);
    expect(called("call").map(([, , path]) => path)).toEqual(["titles?of=account/hanfeng,account/northgate"]);
  });
  it("is narrowed by a filter that can be seen and dropped, and offers all where nothing matches", async () => {
    const { press } = draw(<ListPane type="opportunity" filter={{ stage: "develop" }} />);
    await screen.findByText("Nothing matches these filters.");
    await press("Remove filter Sales stage");
    await row(/Brake pads/);
  });
  it("is found as it was left", async () => {
    const { Within, unmount } = draw(<ListPane type="lead" view="all" />);
    await row(/Jamie Fenwick/);
    await userEvent.type(screen.getByRole("searchbox"), "vega");
    await waitFor(() => expect(screen.queryByText("Jamie Fenwick")).toBeNull());
    await userEvent.click(await row(/Tomás Llorente/));
    unmount();
    render(<Within><ListPane type="lead" view="all" /></Within>);
    expect(screen.getByRole<HTMLInputElement>("searchbox").value).toBe("vega");
    await waitFor(async () => expect(document.activeElement).toBe(await row(/Tomás Llorente/)));
  });
  it("loads on until all is there", async () => {
    const account = Array.from({ length: 30 }, (_, n) => ({ id: `a${n}`, name: `Company ${n}` }));
    const { press } = draw(<ListPane type="account" view="all" />, { account });
    await screen.findByText("25 of 30");
    await press("Show more");
    await screen.findByText("30 of 30");
  });
});

describe("several records at once", () => {
  it("are qualified one by one, the known company used, and taken back together", async () => {
    const { press, rows } = draw(<ListPane type="lead" />);
    await press("Select");
    await userEvent.click(screen.getByLabelText("Select all shown"));
    await press("Qualify");
    await press("Qualify (2)");
    await screen.findByText("Qualify: 2 records done");
    expect([rows.get("lead/jamie")!.status, rows.get("lead/tom")!.status]).toEqual(["qualified", "qualified"]);
    expect([...rows.values()].filter(one => one.name === "Northgate Analytics")).toHaveLength(1);
    expect([...rows.values()].filter(one => one.name === "Vega Seguros")).toHaveLength(1);
    await press("Undo");
    await screen.findByText("Taken back: 2 records");
    expect(rows.get("lead/jamie")!.status).toBe("open");
  });
  it("keep those selected that were refused, and say why", async () => {
    const { press, rows } = draw(<ListPane type="lead" />);
    await press("Select");
    await userEvent.click(screen.getByLabelText("Select all shown"));
    await press("Disqualify");
    await userEvent.click(screen.getByRole("combobox", { name: /Reason/ }));
    await userEvent.click(await screen.findByRole("option", { name: "Cannot contact" }));
    rows.set("lead/tom", { ...rows.get("lead/tom")!, version: 7 });
    await press("Disqualify (2)");
    await screen.findByText("1 refused; they stay selected");
    expect(screen.getByText(/Tomás Llorente: Someone else changed/)).toBeTruthy();
    expect(rows.get("lead/jamie")!.status).toBe("disqualified");
    expect(screen.getByText("1 selected")).toBeTruthy();
  });
});

describe("in a wide window", () => {
  it("stand list and record side by side, and the list stays while one goes from record to record", async () => {
    globalThis.matchMedia = (() => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined })) as unknown as typeof matchMedia;
    try {
      const { api } = fakeApi(sample()), rep = { id: "ana", name: "Ana Ruiz", email: "ana@ourfirm.example", role: "rep" as const };
      const service = { ...api, me: async () => rep, prefer: async () => undefined, shelf: async () => ({ pinned: [], recent: [] }) } as unknown as typeof api;
      render(<App mailbox={fakeMailbox()} speech={english} speak={async () => english} begin={{ at: "list", type: "lead", view: "all" }} open={() => ({ api: service, users: async () => [], signIn: async () => undefined, signOut: async () => undefined })} />);
      expect(await screen.findByText("Choose a record from the list.")).toBeTruthy();
      await userEvent.click(await row(/Jamie Fenwick/));
      await screen.findByRole("heading", { name: "Jamie Fenwick" });
      const list = await screen.findByRole("complementary", { name: "List" }), other = await within(list).findByRole("button", { name: /Tomás Llorente/ });
      await userEvent.click(other);
      await screen.findByRole("heading", { name: "Tomás Llorente" });
      expect([list.isConnected, other.getAttribute("aria-current"), document.activeElement === other]).toEqual([true, "true", true]);
      await userEvent.click(screen.getByRole("button", { name: "Back" }));
      expect(await screen.findByText("Choose a record from the list.")).toBeTruthy();
    } finally { Reflect.deleteProperty(globalThis, "matchMedia"); }
  });
});
