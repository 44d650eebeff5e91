import { afterEach, describe, expect, it } from "@jest/globals";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import DialogPane from "../../addin/dialog/DialogPane.tsx";
import { Guided } from "../../addin/dialog/Guided.tsx";
import { ThisDialog } from "../../addin/dialog/ThisDialog.tsx";
import { answer, back, standing, summaryOf, type Prompt, type Script, type Session } from "../../model/dialog.ts";
import { Problem, problem } from "../../model/problem.ts";
import { lead } from "../../model/records/lead.ts";
import { dialogs as shipped } from "../../model/standard/dialogs.ts";
import { fakeApi, fakeDoors } from "./fake.tsx";
import { sample } from "./sample.ts";

afterEach(cleanup);
const facts = { now: "2026-11-24T10:00:00.000Z", on: "dialog", record: { company: "Northgate", owner: "ana" } };
const scriptOf = (id: string): Script => { const { values } = shipped.find(one => one.id === id)! as any; return { id, ...values }; };
const page = (key: string, ...prompts: (Partial<Prompt> & { key: string })[]) => ({ page: key, title: { en: `Title of ${key}` }, prompts: prompts.map(one => ({ kind: "line" as const, say: { en: one.key }, ...one })) });

/** The service's side of a dialog, played by the functions that the service itself goes by; `deeds` are what the dialog did. */
function serviceOf(scripts: Script[], given: Partial<ReturnType<typeof sample>> & Record<string, object[]> = {}) {
  const { api, rows, asked } = fakeApi({ ...sample(), dialog: scripts.map(({ id, name }) => ({ id, name, on: "lead", steps: [] })), ...given }), deeds: object[] = [], sent: any[] = [];
  const row: any = { id: "s1", version: 1, owner: "ana", status: "open", dialog: scripts[0]!.id, title: `${scripts[0]!.name} – Desks`, on: "lead/jamie", createdAt: facts.now, updatedAt: facts.now };
  let session: Session = { root: scripts[0]!.id, scripts: Object.fromEntries(scripts.map(one => [one.id, one])), inputs: {}, answers: [], results: [] }, refuse: Problem | undefined;
  const settle = (secrets: object) => {
    let where = standing(session, facts, secrets as never);
    while (where.at === "query" || where.at === "act") {
      if (where.at === "act") deeds.push(where.act);
      const value = where.at === "query" ? [...rows].filter(([path]) => path.startsWith(`${where.at === "query" && where.query.type}/`)).map(([, found]) => ({ id: found.id, title: found.name })) : null;
      session = { ...session, results: [...session.results, { after: session.answers.length, act: where.at === "act", value }] };
      where = standing(session, facts, secrets as never);
    }
    if (where.at === "end" && row.status === "open") Object.assign(row, { status: where.outcome, summary: summaryOf(session), ending: where.say });
    return { session: { ...row, name: scripts[0]!.name, answered: session.answers.length }, standing: where, secrets };
  };
  const call = api.call;
  (api as any).call = async (method: string, path: string, given: any = {}) => {
    if (!path.startsWith("dialogs/")) return call(method, path, given);
    const { body } = given;
    sent.push([path, body]);
    if (refuse) { const why = refuse; refuse = undefined; throw why; }
    if (path.endsWith("/answer")) {
      const where = standing(session, facts, body.secrets);
      if (where.at !== "page" || where.n !== body.n) throw new Problem("stale");
      const next = answer(session, where, body.values, { user: "ana", now: facts.now });
      if (next.wrong.length) throw new Problem("invalid", { fields: next.wrong });
      session = next.session;
      return settle({ ...body.secrets, ...next.secrets });
    }
    if (path.endsWith("/back")) { const where = standing(session, facts, body.secrets); session = back(session, (where as any).n); }
    if (path.endsWith("/comments")) { row.comments = body.text; row.version++; Object.assign(rows.get("dialogSession/s1") ?? {}, { version: row.version }); }
    return settle(body.secrets ?? {});
  };
  return { api, rows, asked, deeds, sent, row, refuseNext: (why: Problem) => { refuse = why; }, session: () => session };
}
function draw(of: ReturnType<typeof serviceOf>, what: React.ReactNode = <DialogPane id="s1" />, language?: any) {
  const doors = fakeDoors(of.api), shown = render(<doors.Within language={language}>{what}</doors.Within>);
  return { ...doors, ...shown, press: async (name: string | RegExp) => userEvent.click(await screen.findByRole("button", { name })), choose: async (name: string) => userEvent.click(await screen.findByRole("radio", { name })), heading: (name: string) => screen.findByRole("heading", { name, level: 1 }) };
}
const pick = async (box: RegExp, option: string) => { await userEvent.click(await screen.findByRole("combobox", { name: box })); await userEvent.click(await screen.findByRole("option", { name: option })); };

