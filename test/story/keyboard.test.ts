import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Service } from "../server/service.kit.ts";
import { hands, sitDown } from "./hands.ts";
import { withCompany } from "./service.ts";
import { closeBrowser, openStage, type Stage, type Wanted } from "./stage.ts";

let service: Service, stage: Stage, addin: Wanted["addin"];
beforeAll(async () => { ({ service, addin } = await withCompany()); });
afterEach(async () => { await stage?.close(); });
afterAll(async () => { await service.close(); await closeBrowser(); });

const open = async (wanted: Wanted = {}) => { stage = await openStage({ addin, pane: "/taskpane.html", width: 350, item: "none", ...wanted }); return sitDown(stage); };
const rep = () => service.as("rep");

describe("without a mouse, though Microsoft's library takes Tab over", () => {
  it("goes through menu and list to a lead, and qualifies it", async () => {
    const { pane, press, menu, tabTo, keyboard, heading, kept, heard, isHeard, on } = await open();
    await press("Menu");
    await pane.locator("[role=menuitem]:focus").waitFor();
    await keyboard.press("Escape");
    await pane.getByRole("menuitem").first().waitFor({ state: "detached" });
    expect(await on()).toBe("Menu");
    await keyboard.press("Shift+Tab");
    await menu("Leads");
    await heading(/^Leads/);
    await tabTo(/^Aoife Brannigan/);
    while (!/Sofia Lindahl/.test(await on())) await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await heading("Sofia Lindahl");
    await heard();
    await press("Qualify");
    await pane.getByText("Account “Havrevik Foods” is created").waitFor();
    expect(await tabTo("Qualify")).toEqual([expect.stringMatching(/^Create “Havrevik Foods”/), expect.stringMatching(/Sofia Lindahl/), expect.stringMatching(/^Create opportunity/), "Qualify"]); // two groups of radio buttons are two stops
    await keyboard.press("Enter");
    await isHeard("Qualify: done");
    await kept();
    expect(await tabTo("Open opportunity")).not.toContain("");
    expect((await heard()).filter(one => one.includes("Qualify"))).toEqual(["Qualify: done"]);
    await press("Undo");
    await isHeard("Taken back");
    await kept();
    await press("Back", "Enter", "Shift+Tab");
    await heading(/^Leads/);
    await pane.waitForFunction(() => document.activeElement?.textContent?.includes("Sofia Lindahl")); // where the list was left
    expect(stage.errors).toEqual([]);
  }, 60_000);

  it("finds a deal while it types, wins it and opens it again", async () => {
    const { pane, press, keyboard, heading, kept, isHeard, heard, tabTo, on } = await open({ as: "manager" });
    await press("Search records", "b");
    await keyboard.type("atch dosnig"); // two letters changed places
    await pane.getByRole("button", { name: /^Batch dosing/ }).waitFor();
    await keyboard.press("ArrowDown");
    expect(await on()).toMatch(/^Batch dosing/);
    await keyboard.press("Enter");
    await heading(/^Batch dosing/);
    await heard();
    for (const round of [1, 2]) {
      await press("Close as won");
      await pane.getByRole("textbox", { name: "Actual revenue" }).waitFor();
      await tabTo("Description");
      await keyboard.type(`Round ${round}`);
      await press("Close as won");
      await isHeard("Close as won: done");
      await kept();
      await press("Reopen");
      await isHeard("Reopen: done");
      await kept();
      expect(await heard()).toEqual(["Close as won: done", "Reopen: done"]);
    }
    await press("Close as lost");
    await tabTo(/^Status reason/);
    await keyboard.press("Enter");
    await pane.getByRole("option", { name: "Out-sold" }).waitFor();
    while (!await pane.locator("[role=option]:focus", { hasText: "Out-sold" }).count()) await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await tabTo(/^Competitor/);
    await keyboard.type("Vantor");
    await pane.getByRole("option", { name: /Vantor Flow/ }).waitFor();
    await keyboard.press("Enter");
    await pane.getByText("Vantor Flow").first().waitFor();
    await press("Cancel");
    await kept();
    expect(stage.errors).toEqual([]);
  }, 60_000);

  it("leads a guided conversation, goes back in it, and leaves it for later", async () => {
    const { pane, press, keyboard, heading, kept, heard, tabTo, on } = await open({ item: "Re: Biogas analyser – data sheet" });
    await press("Start: First call with a lead");
    await heading("The call");
    await tabTo(/Yes|Did you reach/);
    await keyboard.press("Space");
    await keyboard.press("ArrowDown");
    await keyboard.press("ArrowUp");
    expect(await pane.getByRole("radio", { name: "Yes" }).isChecked()).toBe(true);
    await press("Next");
    await heading("Need and money");
    await kept();
    expect(await on()).toBe("Need and money"); // the new page's heading, so that it is read
    await press("Previous page");
    await heading("The call");
    await press("Next");
    await heading("Need and money");
    await press("Next");
    await pane.locator(".fault, [role=alert]").first().waitFor();
    expect(await on()).toBe("Must have"); // the first answer that is missing
    await press("Continue later");
    await kept();
    expect((await heard()).filter(one => one === "Continue later")).toHaveLength(1);
    expect(stage.errors).toEqual([]);
  }, 60_000);

  it("turns a quote into an order, by way of the menu of its acts", async () => {
    const account = (await rep().list("account", { text: "northforge" })).records[0]!;
    await rep().act("quote", await rep().create("quote", { name: "Dosing skid", account: account.id, lines: [{ writeIn: "Skid", quantity: 1, price: 20 }] }), "activate");
    const { pane, press, keyboard, heading, kept, isHeard, heard, tabTo, on } = await open();
    await press("Search records", "d");
    await keyboard.type("osing skid");
    await pane.getByRole("button", { name: /Dosing skid/ }).waitFor();
    await tabTo(/Dosing skid/);
    await keyboard.press("Enter");
    await heading(/Dosing skid/);
    await heard();
    await press("More");
    await pane.getByRole("menuitem", { name: "Share" }).waitFor();
    await keyboard.press("Escape");
    await pane.getByRole("menuitem").first().waitFor({ state: "detached" });
    expect(await on()).toBe("More");
    await press("Create order", "Enter", "Shift+Tab");
    await pane.locator("form").getByRole("button", { name: "Create order" }).waitFor();
    await press("Create order");
    await isHeard("Create order: done");
    await kept();
    await press(/^Order O-/);
    await heading(/^O-\d+ Dosing skid/);
    await kept();
    expect(await heard()).toEqual(["Create order: done"]);
    await keyboard.press("Shift+Tab");
    await tabTo("Back", "Shift+Tab");
    await keyboard.press("Enter");
    await heading(/^Q-\d+ Dosing skid/);
    await kept();
    expect(stage.errors).toEqual([]);
  }, 60_000);

  it("works in the wide window: a list that stays, the record beside it, and both within reach", async () => {
    const { pane, menu, keyboard, kept, tabTo, on, heard, isHeard } = await open({ width: 1000 });
    await menu("Opportunities");
    await pane.getByRole("button", { name: /Batch dosing|Radar/ }).first().waitFor();
    await tabTo(/^Batch dosing|^Radar roll-out/);
    while (!/^Batch dosing/.test(await on())) await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await pane.getByRole("heading", { name: /Batch dosing/, level: 1 }).waitFor();
    await isHeard("Batch dosing, pigment slurry is shown beside the list");
    expect(await on()).toMatch(/^Batch dosing/); // still in the list, where the next arrow goes on
    await keyboard.press("ArrowDown");
    const next = await on();
    expect(next).not.toMatch(/^Batch dosing/);
    await keyboard.press("ArrowUp");
    expect(await tabTo("Close as won")).not.toContain(next); // the whole list is one stop
    await tabTo(/^Batch dosing/, "Shift+Tab");
    await kept();
    expect((await heard()).filter(one => one.includes("Batch dosing"))).toHaveLength(1);
    expect(stage.errors).toEqual([]);
  }, 60_000);

  it("attaches literature to a mail that is being written, takes it off, attaches it again and sends it", async () => {
    await open({ item: "Level sensors for the Dartmouth reservoirs – price by Friday?" });
    const front = ".workspace:not([hidden])", { keyboard: keys } = stage.page;
    await stage.page.focus(".send.new");
    await keys.press("Enter");
    await stage.page.focus(`${front} .typing >> nth=0`);
    await keys.type("camille.gagnon@kestrelbaywater.example");
    await keys.press("Enter");
    const pane = await stage.pane();
    await pane.getByRole("checkbox", { name: "Choose LR-220 data sheet" }).waitFor();
    const { press, kept, heard, isHeard, tabTo } = await hands(stage, pane), attached = () => stage.outlook(({ desk }) => desk.front!.files.map(file => file.name));
    await stage.page.focus(`${front} .side .close`);
    await press("Choose LR-220 data sheet", "Space");
    await press("Attach 1 file");
    await isHeard("Attached");
    await kept();
    expect(await attached()).toEqual(["LR-220 data sheet.pdf"]);
    await press("Undo", "Enter", "Shift+Tab");
    await isHeard("taken off");
    await kept();
    expect(await attached()).toEqual([]);
    expect(await heard()).toEqual(["Attached LR-220 data sheet.pdf", "LR-220 data sheet.pdf taken off"]);
    await press("Choose LR-220 data sheet", "Space");
    await press("Attach 1 file");
    await isHeard("Attached");
    await tabTo("Menu", "Shift+Tab"); // and out of the pane the way one came
    await stage.page.focus(`${front} .ribbon .send`);
    await keys.press("Enter");
    await stage.page.waitForFunction(() => window.outlook.desk.sent.some(one => one.attachments.some(file => file.name === "LR-220 data sheet.pdf")));
    expect(stage.errors).toEqual([]);
  }, 60_000);

  it("ticks a step of a stage, asks for the manager's word, and the manager gives it out of their day", async () => {
    const mine = await open({ item: "Level sensors for the Dartmouth reservoirs – price by Friday?" });
    await mine.press(/^Radar roll-out/);
    await mine.heading(/^Radar roll-out/);
    await mine.press("Sales team identified", "Space");
    await mine.isHeard("Sales team identified: done");
    await mine.kept();
    await mine.press("Close as won");
    await mine.pane.locator("form").getByRole("button", { name: "Close as won" }).waitFor();
    await mine.press("Close as won");
    await mine.isHeard("waits for approval by Marta Keller");
    await mine.kept();
    expect((await rep().read("opportunity", "opportunity-kestrel-rollout")).teamIdentified).toBe(true);
    expect(stage.errors).toEqual([]);
    await stage.close();
    const theirs = await open({ as: "manager" });
    await theirs.press("My day");
    await theirs.says("Waiting for your approval");
    await theirs.press("Approve");
    await theirs.pane.getByRole("textbox", { name: /Comment/ }).waitFor();
    await theirs.pane.waitForFunction(() => document.activeElement!.matches("textarea, input")); // in the form that has opened
    await theirs.keyboard.type("Bravo");
    await theirs.press("Approve");
    await theirs.isHeard("Approved: Close as won");
    await theirs.kept();
    expect((await rep().read("opportunity", "opportunity-kestrel-rollout")).status).toBe("won");
    expect(stage.errors).toEqual([]);
  }, 60_000);
});
