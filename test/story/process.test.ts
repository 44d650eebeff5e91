import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Service } from "../server/service.kit.ts";
import { withCompany } from "./service.ts";
import { closeBrowser, openStage, type Stage } from "./stage.ts";

let service: Service, stage: Stage, addin: NonNullable<Parameters<typeof openStage>[0]>["addin"];
beforeEach(async () => { ({ service, addin } = await withCompany()); });
afterEach(async () => { await stage?.close(); await service.close(); });
afterAll(closeBrowser);

/** The pane of one person at 320 px, and the ways through it. */
async function open(more: Parameters<typeof openStage>[0] = {}) {
  await stage?.close();
  stage = await openStage({ addin, pane: "/taskpane.html", width: 320, item: "none", ...more });
  const pane = await stage.pane();
  return {
    pane,
    press: (name: string | RegExp) => pane.getByRole("button", { name, exact: true }).first().click(),
    choose: (question: string | RegExp, answer: string) => pane.getByRole("radiogroup", { name: question }).getByText(answer, { exact: true }).click(),
    pick: async (box: string | RegExp, option: string | RegExp) => { await pane.getByRole("combobox", { name: box }).first().click(); await pane.getByRole("option", { name: option }).first().click(); },
    heading: (name: string | RegExp) => pane.getByRole("heading", { name, level: 1 }).waitFor(),
    says: (words: string | RegExp) => pane.getByText(words).first().waitFor(),
  };
}
const sound = async () => {
  await (await stage.pane()).evaluate(() => Promise.all(document.getAnimations().map(one => one.finished)));
  const axe = await new AxeBuilder({ page: stage.page }).include("iframe.addin.pane").analyze();
  expect(axe.violations.map(one => [one.id, ...one.nodes.map(node => node.html)])).toEqual([]);
  expect(stage.foreign).toEqual([]);
  expect(stage.errors).toEqual([]);
};

describe("journey 4: a guided conversation beside the mail", () => {
  it("is begun from the mail, gone back in, left, taken up in another Outlook, and qualifies the lead at its end", async () => {
    const mail = await open({ item: "Re: Biogas analyser – data sheet" });
    await mail.press("Start: First call with a lead");
    await mail.heading("The call");
    await mail.choose(/Did you reach/, "Yes");
    await mail.press("Next");
    await mail.heading("Need and money");
    await mail.press("Previous page");
    await mail.heading("The call");
    expect(await mail.pane.getByRole("radio", { name: "Yes" }).isChecked()).toBe(true);
    await mail.press("Next");
    await mail.choose(/How much do they need it/, "Must have");
    await mail.pick(/Is there a budget/, "Will buy");
    await mail.press("Next");
    await mail.heading("Time and people");
    await sound();

    const later = await open();
    await later.press("My day");
    await later.press(/^First call with a lead/);
    await later.heading("Time and people");
    await later.choose(/When do they want/, "Immediately");
    await later.choose(/decision maker/, "Yes");
    await later.press("Next");
    await later.choose(/Qualify this lead now/, "Yes");
    await later.press("Next");
    await later.says("The lead is qualified.");
    await later.says("Must have");
    await sound();
    expect(await service.as("rep").read("lead", "lead-freja-lindqvist")).toMatchObject({ status: "qualified", need: "must", budgetStatus: "willBuy" });
    expect((await service.as("rep").list("opportunity", { text: "biogas", status: "open" })).total).toBe(1);
  });
});