describe("the first call with a lead, page by page", () => {
  it("asks, names what is missing before it asks the service, branches, counts, and tells at its end what came of it", async () => {
    const of = serviceOf([scriptOf("dialog-first-call")]), { press, choose, heading } = draw(of);
    await heading("The call");
    expect(screen.getByText("In their own words.")).toBeTruthy();
    await press("Next");
    expect(await screen.findByText("One answer needs attention")).toBeTruthy();
    expect(of.sent.filter(([path]) => path.endsWith("answer"))).toEqual([]);
    await choose("Yes");
    await press("Next");
    await heading("Need and money");
    await choose("Must have");
    await pick(/Is there a budget/, "Can buy");
    await userEvent.type(screen.getByRole("textbox", { name: /How much\?/ }), "9000");
    await press("Next");
    await heading("Time and people");
    await choose("This quarter"); await choose("No");
    await press("Next");
    await heading("A good lead");
    await choose("Not yet");
    await press("Next");
    await heading("First call with a lead");
    const told = within(screen.getByRole("region", { name: "What was answered" }));
    for (const words of ["Must have", "Can buy", "9,000", "Not yet", /Answered by you/]) expect(await told.findByText(words)).toBeTruthy();
    expect(of.deeds.map((one: any) => one.do)).toEqual(["update", "create"]);
  });
  it("is gone through without a mouse: each page is begun at its title, and what is missing is gone to", async () => {
    const of = serviceOf([scriptOf("dialog-first-call")]), { heading } = draw(of), user = userEvent.setup();
    const tabTo = async (name: RegExp) => { for (let n = 0; n < 40; n++) { await user.tab(); const on = document.activeElement as HTMLInputElement; if (name.test((on.labels?.[0] ?? on).textContent ?? "")) return; } throw new Error(`Tab does not lead to ${String(name)}`); };
    await heading("The call");
    await tabTo(/^Next$/);
    await user.keyboard("{Enter}");
    await screen.findByText("One answer needs attention");
    await waitFor(() => expect(document.activeElement?.closest("[role=radiogroup], fieldset, .field")).toBeTruthy());
    await user.keyboard(" ");
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Yes" }).checked).toBe(true);
    await tabTo(/^Next$/);
    await user.keyboard("{Enter}");
    await heading("Need and money");
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  });
  it("ends early where nobody was reached, and says what was planned", async () => {
    const of = serviceOf([scriptOf("dialog-first-call")]), { press, choose, went } = draw(of);
    await choose("No");
    await press("Next");
    expect(await screen.findByText("A task to call again is planned for the next working day.")).toBeTruthy();
    await press("Open lead");
    expect(went).toEqual([{ at: "record", type: "lead", id: "jamie" }]);
  });
  it("speaks Chinese, also where it is called by name", async () => {
    const of = serviceOf([scriptOf("dialog-first-call")]), { heading } = draw(of, undefined, { tag: "zh-CN", labels: {} });
    await heading("通话");
    expect(screen.getByText(/潜在顾客首次通话/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "下一页" })).toBeTruthy();
  });
});

