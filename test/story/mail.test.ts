import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Frame } from "playwright-core";
import type { Service } from "../server/service.kit.ts";
import { withCompany } from "./service.ts";
import { sound } from "./sound.ts";
import { hands } from "./hands.ts";
import { closeBrowser, openStage, type Stage } from "./stage.ts";

const enquiry = "Enquiry: 14 electromagnetic flow meters for caustic service", known = "Level sensors for the Dartmouth reservoirs – price by Friday?", order = "PO 4500081733 – pressure transmitters";
let service: Service, stage: Stage, addin: NonNullable<Parameters<typeof openStage>[0]>["addin"];
beforeEach(async () => { ({ service, addin } = await withCompany()); });
afterEach(async () => { await stage?.close(); await service.close(); });
afterAll(closeBrowser);

/** The pane beside the message of this subject. */
async function open(subject: string | undefined, wanted: Parameters<typeof openStage>[0] = {}): Promise<Frame> {
  stage = await openStage({ addin, pane: wanted.door === "demo" ? "/demo.html" : "/taskpane.html", ...wanted });
  await stage.select(subject);
  return stage.pane();
}
const button = (pane: Frame, name: string | RegExp) => pane.getByRole("button", { name });
/** The line of truth that says what was done. */
const done = (pane: Frame, words: string) => pane.locator(".truth", { hasText: words }).first().waitFor();

describe.each(["office", "demo"] as const)("beside a mail, through the %s door", door => {
  it("turns an unknown sender into a saved lead in two actions, and takes it back", async () => {
    const pane = await open(enquiry, { door });
    await pane.getByText("Imogen Thackeray").first().waitFor();
    await button(pane, "Create lead").click();
    expect(await pane.getByLabel("Last name").inputValue()).toBe("Thackeray");
    expect(await pane.getByLabel("Company").inputValue()).toBe("Calder & Voss Engineering Ltd");
    await sound(stage);
    await button(pane, "Save lead").click();
    await done(pane, "Lead created");
    const { records } = await service.as("manager").list("lead", { lastName: "thackeray" });
    expect(records).toMatchObject([{ firstName: "Imogen", lastName: "Thackeray", company: "Calder & Voss Engineering Ltd", email: "imogen.thackeray@caldervoss.example", owner: "rep", status: "open" }]);
    const message = await stage.page.evaluate(wanted => window.outlook.desk.messages.find(one => one.subject === wanted)!.internetMessageId, enquiry);
    expect((await service.as("rep2").known({ internetMessageId: message, from: { name: "", address: "" }, to: [], cc: [] })).logged).toMatchObject([{ by: "rep", byName: "Robin Sommer" }]);
    await pane.locator(".truth", { hasText: "Lead created" }).getByRole("button", { name: "Undo" }).click();
    await button(pane, "Create lead").waitFor();
    expect((await service.as("manager").list("lead", { lastName: "thackeray" })).total).toBe(0);
    await sound(stage);
  });

  it("shows a known contact with the open deals, logs the mail there, and tells a colleague who did", async () => {
    const pane = await open(known, { door });
    await pane.getByText("Radar roll-out, 22 LR-220 with 15 m cable").first().waitFor();
    await button(pane, /^Log to Radar roll-out/).click();
    await pane.getByText(/Logged by you/).waitFor();
    expect(await pane.getByText(/Logged by Robin Sommer/).count()).toBe(0);
    await sound(stage);
    await stage.close();
    const theirs = await open(known, { door, as: "manager" });
    await theirs.getByText(/Logged by Robin Sommer/).waitFor();
    await theirs.getByText("Owner: Robin Sommer").first().waitFor();
    expect(await theirs.getByText(/Logged by you|^Yours$/).count()).toBe(0);
  });
});

