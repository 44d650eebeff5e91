import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Frame } from "playwright-core";
import type { Service } from "../server/service.kit.ts";
import { withCompany } from "./service.ts";
import { sound } from "./sound.ts";
import { closeBrowser, openStage, type Stage } from "./stage.ts";

let service: Service, stage: Stage, addin: NonNullable<Parameters<typeof openStage>[0]>["addin"];
beforeEach(async () => { ({ service, addin } = await withCompany()); });
afterEach(async () => { await stage?.close(); await service.close(); });
afterAll(closeBrowser);

const button = (pane: Frame, name: string | RegExp) => pane.getByRole("button", { name }).first();
async function open(subject: string | undefined): Promise<Frame> {
  stage = await openStage({ addin, pane: "/taskpane.html" });
  await stage.select(subject);
  return stage.pane();
}

describe("from lead to deal, with Microsoft's library", () => {
  it("qualifies the lead who wrote, and finds the deal that came of it", async () => {
    const pane = await open("Re: Biogas analyser – data sheet");
    await pane.getByRole("button", { name: /Freja Lindqvist/ }).first().click();
    await button(pane, /^Qualify$/).click();
    await sound(stage);
    await button(pane, /^Qualify$/).click();
    await expect_(async () => (await service.as("rep").list("opportunity", { text: "biogas", status: "open" })).total).toBe(1);
    const { records: [lead] } = await service.as("rep").list("lead", { lastName: "lindqvist" });
    expect(lead).toMatchObject({ status: "qualified" });
    await sound(stage);
  });

  it("closes a deal as lost to a competitor, and opens it again with its history kept", async () => {
    const pane = await open("Level sensors for the Dartmouth reservoirs – price by Friday?");
    await pane.getByRole("button", { name: /^Radar roll-out/ }).first().click();
    await button(pane, "Close as lost").click();
    const form = pane.locator("form");
    await form.getByRole("combobox", { name: /Status reason/ }).click();
    await pane.getByRole("option", { name: "Out-sold" }).click();
    await form.getByRole("combobox", { name: /Competitor/ }).fill("Vantor");
    await pane.getByRole("option", { name: /Vantor Flow/ }).click();
    await form.getByRole("button", { name: "Close as lost" }).click();
    await expect_(async () => (await service.as("rep").read("opportunity", "opportunity-kestrel-rollout")).status).toBe("lost");
    expect(await service.as("rep").read("opportunity", "opportunity-kestrel-rollout")).toMatchObject({ reason: "outSold", actualValue: 0 });
    await sound(stage);
    await button(pane, "Reopen").click();
    await expect_(async () => (await service.as("rep").read("opportunity", "opportunity-kestrel-rollout")).status).toBe("open");
    expect((await service.as("rep").timeline("opportunity", "opportunity-kestrel-rollout")).entries.filter(entry => entry.record.kind === "opportunityClose")).toHaveLength(1);
    await sound(stage);
  });

  it("shows the day when no message is selected", async () => {
    const pane = await open(undefined);
    await pane.getByText("My day").first().waitFor();
    await pane.getByText("Overdue").first().waitFor();
    await sound(stage);
  });

  it("finds a record by a few letters, and opens it", async () => {
    const pane = await open(undefined);
    await pane.getByRole("searchbox").first().fill("northforge");
    await stage.page.keyboard.press("Enter");
    await pane.getByRole("button", { name: /Northforge Chemicals/ }).first().click();
    await pane.getByRole("heading", { name: "Northforge Chemicals" }).waitFor();
    await sound(stage);
  });

  it("warns of a duplicate before the lead is saved, and offers who is there", async () => {
    await service.as("rep").create("contact", { firstName: "Imogen", lastName: "Thackeray", email: "ithackeray@elsewhere.example" });
    const pane = await open("Enquiry: 14 electromagnetic flow meters for caustic service");
    await button(pane, "Create lead").click();
    await pane.getByText("Maybe you have them already").waitFor();
    await sound(stage);
  });
});

/** Asks again until the answer is as expected, or the test's time is up. */
function expect_<T>(ask: () => Promise<T>) {
  return { toBe: async (wanted: T) => { for (;;) { if (await ask() === wanted) return; await stage.page.evaluate(() => new Promise(next => requestAnimationFrame(next))); } } };
}