describe("going back and leaving", () => {
  const twoPages: Script = { id: "two", name: "Two", steps: [page("one", { key: "a" }, { key: "frank", log: false }), page("two", { key: "b" }), page("three")] };
  it("finds each page as it was left: what was answered, what was only typed, and what is kept nowhere", async () => {
    const of = serviceOf([twoPages]), { press, heading } = draw(of);
    await userEvent.type(await screen.findByRole("textbox", { name: "a" }), "first");
    await userEvent.type(screen.getByRole("textbox", { name: "frank" }), "hush");
    await press("Next");
    await heading("Title of two");
    await userEvent.type(screen.getByRole("textbox", { name: "b" }), "half");
    await press("Previous page");
    await heading("Title of one");
    expect([screen.getByRole<HTMLInputElement>("textbox", { name: "a" }).value, screen.getByRole<HTMLInputElement>("textbox", { name: "frank" }).value]).toEqual(["first", "hush"]);
    await press("Next");
    await heading("Title of two");
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "b" }).value).toBe("half");
    expect(JSON.stringify(of.session())).not.toContain("hush");
  });
  it("goes on where it was left, on another device too; an answer that is kept nowhere is asked again there", async () => {
    const of = serviceOf([twoPages]), { press, heading, unmount } = draw(of);
    await userEvent.type(await screen.findByRole("textbox", { name: "a" }), "first");
    await userEvent.type(screen.getByRole("textbox", { name: "frank" }), "hush");
    await press("Next");
    await heading("Title of two");
    unmount();
    const there = draw({ ...of, api: { ...of.api } as never }); // nothing is remembered of the first device
    await there.heading("Title of one");
    expect([screen.getByRole<HTMLInputElement>("textbox", { name: "a" }).value, screen.getByRole<HTMLInputElement>("textbox", { name: "frank" }).value]).toEqual(["first", ""]);
  });
  it("shows where it stands by now when it went on elsewhere meanwhile", async () => {
    const of = serviceOf([twoPages]), { press, heading } = draw(of);
    await heading("Title of one");
    await of.api.call("POST", "dialogs/s1/answer", { body: { n: 0, values: { a: "x" }, secrets: {} } });
    of.refuseNext(new Problem("stale"));
    await press("Next");
    expect(await screen.findByText(/has gone on somewhere else/)).toBeTruthy();
  });
  it("leaves for later, stops, and keeps comments", async () => {
    const of = serviceOf([twoPages], { dialogSession: [{ id: "s1", title: "Two – Desks", dialog: "two", on: "lead/jamie", session: { answers: [] } }] }), { press, went } = draw(of);
    await press("+ Comments");
    await userEvent.type(screen.getByRole("textbox", { name: "Comments" }), "Rang twice");
    await userEvent.tab();
    await waitFor(() => expect(of.row.comments).toBe("Rang twice"));
    await press("Continue later");
    expect(went).toEqual(["back"]);
    await press("Stop: Two");
    expect(await screen.findByText("The conversation is stopped.")).toBeTruthy();
    expect(of.rows.get("dialogSession/s1")!.status).toBe("canceled");
  });
});

