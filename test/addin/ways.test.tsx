import { afterEach, describe, expect, it } from "@jest/globals";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { Guided } from "../../addin/dialog/Guided.tsx";
import { Links } from "../../addin/library/PieceSections.tsx";
import Against from "../../addin/reports/Against.tsx";
import { Problem, problem } from "../../model/problem.ts";
import { recordType } from "../../model/records.ts";
import WaysPane from "../../addin/design/WaysPane.tsx";
import { Health } from "../../addin/process/Health.tsx";
import { runsOn } from "../../addin/process/Runs.tsx";
import { Score } from "../../addin/process/Score.tsx";
import RecordPane from "../../addin/panes/RecordPane.tsx";
import { fakeApi, fakeDoors } from "./fake.tsx";
import { sample } from "./sample.ts";

afterEach(cleanup);
const admin = { id: "ana", name: "Ana Ruiz", email: "ana@ourfirm.example", role: "administrator" } as never;
/** The panes with a service that gives these answers to what is asked by path. */
function draw(pane: React.ReactNode, answers: Record<string, unknown>, { rows: given = {}, me, language }: { rows?: Record<string, object[]>; me?: never; language?: any } = {}) {
  const service = fakeApi({ ...sample(), ...given }), plain = service.api.call, called: [string, string][] = [];
  service.api.call = ((method: string, path: string, more?: object) => { called.push([method, path]); return path in answers ? Promise.resolve(answers[path]) : plain(method, path, more as never); }) as never;
  const doors = fakeDoors(service.api, me ? { me } : {});
  render(<doors.Within language={language}>{pane}</doors.Within>);
  return { ...service, ...doors, called, press: async (name: string | RegExp) => userEvent.click(await screen.findByRole("button", { name })) };
}
const section = { round: 0, done: () => {}, begin: () => {} };

describe("a lead's score", () => {
  it("is shown with every reason and its points, the weightiest first, and leads an administrator to the weights", async () => {
    const { press, went } = draw(<Score row={{ id: "jamie", version: 1 } as never} {...section} />, { "lead/jamie/score": { score: 12, because: [{ say: { en: "Can be phoned" }, points: 5 }, { say: { en: "Has no need", "zh-CN": "无需求" }, points: -20 }, { say: { en: "Decides" }, points: 27 }] } }, { me: admin });
    const told = within(await screen.findByRole("region", { name: "Score" }));
    expect([told.getAllByRole("term").map(one => one.textContent), told.getAllByRole("definition").map(one => one.textContent)]).toEqual([["Decides", "Has no need", "Can be phoned"], ["+27", "-20", "+5"]]);
    expect(told.getByText("12")).toBeTruthy();
    await press("Change what counts");
    expect(went).toEqual([{ at: "record", type: "scoring", id: "scoring" }]);
  });
});

describe("a deal's health", () => {
  const complaints = [{ what: "noNextStep", mend: "addTask" }, { what: "silent", n: 23, mend: "call" }, { what: "late", n: 4, mend: "setCloseDate" }, { what: "oneContact", n: 1, mend: "addContact" }];
  it("says what is wrong in figures, each with the one act that mends it", async () => {
    const begun: object[] = [], { press, went } = draw(<Health id="brakes" round="1" begin={what => begun.push(what)} />, { "opportunity/brakes/health": { complaints } });
    await press("Plan a task: Nothing is planned next");
    await press("Note a call: No contact for 23 days");
    await press("Set the close date: The close date passed 4 days ago");
    await press("Add a person: We know only one person there");
    expect([begun, went]).toEqual([[{ quick: "task" }, { quick: "phoneCall" }, { edit: "closeDate" }], [{ at: "new", type: "connection", values: { from: "opportunity/brakes" } }]]);
  });
  it("opens the form on the deal's page, and begins there when one comes from the mail", async () => {
    const { press } = draw(<RecordPane type="opportunity" id="brakes" />, { "opportunity/brakes/health": { complaints } });
    await press(/^Plan a task/);
    expect(await screen.findByRole("region", { name: "Add task" })).toBeTruthy();
    cleanup();
    draw(<RecordPane type="opportunity" id="brakes" quick="phoneCall" />, {});
    expect(await screen.findByRole("region", { name: "Add phone call" })).toBeTruthy();
  });
});

