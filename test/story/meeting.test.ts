import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Frame } from "playwright-core";
import type { Service } from "../server/service.kit.ts";
import { withCompany } from "./service.ts";
import { sound } from "./sound.ts";
import { closeBrowser, openStage, type Stage } from "./stage.ts";

const front = ".workspace:not([hidden])", camille = "camille.gagnon@kestrelbaywater.example", review = "Radar roll-out: price and delivery";
let service: Service, stage: Stage, addin: NonNullable<Parameters<typeof openStage>[0]>["addin"];
beforeAll(async () => { ({ service, addin } = await withCompany()); });
afterEach(() => stage?.close());
afterAll(async () => { await service.close(); await closeBrowser(); });

/** The pane beside a meeting of this subject in the calendar. */
async function beside(subject: string, wanted: Parameters<typeof openStage>[0] = {}): Promise<Frame> {
  stage = await openStage({ addin, pane: "/taskpane.html", item: "none", ...wanted });
  stage.page.setDefaultTimeout(20_000);
  await stage.page.evaluate(title => { const { desk } = window.outlook; desk.openFolder("calendar"); desk.select(desk.calendar.find(one => one.subject === title)); }, subject);
  await stage.page.click(`${front} .addin-button`);
  return stage.pane();
}
/** A meeting of one's own that is being written. */
async function write(subject: string, wanted: Parameters<typeof openStage>[0] = {}, hours = 24): Promise<Frame> {
  stage = await openStage({ addin, pane: "/taskpane.html", item: "none", ...wanted });
  stage.page.setDefaultTimeout(20_000);
  await stage.page.evaluate(([address, title, start]) => { window.outlook.desk.write({ subject: title, to: [{ name: "Camille Gagnon", address: address! }], meeting: { start: new Date(Number(start)).toISOString(), end: new Date(Number(start) + 3_600_000).toISOString(), location: "Dartmouth" } }); }, [camille, subject, String(Date.now() + hours * 3_600_000)]);
  await stage.page.click(`${front} .addin-button`);
  return stage.pane();
}
const kept = async (subject: string) => (await service.store.find("activity", { where: { title: subject.toLowerCase() } })).rows.map(row => row.data as Record<string, any>);

describe("beside a meeting, through Microsoft's library", () => {
  it("tells the organiser who comes, puts the agenda into the invitation, and keeps the deal for its sending", async () => {
    const pane = await write("Visit Dartmouth");
    await pane.getByRole("group", { name: "Camille Gagnon" }).getByText("Radar roll-out").waitFor();
    await pane.getByRole("button", { name: "Change" }).click();
    await pane.getByRole("searchbox", { name: "Regarding" }).fill("Kestrel");
    await pane.locator(".choosing .line button").first().click();
    await stage.page.waitForFunction(() => window.outlook.desk.front?.told["dealwright.regarding"]);
    await pane.getByRole("tab", { name: "Agenda" }).click();
    await pane.getByRole("button", { name: "Insert: Agenda of a first meeting" }).click();
    await pane.locator(".truth", { hasText: "inserted" }).waitFor();
    expect(await stage.outlook(({ desk }) => desk.front!.html)).toMatch(/<b>Agenda<\/b>[\s\S]*<li>who decides, and the next step<\/li>/);
    expect(stage.errors).toEqual([]);
  });

  it("briefs on the deal before an invitation, prints the briefing alone, and logs the meeting once for all colleagues", async () => {
    const pane = await beside(review);
    await pane.locator(".briefing").getByRole("button", { name: /Radar roll-out/ }).waitFor();
    await pane.getByText("Up against").waitFor();
    await pane.getByRole("button", { name: /^Battle card: / }).first().click();
    await pane.locator(".battle").waitFor();
    await sound(stage);
    await pane.evaluate(() => { window.print = () => { document.documentElement.dataset["printed"] = "yes"; }; });
    await pane.getByRole("button", { name: "Print" }).click();
    expect(await pane.evaluate(() => document.documentElement.dataset["printed"])).toBe("yes");
    await stage.page.emulateMedia({ media: "print" });
    expect([await pane.locator(".header").isVisible(), await pane.getByRole("tablist").isVisible(), await pane.locator(".briefing").isVisible()]).toEqual([false, false, true]);
    await stage.page.emulateMedia({ media: "screen" });
    await pane.getByRole("button", { name: /^Log to Radar roll-out/ }).click();
    await pane.locator(".truth", { hasText: "Logged by you" }).waitFor();
    await stage.close();

    const hers = await beside(review, { as: "rep2" });
    await hers.locator(".truth", { hasText: "Logged by Robin Sommer" }).waitFor();
    expect(await hers.getByRole("button", { name: /^Log to / }).count()).toBe(0);
    expect((await kept(review)).map(row => [row.kind, row.location])).toEqual([["appointment", "Teams"]]);
    await stage.close();

    stage = await openStage({ addin, pane: "/taskpane.html", item: review }); // the invitation in the inbox is the same meeting
    const invited = await stage.pane();
    await invited.locator(".truth", { hasText: "Logged by you" }).waitFor();
    expect(stage.errors).toEqual([]);
  });

  it("turns what came of it into a note, tasks and the deal's stage at once, keeps what is being written, and takes all of it back", async () => {
    const pane = await write("Held in Dartmouth", {}, -2), { records: [before] } = await service.as("rep").list("opportunity", { text: "Radar roll-out" });
    const decided = pane.getByLabel("What was decided");
    await decided.fill("They take 22 units, delivery in March.");
    await pane.getByLabel("Next step 1").fill("Send the drawing");
    await pane.getByLabel("Due date of step 1").fill("2026-12-18");
    await pane.getByRole("button", { name: "Add a step" }).click();
    await pane.getByLabel("Next step 2").fill("Ask for the cable length");
    await pane.getByRole("tab", { name: "Briefing" }).click();
    await pane.locator(".briefing").waitFor();
    await pane.getByRole("tab", { name: "Outcome" }).click();
    expect(await decided.inputValue()).toBe("They take 22 units, delivery in March.");
    const notes = async () => (await service.store.find("note", { text: "delivery in march" })).total, stage2 = before!.stage === "develop" ? "qualify" : "develop";
    await pane.getByLabel("Stage of the deal now").selectOption(stage2);
    await pane.getByRole("button", { name: "Save outcome" }).click();
    await pane.locator(".truth", { hasText: "Outcome saved" }).waitFor();
    expect([await notes(), (await kept("Send the drawing")).map(row => row.due), (await kept("Held in Dartmouth")).map(row => row.status), (await service.as("rep").read("opportunity", before!.id)).stage]).toEqual([1, ["2026-12-18"], ["completed"], stage2]);
    await pane.getByRole("button", { name: "Undo" }).click();
    await pane.locator(".truth", { hasText: "Undone" }).waitFor();
    expect([await notes(), await kept("Send the drawing"), await kept("Held in Dartmouth"), (await service.as("rep").read("opportunity", before!.id)).stage]).toEqual([0, [], [], before!.stage]);
    expect(stage.errors).toEqual([]);
  });
});