describe("when things go otherwise", () => {
  it("never writes to another message than the one that was shown", async () => {
    const pane = await open(enquiry);
    await button(pane, "Create lead").click();
    await pane.getByLabel("Last name").waitFor();
    await stage.select(order);
    await pane.getByText("Sunniva Marsh").first().waitFor();
    await stage.select(enquiry);
    await pane.getByText("Imogen Thackeray").first().waitFor();
    expect((await service.as("manager").list("lead", { lastName: "thackeray" })).total).toBe(0);
    await sound(stage);
  });

  it("says nothing of who logged a mail before it knows who is asking", async () => {
    let release = () => {};
    const known_ = new Promise<void>(done => { release = done; });
    const pane = await open(known);
    await button(pane, /^Log to Radar roll-out/).click();
    await pane.getByText(/Logged by you/).waitFor();
    await stage.context.route("**/api/me", async route => { await known_; await route.continue(); });
    const answered = stage.page.waitForResponse("**/api/mail/known");
    await stage.page.evaluate(() => { window.outlook.closePane(); window.outlook.openPane(); });
    await answered;
    const again = await stage.pane();
    await again.getByText("Camille Gagnon").first().waitFor();
    expect(await again.getByText(/Logged by/).count()).toBe(0);
    release();
    await again.getByText(/Logged by you/).waitFor();
  });

  it("keeps lead and mark with the message that was shown, when Outlook moves on while it is saved", async () => {
    const pane = await open(enquiry);
    await button(pane, "Create lead").click();
    let saving = () => {}, release = () => {};
    const begun = new Promise<void>(done => { saving = done; }), moved = new Promise<void>(done => { release = done; });
    await stage.context.route("**/api/mail/lead", async route => { saving(); await moved; await route.continue(); });
    await button(pane, "Save lead").click();
    await begun;
    await stage.select(order);
    await pane.getByText("Sunniva Marsh").first().waitFor();
    const answered = stage.page.waitForResponse("**/api/mail/lead");
    release();
    await answered;
    const [first, second] = await stage.page.evaluate(wanted => wanted.map(subject => window.outlook.desk.messages.find(one => one.subject === subject)!).map(({ internetMessageId, notices, properties }) => ({ internetMessageId, marks: notices.length + Object.keys(properties).length })), [enquiry, order]);
    const logged = async (internetMessageId: string) => (await service.as("rep").known({ internetMessageId, from: { name: "", address: "" }, to: [], cc: [] })).logged.length;
    expect([await logged(first!.internetMessageId), await logged(second!.internetMessageId), second!.marks]).toEqual([1, 0, 0]);
    await sound(stage);
  });

  it("follows Outlook also when it tells late of another message", async () => {
    const pane = await open(enquiry, { faults: { itemChanged: "late", lateBy: 1500 } });
    await pane.getByText("Imogen Thackeray").first().waitFor();
    await stage.select(order);
    await pane.getByText("Sunniva Marsh").first().waitFor();
    expect(await pane.getByText("Imogen Thackeray").count()).toBe(0);
  });

  it("keeps a lead while the service is down, says that it is not saved yet, and saves it once when the service is back", async () => {
    const pane = await open(enquiry);
    await button(pane, "Create lead").waitFor();
    await stage.context.route("**/api/**", route => route.abort());
    await button(pane, "Create lead").click();
    await button(pane, "Save lead").click();
    await done(pane, "Not saved yet");
    await pane.getByText("1 change is not saved yet.").waitFor();
    await stage.context.unroute("**/api/**");
    await pane.getByText("1 change is not saved yet.").waitFor({ state: "detached" });
    await pane.getByText(/Logged by you/).waitFor();
    expect((await service.as("rep").list("lead", { lastName: "thackeray" })).total).toBe(1);
  });

  it("logs a mail to a deal and its account with one of its files, byte by byte what Outlook has, in one activity", async () => {
    const pane = await open("FM-300 display after wash-down", { faults: { sharedMailbox: "sales@lindenfeld.example" } });
    await button(pane, "Log to…").click();
    await pane.getByText(/^Wash-down procedure\.pdf · 1 kB$/).click();
    for (const title of ["CIP skid 3: eight FM-300", "Marchfield Dairies"]) await pane.getByRole("checkbox", { name: `Choose ${title}` }).setChecked(true, { force: true });
    await sound(stage);
    await button(pane, "Log to 2 records").click();
    await pane.getByText(/Logged by you for sales@lindenfeld\.example/).nth(1).waitFor(); // it lies in a mailbox that is shared
    const { internetMessageId, base64 } = await stage.outlook(({ desk }) => { const mail = desk.selected!; return { internetMessageId: mail.internetMessageId, base64: mail.attachments.find(one => one.name.startsWith("Wash-down"))!.base64 }; });
    const { logged, activity } = await service.as("rep2").known({ internetMessageId, from: { name: "", address: "" }, to: [], cc: [] }), kept = await service.as("rep").read("activity", activity!.id);
    expect(logged.map(({ on }) => on.type).sort()).toEqual(["account", "opportunity"]);
    const [file] = (kept.files as { name: string; hash?: string }[]).filter(({ hash }) => hash);
    expect(kept.files).toHaveLength(1);
    const bytes = await service.as("rep").bytes(`files/${file!.hash}?on=activity/${activity!.id}`);
    expect(Buffer.from(bytes).toString("base64")).toBe(base64);
  });

  it("logs several selected messages in one act, each where it belongs, and takes them back together", async () => {
    const pane = await open(known, { door: "demo" }), more = ["Re: CIP skid 3 – flow meter proposal", order];
    for (const subject of more) await stage.page.locator("[role=option]", { hasText: subject }).click({ modifiers: ["Control"] });
    await pane.getByRole("heading", { name: "3 messages selected" }).waitFor();
    await stage.page.getByRole("region", { name: "Reading pane" }).getByText("3 messages selected").waitFor();
    await button(pane, "Log 3 messages").click();
    await done(pane, "3 messages logged");
    await sound(stage);
    const ids = await stage.outlook(({ desk }) => desk.several.map(one => one.internetMessageId));
    const logged = () => Promise.all(ids.map(async internetMessageId => (await service.as("rep").known({ internetMessageId, from: { name: "", address: "" }, to: [], cc: [] })).logged.length));
    expect(await logged()).toEqual([1, 1, 1]);
    await pane.locator(".truth").getByRole("button", { name: "Undo" }).click();
    await done(pane, "3 messages no longer logged");
    expect(await logged()).toEqual([0, 0, 0]);
    await stage.select(enquiry);
    await button(pane, "Create lead").waitFor();
  });

  it("keeps ten writes while the network is cut, over a new opening of the pane, and sends each once when it is back", async () => {
    const pane = await open(known, { door: "demo" });
    await button(pane, /^Log to Radar/).waitFor();
    await stage.outlook(({ desk }) => { const house = "lindenfeld.example", of = desk.messages.filter(one => one !== desk.selected && !one.from.address.endsWith(house) && !one.meeting && one.itemClass === "IPM.Note").slice(0, 9); for (const one of of) desk.also(one); });
    const ids = await stage.outlook(({ desk }) => desk.several.map(one => one.internetMessageId)), subject = await stage.outlook(({ desk }) => desk.several[0]!.subject);
    await button(pane, "Log all to…").click();
    await pane.getByRole("searchbox", { name: /^Search leads/ }).fill("Marchfield");
    const target = button(pane, /^Marchfield Dairies/);
    await target.waitFor();
    await stage.context.route("**/api/**", route => route.abort());
    await target.click();
    await pane.getByText("10 changes are not saved yet.").waitFor();
    expect(await pane.getByText("not saved yet; it is sent when the service is back").count()).toBe(10);
    await stage.page.evaluate(() => { window.outlook.closePane(); window.outlook.openPane(); });
    await stage.select(subject);
    const again = await stage.pane();
    await again.getByText("10 changes are not saved yet.").waitFor();
    await done(again, "Not saved yet"); // beside the message itself, too
    await stage.context.unroute("**/api/**");
    await again.getByText(/changes? (is|are) not saved yet/).waitFor({ state: "detached" });
    await again.getByText(/Logged by you/).waitFor();
    const { records, total } = await service.as("rep").list("activity", { regarding: "account/account-marchfield", kind: "email", createdBy: "rep", take: 200 } as never);
    const kept = (records as unknown as { messageId?: string }[]).map(({ messageId }) => messageId).filter(id => ids.includes(id!));
    expect([kept.sort(), total >= 10]).toEqual([[...ids].sort(), true]);
  });

  it("speaks Chinese where Outlook does", async () => {
    const pane = await open("关于超纯水项目流量计的询价", { language: "zh-CN", as: "rep2" });
    await pane.getByText("林静怡").first().waitFor();
    await pane.locator("button", { hasText: "潜在顾客" }).first().waitFor();
    expect(await pane.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
    await sound(stage);
  });

  it("goes the whole way from Outlook's own button to a lead, its undo and a logged mail with the keyboard alone, though Microsoft's library takes Tab over, and says each change once", async () => {
    const pane = await open(enquiry);
    await button(pane, "Create lead").waitFor();
    const { keyboard, tabTo, heard, isHeard } = await hands(stage, pane);
    await pane.getByLabel(/^Call/).waitFor(); // the telephone number of the signature comes a moment after the person
    await stage.page.focus(".side .close");
    expect(await tabTo(/^Create lead$/)).toEqual(["Search records", "My day", "Menu", expect.stringMatching(/^Call/), "Create lead"]);
    await keyboard.press("Enter");
    await button(pane, "Save lead").waitFor();
    const way = await tabTo(/^Save lead$/), order = ["First name", "Last name", "Job title", "Company", "E-mail", "Topic", "Lead source", "Save lead"];
    expect(way.filter(one => order.some(name => one.startsWith(name))).map(one => one.replace(/ ?\*$/, "").replace(/^(Lead source).*/s, "$1"))).toEqual(order);
    await tabTo(/^Topic/, "Shift+Tab");
    await keyboard.type(" today");
    await tabTo(/^Save lead$/);
    await keyboard.press("Enter");
    await done(pane, "Lead created");
    expect((await service.as("rep").list("lead", { lastName: "thackeray" })).total).toBe(1);
    await tabTo(/^Undo$/);
    await keyboard.press("Enter");
    await button(pane, "Create lead").waitFor();
    expect((await service.as("rep").list("lead", { lastName: "thackeray" })).total).toBe(0);
    await pane.waitForFunction(() => document.activeElement !== document.body);
    await isHeard("Undone");
    expect(await heard()).toEqual(["Lead created", "Undone"]);
    await tabTo(/^Search records$/, "Shift+Tab");
    await keyboard.press("Shift+Tab");
    expect(await stage.page.evaluate(() => document.activeElement?.closest(".side-title") !== null)).toBe(true); // out of the pane the way one came
    await stage.select(known);
    await button(pane, /^Log to Radar roll-out/).waitFor();
    await tabTo(/^Log to Radar roll-out/);
    await keyboard.press("Enter");
    await pane.getByText(/Logged by you/).waitFor();
    await pane.waitForFunction(() => document.activeElement?.closest(".truth"));
    await isHeard("Logged");
    await keyboard.press("Tab");
    while (await stage.page.evaluate(() => document.activeElement?.tagName === "IFRAME")) await keyboard.press("Tab"); // and out of it at its end
    expect((await heard()).filter(one => one.startsWith("Logged"))).toHaveLength(1);
    expect(stage.errors).toEqual([]);
  });
});
