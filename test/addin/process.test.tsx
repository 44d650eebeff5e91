import { afterEach, describe, expect, it } from "@jest/globals";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import DayPane from "../../addin/panes/DayPane.tsx";
import RecordPane from "../../addin/panes/RecordPane.tsx";
import { Stages } from "../../addin/process/Stages.tsx";
import { problem } from "../../model/problem.ts";
import { opportunity } from "../../model/records/opportunity.ts";
import { fakeApi, fakeDoors } from "./fake.tsx";
import { sample } from "./sample.ts";

afterEach(cleanup);
const process = (more: object = {}) => ({ id: "p", name: "Two types", stages: [
  { key: "first", on: "lead", label: { en: "First", "zh-CN": "开始" }, steps: [{ task: "asked", label: { en: "Asked" } }] },
  { key: "need", on: "opportunity", label: { en: "Need", "zh-CN": "需求" }, probability: 20, steps: [{ field: "customerNeed", required: true }, { task: "met", label: { en: "Met them", "zh-CN": "已会见" }, required: true }, { field: "fits" }] },
  { key: "offer", on: "opportunity", label: { en: "Offer", "zh-CN": "报价" }, probability: 60, steps: [] },
], ...more });
const since = new Date(Date.now() - 3 * 86_400_000).toISOString();
function bar(row: object, props: object = {}, processes: object[] = [process()], language?: any) {
  const { api } = fakeApi({ ...sample(), process: processes }), { Within } = fakeDoors(api), saved: any[] = [], led: string[] = [];
  render(<Within language={language}><Stages type={opportunity as never} row={{ id: "brakes", status: "open", process: "p", processStage: "need", stageSince: since, ...row } as never} save={values => saved.push(values)} edit={field => led.push(field)} {...props} /></Within>);
  return { saved, led, press: async (name: string | RegExp) => userEvent.click(await screen.findByRole("button", { name })) };
}

