import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { tick } from "../../server/clockwork.ts";
import type { Service } from "../server/service.kit.ts";
import { withCompany } from "./service.ts";
import { sound } from "./sound.ts";
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
    /** The page of a record, read anew; a quote goes by its number too. */
    seek: async (title: string) => { const name = new RegExp(`^(Q-\\d+ )?${title}`); await pane.getByRole("button", { name: "My day", exact: true }).click(); await pane.getByRole("searchbox").first().fill(title); await pane.getByRole("button", { name }).first().click(); await pane.getByRole("heading", { name, level: 1 }).waitFor(); },
    /** A button that stands on the page or under “More”. */
    act: async (name: string) => {
      const button = pane.getByRole("button", { name, exact: true }), more = pane.getByRole("button", { name: "More", exact: true });
      await button.or(more).first().waitFor();
      if (await button.count()) await button.first().click(); else { await more.click(); await pane.getByRole("menuitem", { name }).click(); }
    },
    send: (name: string) => pane.locator("form").getByRole("button", { name, exact: true }).click(),
    heading: (name: string | RegExp) => pane.getByRole("heading", { name, level: 1 }).waitFor(),
    says: (words: string | RegExp) => pane.getByText(words).first().waitFor(),
  };
}

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
    await sound(stage);

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
    await sound(stage);
    expect(await service.as("rep").read("lead", "lead-freja-lindqvist")).toMatchObject({ status: "qualified", need: "must", budgetStatus: "willBuy" });
    expect((await service.as("rep").list("opportunity", { text: "biogas", status: "open" })).total).toBe(1);
  });
});

/** The clock's work, with the mails that leave the house. */
function works() {
  const mails: { to: string[]; subject: string; text: string }[] = [];
  return { mails, tick: () => tick({ store: service.store, now: () => new Date(), ways: { mail: { send: async (_id, { to, subject, text }) => { mails.push({ to, subject, text }); } } } }) };
}
const manager = () => service.as("manager"), rep = () => service.as("rep");

describe("journey 1: a lead out of the mail of somebody unknown", () => {
  it("comes with e-mail and source, is not saved without them, and has its first task at once", async () => {
    const { tick: work } = works(), { press, says, pane } = await open({ item: "Enquiry: 14 electromagnetic flow meters for caustic service" });
    await press("Create lead");
    const email = pane.getByRole("textbox", { name: /^E-mail/ }), address = await email.inputValue();
    expect(address).toContain("@");
    await email.fill("");
    await press("Save lead");
    await says("A lead needs an e-mail address");
    await email.fill(address);
    await press("Save lead");
    await says("Lead created");
    expect(await pane.locator(".truth").count()).toBe(1);
    await work();
    await press(/^Open /);
    await press("Show what 1 automation did");
    await says("First contact with a new lead");
    expect((await rep().list("activity", { kind: "task", owner: "me", text: "contact the prospect" })).records).toMatchObject([{ priority: "high", status: "open" }]);
    await sound(stage);
  });
});

describe("journey 7: winning with the manager's word", () => {
  it("waits, is allowed in the manager's own pane, and tells the team once, with customer and value", async () => {
    const { tick: work, mails } = works(), mine = await open({ item: "Level sensors for the Dartmouth reservoirs – price by Friday?" });
    await mine.press(/^Radar roll-out/);
    await mine.press("Close as won");
    await mine.pane.locator("form").getByRole("button", { name: "Close as won" }).click();
    await mine.says(/not done yet, it waits for approval by Marta Keller/);
    await sound(stage);
    const theirs = await open({ as: "manager" });
    await theirs.press("My day");
    await theirs.says("Waiting for your approval");
    await theirs.press("Approve");
    await theirs.pane.getByRole("textbox", { name: /Comment/ }).fill("Bravo");
    await theirs.press("Approve");
    await theirs.says(/Approved: Close as won/);
    await sound(stage);
    await work(); await work();
    expect((await rep().read("opportunity", "opportunity-kestrel-rollout")).status).toBe("won");
    const told = mails.filter(mail => mail.subject.startsWith("Won:"));
    expect(told).toHaveLength(1);
    expect(told[0]!.text).toMatch(/Customer: Kestrel[^\n]*\nValue: 22,420/);
  });
});