describe("what a dialog asks and does", () => {
  it("has a way to answer for each of the eight kinds, and sends what each should be", async () => {
    const options = [{ value: "x", label: { en: "The X" } }];
    const of = serviceOf([{ id: "all", name: "All", steps: [page("all", { key: "none", kind: "none", say: { en: "Read https://example.com/price first" } }, { key: "line" }, { key: "whole", as: "integer" }, { key: "radio", kind: "radio", options }, { key: "pick", kind: "pick", options }, { key: "lines", kind: "lines" }, { key: "moment", kind: "moment" }, { key: "date", kind: "date" }, { key: "lookup", kind: "lookup", to: "contact" })] }]);
    const { press } = draw(of);
    expect(await screen.findByRole("button", { name: "Open example.com" })).toBeTruthy();
    await userEvent.type(screen.getByRole("textbox", { name: "line" }), "text");
    await userEvent.type(screen.getByRole("textbox", { name: "whole" }), "1.5");
    await userEvent.click(screen.getByRole("radio", { name: "The X" }));
    await pick(/^pick/, "The X");
    await userEvent.type(screen.getByRole("textbox", { name: "lines" }), "two{enter}lines");
    for (const kind of ["moment", "date", "lookup"]) expect(screen.getByRole("group", { name: kind }).querySelector("input, [role=combobox]")).toBeTruthy();
    await press("Next");
    expect(await screen.findByText("One answer needs attention")).toBeTruthy(); // a whole number
    const whole = screen.getByRole("textbox", { name: "whole" });
    await userEvent.clear(whole); await userEvent.type(whole, "2");
    await press("Next");
    await screen.findByText("The conversation is finished.");
    expect(of.session().answers[0]!.values).toEqual({ line: "text", whole: 2, radio: "x", pick: "x", lines: "two\nlines" });
  });
  it("offers what a query found, goes through a dialog within it, and masks what was not to be kept", async () => {
    const child: Script = { id: "child", name: "Child", variables: { result: 1 }, steps: [page("inner", { key: "c" })] };
    const of = serviceOf([{ id: "outer", name: "Outer", steps: [{ query: "rivals", type: "competitor", where: {} }, page("outer", { key: "rival", kind: "pick", query: "rivals" }, { key: "frank", log: false }), { child: "child" }, page("after")] }, child]), { press, heading } = draw(of);
    await pick(/^rival/, "Ergonova");
    await userEvent.type(screen.getByRole("textbox", { name: "frank" }), "hush");
    await press("Next");
    await heading("Title of inner");
    await press("Next");
    await heading("Title of after");
    await press("Next");
    expect(await screen.findByText("Ergonova")).toBeTruthy();
    expect(screen.getByText("not kept")).toBeTruthy();
    expect(screen.queryByText("hush")).toBeNull();
  });
  it("names what the record itself does not allow yet, with the way to the field", async () => {
    const of = serviceOf([{ id: "two", name: "Two", steps: [page("one", { key: "a" })] }]), { press, went } = draw(of);
    await screen.findByRole("textbox", { name: "a" });
    of.refuseNext(new Problem("invalid", { fields: [problem("email", "required", { say: { en: "A lead needs an e-mail address" } })] }));
    await press("Next");
    expect(await screen.findByText(/A lead needs an e-mail address/)).toBeTruthy();
    await press("E-mail");
    expect(went).toEqual([{ at: "record", type: "lead", id: "jamie", edit: "email" }]);
  });
});

describe("beside a record", () => {
  const jamie = { ...sample().lead[0], version: 1, status: "open", owner: "ana" } as never;
  it("begins a conversation, takes up one's own, and tells of earlier ones", async () => {
    const of = serviceOf([scriptOf("dialog-first-call")], { dialogSession: [{ id: "old", title: "First call with a lead – Desks", dialog: "dialog-first-call", on: "lead/jamie", status: "completed", owner: "ben" }] });
    const { press, went } = draw(of, <Guided type={lead as never} row={jamie} />);
    await press("1 earlier conversation");
    expect(await screen.findByText(/finished · Ben Okafor/)).toBeTruthy();
    await press("Start: First call with a lead");
    await waitFor(() => expect(went).toEqual([{ at: "dialog", id: "s1" }]));
    cleanup();
    const open = serviceOf([scriptOf("dialog-first-call")], { dialogSession: [{ id: "s1", title: "First call with a lead – Desks", dialog: "dialog-first-call", on: "lead/jamie", session: { answers: [{}, {}] } }] }), again = draw(open, <Guided type={lead as never} row={jamie} />);
    expect(await screen.findByText(/2 pages answered/)).toBeTruthy();
    await again.press("Continue: First call with a lead");
    expect(again.went).toEqual([{ at: "dialog", id: "s1" }]);
    expect(screen.queryByRole("button", { name: /Start/ })).toBeNull();
  });
  it("offers nothing on a closed lead", async () => {
    const of = serviceOf([scriptOf("dialog-first-call")]);
    draw(of, <><Guided type={lead as never} row={{ ...jamie as object, status: "disqualified" } as never} /><p>beside</p></>);
    await waitFor(() => expect(of.asked.some(([call]) => call === "list")).toBe(true));
    expect(screen.queryByText("Guided conversations")).toBeNull();
  });
  it("shows a finished one on its own page, and lets its owner go on with an open one", async () => {
    const of = serviceOf([scriptOf("dialog-first-call")]), { press, went } = draw(of, <ThisDialog row={{ id: "s1", status: "open", owner: "ana", version: 1 } as never} round={0} begin={() => {}} done={() => {}} />);
    await press("Continue");
    expect(went).toEqual([{ at: "dialog", id: "s1" }]);
  });
});
