import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Locator } from "playwright-core";
import type { Service } from "../server/service.kit.ts";
import { withCompany } from "./service.ts";
import { closeBrowser, openStage, type Stage } from "./stage.ts";

const known = "Level sensors for the Dartmouth reservoirs – price by Friday?", enquiry = "Enquiry: 14 electromagnetic flow meters for caustic service";
let service: Service, stage: Stage, addin: NonNullable<Parameters<typeof openStage>[0]>["addin"];
beforeAll(async () => { ({ service, addin } = await withCompany()); stage = await openStage({ addin, pane: "/taskpane.html", width: 320, item: known }); });
afterEach(() => { expect(stage.errors).toEqual([]); });
afterAll(async () => { await stage?.close(); await service.close(); await closeBrowser(); });

/** Somebody at the pane beside a message whose every click and every entry is counted. */
async function at(subject: string | undefined) {
  await stage.select(subject);
  await stage.page.evaluate(() => { window.outlook.closePane(); window.outlook.openPane(); });
  const pane = await stage.pane();
  let acts = 0;
  const button = (name: string | RegExp) => pane.getByRole("button", { name }).first();
  return {
    pane, button, count: () => acts,
    press: async (what: Locator | string | RegExp) => { await (typeof what === "string" || what instanceof RegExp ? button(what) : what).click(); acts++; },
    type: async (into: Locator, words: string) => { await into.fill(words); acts++; },
    says: (words: string | RegExp) => pane.getByText(words).first().waitFor(),
  };
}
const rep = () => service.as("rep");

describe("what a rep does forty times a day takes few acts", () => {
  it("a mail of a known contact is logged in two at most", async () => {
    const { press, says, count } = await at(known);
    await press(/^Log to Radar roll-out/);
    await says(/Logged by you/);
    expect(count()).toBeLessThanOrEqual(2);
  });
  it("a lead is made of its sender in three at most, with four fields of five filled in", async () => {
    const { press, says, count, pane, button } = await at(enquiry);
    await press("Create lead");
    await button("Save lead").waitFor();
    const values = await pane.locator(".leadForm .field:not(.description) :is(input, .ms-Dropdown-title)").evaluateAll(all => all.map(one => one instanceof HTMLInputElement ? one.value : one.textContent ?? ""));
    expect(values.filter(Boolean).length / values.length).toBeGreaterThanOrEqual(.8);
    await press("Save lead");
    await says("Lead created");
    expect(count()).toBeLessThanOrEqual(3);
  });
  it("a record is found in two", async () => {
    const { press, type, count, pane } = await at(undefined);
    await type(pane.getByRole("searchbox").first(), "nortforge chem"); // as one types in a hurry
    await press(/^Northforge Chemicals/);
    await pane.getByRole("heading", { name: "Northforge Chemicals", level: 1 }).waitFor();
    expect(count()).toBeLessThanOrEqual(2);
  });
  it("a follow-up is added in three at most, beside the mail that asks for it and on a record", async () => {
    const beside = await at(known);
    await beside.press(/^Make a task/);
    await beside.says(/^Task for .* made/);
    expect(beside.count()).toBeLessThanOrEqual(3);
    await beside.press(/^Radar roll-out/);
    const before = beside.count();
    await beside.press("Add task");
    await beside.type(beside.pane.getByRole("textbox", { name: /^Subject/ }), "Ask for the drawing");
    await beside.press(beside.pane.locator("form").getByRole("button", { name: "Add task" }));
    await beside.says("Ask for the drawing");
    expect(beside.count() - before).toBeLessThanOrEqual(3);
    expect((await rep().list("activity", { kind: "task", text: "ask for the drawing" })).total).toBe(1);
  });
  it("a quote is made from an opportunity in four, where six may do", async () => {
    await rep().update("opportunity", await rep().read("opportunity", "opportunity-kestrel-rollout"), { lines: [{ writeIn: "Radar level sensor, 15 m cable", quantity: 22, price: 1019 }] });
    const { press, count, pane } = await at(known);
    await press(/^Radar roll-out/);
    await press("More");
    await press(pane.getByRole("menuitem", { name: "Create quote" }));
    await press(/^Quote Q-/);
    await pane.getByRole("heading", { name: /^Q-\d+/, level: 1 }).waitFor();
    expect(count()).toBe(4);
    const { records: [quote] } = await rep().list("quote", { opportunity: "opportunity-kestrel-rollout" });
    expect(quote!.total).toBe(22_418);
  });
  it("literature is attached to a draft in three at most", async () => {
    await stage.page.click(".send.new");
    await stage.page.fill(".workspace:not([hidden]) .typing >> nth=0", "camille.gagnon@kestrelbaywater.example");
    await stage.page.keyboard.press("Enter");
    const pane = await stage.pane();
    let acts = 0;
    for (const act of [pane.getByRole("checkbox", { name: "Choose LR-220 data sheet" }), pane.getByRole("button", { name: "Attach 1 file" })]) { await act.click(); acts++; }
    await pane.locator(".truth", { hasText: "Attached" }).waitFor();
    expect([acts, await stage.outlook(({ desk }) => desk.front!.files.map(file => file.name))]).toEqual([2, ["LR-220 data sheet.pdf"]]);
  });
});