describe("journey 11: the ways of a car-parts supplier", () => {
  it("are installed with one act, lead from contact to the quote that the customer accepts or refuses, and refuse to skip", async () => {
    const boss = await open({ as: "admin" });
    await boss.press("Menu");
    await boss.pane.getByRole("menuitem", { name: "Company's ways" }).click();
    await boss.press("Install: Car-parts supplier");
    await boss.says("“Car-parts supplier” is installed");
    await sound(stage);
    const account = await rep().create("account", { name: "Garage Nord" }), deal = await rep().create("opportunity", { name: "Brake discs", account: account.id, customerNeed: "400 a month", closeDate: "2030-12-10" });
    const { press, says, pane, seek, act, send, pick } = await open();
    await seek("Brake discs");
    await press("Next: Quote");
    await says("Before the next stage, this is still missing:");
    expect(stage.errors.splice(0)).toEqual([expect.stringContaining("422")]); // refused by the service
    await pane.getByRole("checkbox", { name: "Met the customer" }).click();
    await says("Met the customer: done");
    await press("Next: Quote");
    await says("Stage is now Quote");
    expect(await rep().read("opportunity", deal.id)).toMatchObject({ processStage: "quote", probability: 60, stepsDone: ["met"] });
    await pane.getByRole("checkbox", { name: "Quote sent" }).click();
    await says("Quote sent: done");
    await press("Next: Decision");
    await says("Stage is now Decision");
    const lost = await rep().create("opportunity", { name: "Clutch kits", account: account.id, customerNeed: "40", closeDate: "2030-12-10" });
    await rep().update("opportunity", lost, { stepsDone: ["met", "quoted"], processStage: "decision" });
    for (const one of [deal, lost]) await rep().act("quote", await rep().create("quote", { name: `Offer of ${one.name as string}`, account: account.id, opportunity: one.id, lines: [{ writeIn: "Parts", quantity: 400, price: 20 }] }), "activate");
    await seek("Offer of Brake discs");
    await act("Win");
    await pane.getByText("Close the opportunity as won", { exact: true }).click();
    await send("Win");
    await says(/^Win: done|^Win$/);
    const { records: [asked] } = await manager().list("approval", { on: `opportunity/${deal.id}`, status: "pending" });
    await manager().act("approval", asked!, "allow");
    await seek("Brake discs");
    await says("Won");
    await seek("Offer of Clutch kits");
    await act("Close");
    await pick(/Status reason/, "Lost");
    await pick(/Close the opportunity as/, "Out-sold");
    await send("Close");
    await seek("Clutch kits");
    await says("Lost");
    await sound(stage);
    expect(await Promise.all([deal, lost].map(async one => (await rep().read("opportunity", one.id)).status))).toEqual(["won", "lost"]);
  });
});

describe("journey 12: the ways of a software house", () => {
  it("have the response approved before it is sent, which is then accepted or refused", async () => {
    await service.send("/api/packs/software-house/install", { method: "POST", body: "{}" }, "admin");
    const account = await rep().create("account", { name: "City of Halden" }), deal = await rep().create("opportunity", { name: "Citizen portal", account: account.id, closeDate: "2030-12-18", customerNeed: "Forms online" });
    const { press, says, pane, seek, act, send, pick } = await open();
    await seek("Citizen portal");
    await press("Next: Response");
    await pane.getByRole("checkbox", { name: "Response written" }).click();
    await says("Response written: done");
    await press("Next: Approve and send");
    await says("Stage is now Approve and send");
    await act("Present the proposal");
    await says(/waits for approval by Marta Keller/);
    const allow = async (id: string) => { const { records: [asked] } = await manager().list("approval", { on: `opportunity/${id}`, status: "pending" }); await manager().act("approval", asked!, "allow"); };
    await allow(deal.id);
    expect(await rep().read("opportunity", deal.id)).toMatchObject({ presentedOn: new Date().toISOString().slice(0, 10), processStage: "sending" });
    await seek("Citizen portal");
    await press("Next: Decision");
    await says("Stage is now Decision");
    await act("Close as won");
    await send("Close as won");
    await says(/waits for approval by Marta Keller/);
    await allow(deal.id);
    await seek("Citizen portal");
    await says("Won");
    const other = await rep().create("opportunity", { name: "Museum site", account: account.id, closeDate: "2030-12-18", customerNeed: "Tickets" });
    await rep().act("opportunity", await rep().update("opportunity", other, { stepsDone: ["written"], processStage: "sending" }), "present");
    await allow(other.id);
    await rep().update("opportunity", await rep().read("opportunity", other.id), { processStage: "decision" });
    await seek("Museum site");
    await act("Close as lost");
    await pick(/Status reason/, "Out-sold");
    await send("Close as lost");
    await says("Lost");
    await sound(stage);
    expect(await Promise.all([deal, other].map(async one => (await rep().read("opportunity", one.id)).status))).toEqual(["won", "lost"]);
  });
});
