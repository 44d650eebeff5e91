import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Service } from "../server/service.kit.ts";
import { until } from "../server/until.kit.ts";
import { withCompany } from "./service.ts";
import { closeBrowser, openStage, type Stage } from "./stage.ts";

const camille = "camille.gagnon@kestrelbaywater.example", level = "Level sensors for the Dartmouth reservoirs – price by Friday?";
let service: Service, stage: Stage, n = 0;
/** What the service keeps of mails of this subject. */
const kept = async (subject: string) => (await service.store.find("activity", { where: { title: subject.toLowerCase() } })).rows.map(row => row.data as Record<string, any>);
const front = ".workspace:not([hidden])";
/** Writes a mail as a rep does: people typed, a file chosen. */
const write = async (subject: string, { to = camille, file }: { to?: string; file?: string } = {}) => {
  await stage.page.click(".send.new");
  await stage.page.fill(`${front} .typing >> nth=0`, to);
  await stage.page.keyboard.press("Enter");
  await stage.page.fill(`${front} .draft-subject`, subject);
  if (file) await stage.page.setInputFiles(`${front} input[type=file]`, { name: file, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") });
  await stage.page.click(`${front} .editor`);
  await stage.page.keyboard.type("Dear Camille, here it is.");
};
const send = () => stage.page.click(`${front} .ribbon .send`);
const isSent = (subject: string) => stage.page.waitForFunction(asked => window.outlook.desk.sent.some(one => one.subject === asked), subject);
const ran = (event: string) => stage.page.waitForFunction(asked => window.outlook.events.ran.some(one => one.event === asked), event);

beforeAll(async () => {
  const company = await withCompany();
  service = company.service;
  stage = await openStage({ addin: company.addin, pane: "/taskpane.html", item: level });
  stage.page.setDefaultTimeout(12_000);
  await (await stage.pane()).getByRole("button", { name: /^Log to/ }).first().waitFor();
  await stage.page.waitForFunction(() => "dealwright.pass" in window.outlook.desk.roaming);
  await stage.page.evaluate(() => window.outlook.closePane());
});
afterAll(async () => { await stage?.close(); await service?.close(); await closeBrowser(); });

describe("sending through Microsoft's library in the simulated Outlook, with no pane open", () => {
  it("keeps the mail once, on the deal, with what was truly attached", async () => {
    const subject = `Firm price ${++n}`;
    await write(subject, { file: "LR-220 notes.pdf" });
    await ran("OnNewMessageCompose");
    await send();
    await isSent(subject);
    expect(await stage.outlook(({ desk }) => desk.sent[0]!.attachments.map(file => [file.name, file.size]))).toEqual([["LR-220 notes.pdf", 15]]);
    const rows = await kept(subject);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ direction: "outgoing", owner: "rep", description: expect.stringContaining("Dear Camille, here it is."), files: [{ name: "LR-220 notes.pdf", size: 15 }] });
    expect(rows[0]!.regarding[0]).toMatch(/^opportunity\//);
  });
  it("asks before an internal paper leaves the house, naming file and person; not sending it takes the row back, sending anyway keeps it", async () => {
    const admin = service.as("admin"), { hash } = await service.store.files.put((async function* () { yield Buffer.from("%PDF-1.4\n%%EOF\n"); })(), "application/pdf", "admin"), subject = `Prices ${++n}`;
    await admin.update("literature", await admin.read("literature", "literature-pricelist"), { files: [{ name: "Price list Europe.pdf", size: 15, hash, type: "application/pdf" }] });
    await write(subject, { file: "Price list Europe.pdf" });
    await send();
    const words = await stage.page.textContent("dialog.alert p");
    expect(words).toMatch(/“Price list Europe\.pdf” is for our own people, and Camille Gagnon is not one of them/);
    await stage.page.click("dialog.alert .send");
    await stage.page.click(`${front} .draft-form .file button`);
    await until("the row is taken back", () => kept(subject), rows => rows.length === 0);
    await send();
    await isSent(subject);
    expect((await kept(subject)).map(row => row.outcome)).toEqual([undefined]);

    const again = `Prices ${++n}`;
    await write(again, { file: "Price list Europe.pdf" });
    await send();
    await stage.page.click("dialog.alert .plain");
    await isSent(again);
    expect((await kept(again)).map(row => row.outcome)).toEqual(["Sent after a warning"]);
  });
  it("keeps a meeting of one's own as an appointment, with its people, time and place, and as the same one when it is sent again", async () => {
    const subject = `Visit Dartmouth ${++n}`;
    await stage.page.evaluate(([address, title]) => { window.outlook.desk.write({ subject: title, to: [{ name: "Camille Gagnon", address: address! }], html: "<p>Price and delivery.</p>", meeting: { start: "2026-12-01T09:00:00.000Z", end: "2026-12-01T10:30:00.000Z", location: "Dartmouth" } }); }, [camille, subject]);
    await ran("OnNewAppointmentOrganizer");
    await send();
    await isSent(subject);
    const rows = await kept(subject);
    expect(rows.map(row => [row.kind, row.start, row.end, row.location])).toEqual([["appointment", "2026-12-01T09:00:00.000Z", "2026-12-01T10:30:00.000Z", "Dartmouth"]]);
    expect(rows[0]!.parties.map((one: { role: string; address: string }) => [one.role, one.address])).toEqual([["organizer", "robin.sommer@lindenfeld.example"], ["required", camille]]);
    await stage.page.evaluate(([address, title]) => { const { desk } = window.outlook, { properties } = desk.sent.find(one => one.subject === title)!; desk.write({ subject: title, properties, to: [{ name: "Camille Gagnon", address: address! }], meeting: { start: "2026-12-03T09:00:00.000Z", end: "2026-12-03T10:00:00.000Z", location: "Teams" } }); }, [camille, subject]);
    await send();
    expect(await until("the meeting has its new place", () => kept(subject), found => found[0]?.location === "Teams")).toHaveLength(1);
  });
  it("lets a mail go while the service is down, and hands it on with the next draft, once", async () => {
    const subject = `Written in the dark ${++n}`;
    await stage.context.route(/\/api\/(guard|mail\/sent)$/, route => route.abort());
    await write(subject);
    await send();
    await isSent(subject);
    expect(await kept(subject)).toEqual([]);
    expect(await stage.outlook(({ desk }) => JSON.parse(JSON.parse(desk.roaming["dealwright.waiting"]!)).length)).toBe(1);
    await stage.context.unroute(/\/api\/(guard|mail\/sent)$/);
    await write(`Next ${n}`);
    expect(await until("the mail is kept", () => kept(subject), rows => rows.length > 0)).toHaveLength(1);
    expect(service.lines.some(line => line.audit === "a mail went out unguarded" && line.why === "failed")).toBe(true);
    await stage.page.click(`${front} .discard`);
  });
  it("says that it is slow, and after its time lets the rep send without us", async () => {
    await stage.fault({ sendNotice: 100, sendLimit: 700, latency: 1_500 });
    const subject = `Slow ${++n}`;
    await write(subject);
    await send();
    await stage.page.waitForFunction(() => document.querySelector(".workspace:not([hidden]) .busy")?.textContent?.includes("longer than expected"));
    expect(await stage.page.textContent("dialog.alert p")).toContain("did not answer in time");
    await stage.fault({ latency: 0, sendNotice: 5_000, sendLimit: 300_000 });
    await stage.page.click("dialog.alert .plain");
    await isSent(subject);
  });
  it("does not keep a mail that the rep has said in the pane not to log", async () => {
    const subject = `Private ${++n}`;
    await write(subject);
    await stage.page.click(`${front} .addin-button`);
    const pane = await stage.pane(), box = pane.locator("label.switch input");
    await box.waitFor();
    await box.click();
    await stage.page.waitForFunction(() => window.outlook.desk.front?.told["dealwright.log"] === "no");
    await send();
    await isSent(subject);
    expect(await kept(subject)).toEqual([]);
    await stage.page.evaluate(() => { window.outlook.closePane(); });
  });
});

describe("without launch events", () => {
  it("logs a draft as it stands, says so, and completes it when its sent item is seen", async () => {
    await stage.fault({ noEvents: true });
    const subject = `By hand ${++n}`;
    await write(subject);
    await stage.page.click(`${front} .addin-button`);
    const pane = await stage.pane();
    await pane.getByText("Outlook does not tell us here when a mail goes out.").waitFor();
    await pane.getByRole("button", { name: "Log as it stands now" }).click();
    await pane.getByText("Logged before it is sent ·").waitFor();
    expect((await kept(subject)).map(row => row.outcome)).toEqual(["Logged before it was sent"]);
    await stage.page.click(`${front} .editor`);
    await stage.page.keyboard.press("Control+Home");
    await stage.page.keyboard.type("With a last word. ");
    await send();
    await isSent(subject);
    await stage.page.click(".folder >> nth=2");
    await stage.select(subject);
    await stage.page.evaluate(() => window.outlook.openPane());
    const rows = await until("the mail has its message id", () => kept(subject), found => Boolean(found[0]?.messageId));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ description: expect.stringContaining("With a last word."), messageId: expect.stringMatching(/^<sent-/) });
    expect(rows[0]!.outcome).toBeUndefined();
    await stage.page.evaluate(() => { window.outlook.closePane(); window.outlook.desk.openFolder("inbox"); });
    await stage.fault({ noEvents: false });
  });
});

