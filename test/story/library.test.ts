import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Frame } from "playwright-core";
import type { Service } from "../server/service.kit.ts";
import { withCompany } from "./service.ts";
import { sound } from "./sound.ts";
import { closeBrowser, openStage, type Stage } from "./stage.ts";

const level = "Level sensors for the Dartmouth reservoirs – price by Friday?", front = ".workspace:not([hidden])";
let service: Service, stage: Stage, pane: Frame;
beforeAll(async () => {
  const company = await withCompany();
  service = company.service;
  stage = await openStage({ addin: company.addin, pane: "/taskpane.html", item: level, as: "manager" });
  stage.page.setDefaultTimeout(15_000);
  pane = await stage.pane();
  await pane.getByRole("button", { name: "Menu" }).click();
  await pane.getByRole("menuitem", { name: "Library" }).click();
  await pane.getByRole("button", { name: /^LR-220 data sheet/ }).waitFor();
});
afterAll(async () => { await stage?.close(); await service?.close(); await closeBrowser(); });

/** Lets a file fall on an element of the pane. */
const drop = async (on: string, name: string, words: string) => {
  const data = await pane.evaluateHandle(([called, text]) => { const made = new DataTransfer(); made.items.add(new File([`%PDF-1.4\n% ${text!}\n%%EOF\n`], called!, { type: "application/pdf" })); return made; }, [name, words]);
  await pane.locator(on).first().dispatchEvent("drop", { dataTransfer: data });
};

describe("the library, through Microsoft's library", () => {
  it("takes a file that is dropped, says what it is, and takes it back", async () => {
    await drop(".drop", "Cable_plan.pdf", "plan");
    const form = pane.getByRole("form", { name: "Cable_plan.pdf" });
    await form.getByText("Cable_plan.pdf: 100 %").waitFor();
    expect(await form.getByLabel("Title").inputValue()).toBe("Cable plan");
    await form.getByLabel("Subject").fill("Level");
    await form.getByLabel("May be sent until").fill("2031-05-01");
    await sound(stage);
    await form.getByRole("button", { name: "Add to library" }).click();
    await pane.locator(".truth", { hasText: "Cable plan added" }).waitFor();
    await pane.getByRole("button", { name: "For us only", exact: true }).click();
    await pane.getByRole("button", { name: /^Cable plan for us only/ }).waitFor();
    await pane.locator(".truth").getByRole("button", { name: "Undo" }).click();
    await pane.locator(".truth", { hasText: "Taken back" }).waitFor();
    await pane.getByRole("button", { name: /^Cable plan/ }).waitFor({ state: "detached" });
  });

  it("makes a file dropped on a piece its new version, and brings it to those who have an older one", async () => {
    await pane.getByRole("button", { name: "All", exact: true }).click();
    await drop(".shelf li:has-text('LR-220 data sheet')", "LR-220 data sheet.pdf", "third edition");
    await pane.locator(".truth", { hasText: "LR-220 data sheet has a new version" }).waitFor();
    await pane.getByRole("button", { name: "4 people have an older one" }).click();
    const who = pane.getByRole("region", { name: "Who has it" });
    await who.getByText("older version").nth(3).waitFor();
    await pane.getByRole("button", { name: "2 earlier versions" }).click();
    const [file] = await Promise.all([stage.page.waitForEvent("download"), pane.getByRole("button", { name: /^Download/ }).last().click()]);
    expect(file.suggestedFilename()).toBe("LR-220 data sheet.pdf");
    await sound(stage);
    await who.getByRole("checkbox", { name: "Send it to Xaver Brandl" }).uncheck();
    await who.getByRole("button", { name: "Send the new version to 3 people" }).click();
    await stage.page.locator(`${front} .ribbon .send`).waitFor();
    const draft = await stage.outlook(({ desk }) => ({ to: desk.front!.to.length, blind: desk.front!.bcc.map(one => one.address).sort(), subject: desk.front!.subject, html: desk.front!.html }));
    expect(draft).toMatchObject({ to: 0, blind: ["camille.gagnon@kestrelbaywater.example", "isla.dunmore@aldermoor.example", "stewart.kinloch@kestrelbaywater.example"], subject: "New version: LR-220 data sheet" });
    const [link] = /https?:\/\/[^"<]+\/get\/[\w-]{32}/.exec(draft.html)!;
    expect(await (await fetch(link.replace(/^https?:\/\/[^/]+/, service.base))).text()).toContain("third edition");
    await stage.page.click(`${front} .ribbon .send`);
    await stage.page.waitForFunction(() => window.outlook.desk.sent.some(one => one.subject.startsWith("New version")));
    const { recipients } = await (await service.send("/api/library/literature-lr220-sheet/recipients")).json() as { recipients: { to: string; current: boolean }[] };
    expect(recipients.filter(one => !one.current).map(one => one.to)).toEqual([expect.stringMatching(/^x\.brandl@/)]);
    expect(stage.errors).toEqual([]);
  });
});
