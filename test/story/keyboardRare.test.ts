import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Service } from "../server/service.kit.ts";
import { sitDown } from "./hands.ts";
import { withCompany } from "./service.ts";
import { closeBrowser, openStage, type Stage, type Wanted } from "./stage.ts";

let service: Service, stage: Stage, addin: Wanted["addin"];
beforeAll(async () => { ({ service, addin } = await withCompany()); });
afterEach(async () => { await stage?.close(); });
afterAll(async () => { await service.close(); await closeBrowser(); });

const open = async (as: "manager" | "admin" | "rep") => { stage = await openStage({ addin, pane: "/taskpane.html", width: 350, item: "none", as }); return sitDown(stage); };
const rep = () => service.as("rep"), manager = () => service.as("manager"), admin = () => service.as("admin");

describe("without a mouse, what is done once a month", () => {
  it("takes leads in from a file: chosen, a column told what it means, rehearsed, imported, taken back", async () => {
    const { pane, menu, press, choose, heading, kept, isHeard, says, heard, on } = await open("manager");
    await menu("Leads");
    await heading(/^Leads/);
    await press("Import");
    await heading("Import leads");
    const [chooser] = await Promise.all([stage.page.waitForEvent("filechooser"), press("Choose a file")]);
    await chooser.setFiles({ name: "fair.csv", mimeType: "text/csv", buffer: Buffer.from("topic,lastname,emailaddress1,leadsourcecode,Firm\nMixer,Ostrander,ostrander@wexbury.example,Web,Wexbury\nPump,Quayle,quayle@wexbury.example,Web,Wexbury\n") });
    await says("1 column not recognised");
    await kept();
    await choose(/^Firm/, "Company");
    await pane.getByText("1 column not recognised").waitFor({ state: "detached" });
    await says("2 new");
    expect(await on()).toMatch(/^Firm/); // where the next column would be told
    await kept();
    await press("Import 2 records");
    await isHeard("2 records imported");
    await kept();
    const found = async () => (await manager().list("lead", { text: "wexbury" })).records.map(({ lastName, company }) => `${String(lastName)}, ${String(company)}`).sort();
    expect(await found()).toEqual(["Ostrander, Wexbury", "Quayle, Wexbury"]);
    await press("Undo");
    await isHeard("Taken back");
    await kept();
    expect(await found()).toEqual([]);
    expect(await heard()).toEqual(["2 new", "2 new", "2 records imported", "Taken back"]);
    expect(stage.errors).toEqual([]);
  }, 60_000);

  it("changes the company's ways: moves a step of a stage, tries it, saves it, switches a rule off, and walks through a conversation that asks otherwise", async () => {
    const { pane, menu, press, pick, tabTo, on, keyboard, heading, kept, isHeard, says } = await open("admin");
    await menu("Company's ways");
    await press("A lead has an e-mail address and a source", "Space"); // its switch
    await isHeard("“A lead has an e-mail address and a source” is off");
    await kept();
    await press("Undo", "Enter", "Shift+Tab");
    await isHeard("Taken back");
    await press(/^Lead to opportunity/);
    await heading("Lead to opportunity");
    await press("Edit");
    await press(/^3.*Develop/);
    await pane.getByRole("button", { name: /Proposed solution/ }).first().waitFor();
    await press("Move row 2 up");
    await pane.waitForFunction(() => /Proposed solution/.test(document.activeElement!.textContent!)); // on what was moved
    await press("Try it on past records");
    await says(/would be touched/);
    await kept();
    await press(/^Save /);
    await isHeard("Saved");
    await kept();
    const { stages } = await admin().read("process", "process-lead-to-opportunity") as unknown as { stages: { key: string; steps: { field: string }[] }[] };
    expect(stages.find(one => one.key === "develop")!.steps.map(one => one.field).slice(0, 2)).toEqual(["proposedSolution", "customerNeed"]);

    await press("Back", "Enter", "Shift+Tab");
    await heading("Company's ways");
    await press(/^First call with a lead/);
    await heading("First call with a lead");
    await press("Edit");
    await press(/^1.*The call/);
    await press(/^1.*Did you reach/);
    await tabTo("Message · English");
    await keyboard.press("ControlOrMeta+A");
    await keyboard.type("Did they answer?");
    await pick(/^On which lead/, "Freja", /Freja/);
    await press("Walk through it");
    await pane.getByRole("radiogroup", { name: /Did they answer/ }).waitFor();
    expect(await on()).toBe("The call"); // the page that is asked
    await press(/^Save /);
    await isHeard("Saved");
    await kept();
    expect(JSON.stringify((await admin().read("dialog", "dialog-first-call")).steps)).toContain("Did they answer?");
    expect(stage.errors).toEqual([]);
  }, 60_000);

  it("makes two accounts one, shares it with a colleague and hands it on", async () => {
    const first = await rep().create("account", { name: "Wexbury Mills", city: "Leeds", email: "office@wexbury.example" }), second = await rep().create("account", { name: "Wexbury Mills", city: "York", phone: "+44 113 496 0000" });
    const { pane, press, pick, act, tabTo, on, keyboard, heading, kept, isHeard, heard } = await open("rep");
    await press("Search records", "w");
    await keyboard.type("exbury");
    await pane.getByRole("button", { name: /^Wexbury Mills.*York/ }).waitFor();
    await tabTo(/^Wexbury Mills.*York/);
    await keyboard.press("Enter");
    await heading("Wexbury Mills");
    await heard();
    await act("Merge into another");
    await press(/^Wexbury Mills.*Leeds/);
    await tabTo("Leeds"); // the city of the one that stays
    await keyboard.press("ArrowDown"); // that of the other
    expect(await on()).toBe("York");
    await press("Merge");
    await isHeard("Merged into “Wexbury Mills”");
    await kept();
    expect([await rep().read("account", first.id), await rep().read("account", second.id)]).toMatchObject([{ city: "York", phone: "+44 113 496 0000" }, { mergedInto: first.id }]);
    await press("Open Wexbury Mills");
    await pane.getByText("office@wexbury.example").first().waitFor();
    await act("Share");
    await pick(/^User or team/, "陈雨", /陈雨桐/);
    await press("Share");
    await isHeard("Share: done");
    await kept();
    await act("Assign");
    await pick(/^Owner/, "陈雨", /陈雨桐/);
    await press("Assign");
    await isHeard("Assign: done");
    await kept();
    expect(await rep().read("account", first.id)).toMatchObject({ owner: "rep2" });
    expect(stage.errors).toEqual([]);
  }, 60_000);
});