describe("the stage bar", () => {
  it("shows every stage of the process, where the record stands, for how long, how likely it is, and what is done", async () => {
    bar({ customerNeed: "A second source" });
    const now = await screen.findByRole("button", { name: /Need/ });
    expect(now.getAttribute("aria-current")).toBe("step");
    for (const fact of ["20 %", "3 days in this stage", "1 of 3 done"]) expect(screen.getByText(fact)).toBeTruthy();
    expect(screen.getAllByText("needed")).toHaveLength(1);
  });
  it("moves on, ticks steps off, and leads to the field that is to be filled in", async () => {
    const { saved, led, press } = bar({});
    await press("Next: Offer");
    await userEvent.click(screen.getByRole("checkbox", { name: "Met them" }));
    await userEvent.click(screen.getByRole("checkbox", { name: /Fits/ }));
    await press(/Fill in Customer need/);
    expect([saved, led]).toEqual([[{ process: "p", processStage: "offer" }, { stepsDone: ["met"] }, { fits: true }], ["customerNeed"]]);
  });
  it("shows a step as done once its task is finished on the task's own page, and open again with it", async () => {
    const task = { id: "t9", kind: "task", subject: "Meet them", step: "met", regarding: ["opportunity/brakes"] }, { api, rows } = fakeApi({ ...sample(), activity: [task], process: [process()], opportunity: [{ ...sample().opportunity[0]!, process: "p", processStage: "need", stepsDone: ["other"] }] }), { Within } = fakeDoors(api);
    const look = async (pane: React.ReactNode) => { cleanup(); render(<Within>{pane}</Within>); }, box = async () => (await screen.findByRole<HTMLInputElement>("checkbox", { name: "Met them" })).checked;
    await look(<RecordPane type="opportunity" id="brakes" />);
    expect(await box()).toBe(false);
    for (const [verb, done, left] of [["Complete", true, ["other", "met"]], ["Reopen", false, ["other"]]] as const) {
      await look(<RecordPane type="activity" id="t9" />);
      await userEvent.click(await screen.findByRole("button", { name: verb }));
      if (verb === "Complete") await userEvent.click((await screen.findAllByRole("button", { name: verb })).at(-1)!);
      await screen.findByText(new RegExp(`^${verb}`), { selector: ".truth *" });
      expect(rows.get("opportunity/brakes")!.stepsDone).toEqual(left);
      await look(<RecordPane type="opportunity" id="brakes" />);
      expect(await box()).toBe(done);
    }
  });
  it("leaves the acts above its steps, and folds these away when all is over, until somebody looks at a stage", async () => {
    const draw = (row: object) => { cleanup(); const { api } = fakeApi({ ...sample(), process: [process()], opportunity: [{ ...sample().opportunity[0]!, process: "p", processStage: "need", ...row }] }), { Within } = fakeDoors(api); render(<Within><RecordPane type="opportunity" id="brakes" /></Within>); };
    draw({});
    const step = await screen.findByRole("checkbox", { name: "Met them" });
    expect(screen.getByRole("button", { name: "Close as won" }).compareDocumentPosition(step) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    draw({ status: "won", reason: "won" });
    const stage = await screen.findByRole("button", { name: /^Need/ });
    expect(screen.queryByRole("checkbox", { name: "Met them" })).toBeNull();
    await userEvent.click(stage);
    expect((screen.getByRole<HTMLInputElement>("checkbox", { name: "Met them" })).disabled).toBe(true);
  });
  it("jumps to a stage that is looked at, goes back, and does not offer a stage of another record type", async () => {
    const { saved, press } = bar({ processStage: "offer" });
    await press("Back to Need");
    await press(/^Need/);
    await press("Move to Need");
    await press(/^First/);
    expect(screen.getByText("This stage belongs to the lead.")).toBeTruthy();
    expect(screen.queryByText(/of 1 done/)).toBeNull(); // whether it is, only the lead could tell
    expect(screen.queryByRole("button", { name: /Move to/ })).toBeNull();
    expect(saved).toEqual([{ process: "p", processStage: "need" }, { process: "p", processStage: "need" }]);
  });
  it("names what a refused move still lacks, each with the way to it", async () => {
    const { led, press } = bar({}, { missing: [problem("customerNeed", "stage-needs", { stage: { en: "Need" } }), problem("stepsDone", "stage-needs", { stage: { en: "Need" }, step: { en: "Met them" } })] });
    expect((await screen.findByRole("alert")).textContent).toContain("“Need” is not finished without “Met them”");
    await userEvent.click((await screen.findAllByRole("button", { name: /Fill in Customer need/ }))[1]!);
    expect(led).toEqual(["customerNeed"]);
    void press;
  });
  it("lets another process be chosen, which begins at its first stage", async () => {
    const { saved, press } = bar({}, {}, [process(), process({ id: "q", name: "Tender", stages: [{ key: "found", on: "opportunity", label: { en: "Found" }, steps: [] }] })]);
    await press("Another process");
    await press("Tender");
    expect(saved).toEqual([{ process: "q", processStage: "found" }]);
  });
  it("changes nothing where nothing may be changed, and speaks Chinese", async () => {
    bar({}, { still: true }, undefined, { tag: "zh-CN", labels: {} });
    expect(await screen.findByRole("button", { name: /需求/ })).toBeTruthy();
    expect((screen.getByRole("checkbox", { name: "已会见" }) as HTMLInputElement).disabled).toBe(true);
    expect(screen.queryByRole("button", { name: /下一步/ })).toBeNull();
  });
});

describe("an approval", () => {
  const asked = (more: object = {}) => ({ id: "a1", title: "Brake pads 2027", on: "opportunity/brakes", verb: "win", answers: {}, asOf: 1, asker: "ben", owner: "ben", approvers: ["ana"], why: "Above 100,000", history: [{ at: since, by: "ben", what: "asked" }, { at: since, by: "service", what: "mailed" }], ...more });
  const draw = (pane: React.ReactNode, approval: object) => {
    const service = fakeApi({ ...sample(), opportunity: [{ ...sample().opportunity[0]!, version: 1 }], approval: [approval] }), doors = fakeDoors(service.api);
    render(<doors.Within>{pane}</doors.Within>);
    return { ...service, ...doors, press: async (name: string | RegExp) => userEvent.click(await screen.findByRole("button", { name })) };
  };
  it("waits in the day of whoever must decide, who refuses it with a word", async () => {
    const { press, rows } = draw(<DayPane />, asked());
    await screen.findByText("Waiting for your approval");
    await screen.findByText("Above 100,000");
    await waitFor(() => expect(document.querySelector(".approval")!.textContent).toContain("480,000"));
    await press("Refuse");
    await press("Refuse");
    expect(rows.get("approval/a1")!.status).toBe("pending"); // a word is needed
    await userEvent.type(screen.getByLabelText(/Comment/), "Too little margin");
    await press("Refuse");
    await screen.findByText(/Refused: Close as won/);
    expect(rows.get("approval/a1")).toMatchObject({ status: "refused", history: [{}, {}, { what: "refused", word: "Too little margin", by: "ana" }] });
  });
  it("is shown on its record to whoever asked, with whom it waits for and the way to take it back", async () => {
    const { press, rows } = draw(<RecordPane type="opportunity" id="brakes" />, asked({ asker: "ana", owner: "ana", approvers: ["ben"] }));
    await press("Take back");
    await screen.findByText(/Taken back: Close as won/);
    expect(rows.get("approval/a1")!.status).toBe("withdrawn");
  });
  it("has nothing to edit by hand", async () => {
    draw(<RecordPane type="approval" id="a1" />, asked());
    await screen.findByRole("button", { name: "Approve" });
    expect(screen.queryByRole("button", { name: "Edit" })).toBeNull();
  });
  it("is handed on to somebody else, and its history tells who did what", async () => {
    const { press } = draw(<RecordPane type="approval" id="a1" />, asked());
    await press("History (2)");
    await screen.findByText(/was asked by e-mail/);
    await press("Hand on");
    expect(screen.getByLabelText(/^To/)).toBeTruthy();
  });
});