describe("the ribbon without a pane", () => {
  it("logs the mail, and says so above the message and in the list", async () => {
    await stage.select(level);
    await stage.page.click(".addin-function >> nth=0");
    expect(await stage.page.textContent(".notice")).toMatch(/^Logged to /);
    await stage.page.waitForSelector(".row[aria-selected=true] .category:text('Dealwright')");
    expect(await kept(level)).toHaveLength(1);
    await stage.page.click(".addin-function >> nth=0");
    await stage.page.waitForFunction(() => document.querySelector(".notice")?.textContent?.startsWith("Already logged to"));
  });
  it("opens the deal in a window of its own", async () => {
    await stage.page.click(".addin-function >> nth=1");
    const frame = await (await stage.page.waitForSelector(".over iframe")).contentFrame();
    await frame!.getByRole("heading", { name: /Radar roll-out/ }).waitFor();
    expect(await stage.page.textContent(".notice")).toMatch(/^Opened Radar roll-out/);
    await stage.page.click(".over .shut");
    await stage.page.waitForSelector(".addin-function:enabled >> nth=1");
  });
  it("logs a received meeting once, as the telephone's button asks, and says to it that it is logged", async () => {
    await stage.select("Radar roll-out: price and delivery");
    await stage.page.evaluate(() => window.outlook.desk.select(window.outlook.desk.calendar.find(one => one.subject === "Radar roll-out: price and delivery")));
    for (const says of [/^Logged to /, /^Already logged to /]) {
      await stage.page.evaluate(async address => { const { office } = window.outlook, frame = office!.open(address, { kind: "commands" }); await office!.invoke(frame, "logMeeting"); office!.close(frame); }, `${stage.addin}/commands.html`);
      expect(await stage.page.textContent(".notice")).toMatch(says);
    }
    const rows = await kept("Radar roll-out: price and delivery");
    expect(rows.map(row => [row.kind, row.location])).toEqual([["appointment", "Teams"]]);
    expect(await stage.outlook(({ desk }) => desk.selected!.properties)).toMatchObject({ EventLogged: true });
  });
  it("asked nobody else and left no error", () => expect([stage.foreign, stage.errors.filter(one => !/ERR_FAILED/.test(one))]).toEqual([[], []]));
});