describe("what automations did on a record", () => {
  const Runs = runsOn("lead");
  it("is read in words, with what waits, what failed and why", async () => {
    const runs = [
      { id: "1", name: "First contact with a new lead", at: "2026-11-20T09:00:00Z", outcome: "done", did: [{ do: "create", type: "activity" }, { do: "mail", people: 2 }, { do: "update", fields: ["rating"] }, { do: "assign", to: "ben" }, { do: "act", verb: "qualify" }, { do: "mail", people: 0 }, { do: "webhook", host: "hooks.example" }] },
      { id: "2", name: "Ask again", at: "2026-11-20T09:00:00Z", outcome: "waiting", did: [], due: "2036-11-24T09:00:00Z" }, { id: "3", name: "Loop", at: "2026-11-20T09:00:00Z", outcome: "stopped", did: [], why: { is: "loop" } },
      { id: "4", name: "Wrong", at: "2026-11-20T09:00:00Z", outcome: "failed", did: [], why: { is: "refused", code: "invalid", fields: [problem("email", "required")] } }, { id: "5", name: "Old", at: "2026-11-20T09:00:00Z", outcome: "failed", did: ["create activity"], why: "As it was written then" },
    ];
    const { press } = draw(<Runs row={{ id: "jamie", version: 1 } as never} {...section} />, { "lead/jamie/automations": { runs } });
    await press("Show what 5 automations did");
    for (const words of ["First contact with a new lead", "Activity created", "E-mail to 2 people", "Changed: Rating", "Qualify: done", "No e-mail: nobody to send it to", "Told hooks.example", "failed · E-mail: This is needed", "failed · As it was written then", "create activity", /waits · goes on/, "stopped · It would set itself off again"]) expect(await screen.findByText(words)).toBeTruthy();
    expect(await screen.findByText("Given to Ben Okafor")).toBeTruthy();
    cleanup();
    const chinese = draw(<Runs row={{ id: "jamie", version: 1 } as never} {...section} />, { "lead/jamie/automations": { runs } }, { language: { tag: "zh-CN", labels: {} } });
    await chinese.press("查看 5 次自动化的结果");
    for (const words of ["已停止 · 它会再次触发自己", "已向 2 人发送邮件"]) expect(await screen.findByText(words)).toBeTruthy();
  });
});

describe("a part that could not be asked for", () => {
  const Runs = runsOn("lead"), row = { id: "jamie", version: 1, status: "open" } as never;
  const parts: [string, string, React.ReactNode][] = [
    ["a deal's health", "Deserves attention", <Health id="brakes" round="1" begin={() => {}} />], ["a lead's score", "Score", <Score row={row} {...section} />], ["what automations did", "Automations", <Runs row={row} {...section} />],
    ["guided conversations", "Guided conversations", <Guided type={recordType("lead")!} row={row} />], ["a piece's links", "Links that work", <Links row={row} {...section} />], ["whom we are up against", "Up against", <Against deal="brakes" />],
  ];
  it.each(parts)("%s: says so, and asks again", async (_, title, part) => {
    const { api } = fakeApi(sample()), { Within } = fakeDoors(api), { call, list, read } = api;
    let asked = 0;
    const fail = () => { asked++; return Promise.reject(new Problem("unavailable")); };
    Object.assign(api, { call: fail, list: fail, read: fail });
    render(<Within>{part}</Within>);
    await screen.findByRole("alert");
    expect(screen.getByRole("heading", { name: title })).toBeTruthy();
    const before = asked;
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(asked).toBeGreaterThan(before));
    Object.assign(api, { call, list, read });
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  });
  it("the packs: says so to an administrator, and asks for them for nobody else", async () => {
    const refused = { get packs() { return Promise.reject(new Problem("unavailable")); } };
    draw(<WaysPane />, refused, { me: admin });
    await screen.findByRole("alert");
    cleanup();
    const { called } = draw(<WaysPane />, refused);
    await screen.findByRole("region", { name: "Business rules" });
    expect([called.filter(([, path]) => path === "packs"), screen.queryByRole("alert")]).toEqual([[], null]);
  });
});

describe("the company's ways", () => {
  const rows = { rule: [{ id: "r", name: "A lead has an e-mail address and a source", on: "lead" }], process: [], dialog: [], automation: [{ id: "a", name: "Ours", on: "opportunity", status: "inactive" }] };
  const packs = (installed: boolean) => ({ packs: [{ key: "car-parts", parts: 4, installed }] });
  it("lists them in the reader's language, switches one off and takes that back", async () => {
    const { press, rows: kept } = draw(<WaysPane />, { packs: packs(false) }, { rows, me: admin, language: { tag: "zh-CN", labels: {} } });
    await userEvent.click(await screen.findByRole("switch", { name: "潜在顾客必须有电子邮件地址和来源" }));
    await waitFor(() => expect(kept.get("rule/r")!.status).toBe("inactive"));
    await press("撤销");
    await waitFor(() => expect(kept.get("rule/r")!.status).toBe("active"));
  });
  it("installs a pack and removes it with one act, says before what that means, and can take it back", async () => {
    const { press, called, asked } = draw(<WaysPane />, { packs: packs(false), "packs/car-parts/install": { commit: "k1", records: [] } }, { rows, me: admin });
    expect(await screen.findByText(/new records begin with it/)).toBeTruthy();
    await press("Install: Car-parts supplier");
    expect(await screen.findByText("“Car-parts supplier” is installed")).toBeTruthy();
    await press("Undo");
    expect(called).toContainEqual(["POST", "packs/car-parts/install"]);
    expect(asked).toContainEqual(["undo", "k1"]);
    cleanup();
    const other = draw(<WaysPane />, { packs: packs(true), "packs/car-parts/remove": { commit: "k2", records: [] } }, { rows, me: admin });
    expect(await screen.findByText(/Leads and deals stay as they are/)).toBeTruthy();
    await other.press("Remove: Car-parts supplier");
    expect(await screen.findByText("“Car-parts supplier” is removed")).toBeTruthy();
  });
  it("shows a rep the ways and changes none of them", async () => {
    draw(<WaysPane />, { packs: packs(false) }, { rows });
    expect(await screen.findByText("Ours")).toBeTruthy();
    expect([screen.queryByRole("switch"), screen.queryByRole("button", { name: /Install|Add/ })]).toEqual([null, null]);
  });
});
