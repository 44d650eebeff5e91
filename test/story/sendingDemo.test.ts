import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Service } from "../server/service.kit.ts";
import { withCompany } from "./service.ts";
import { sound } from "./sound.ts";
import { closeBrowser, openStage, type Stage } from "./stage.ts";

const front = ".workspace:not([hidden])", subject = "Prices for the reservoirs";
let service: Service, stage: Stage;
const kept = async () => (await service.store.find("activity", { where: { title: subject.toLowerCase() } })).rows.map(row => row.data as Record<string, any>);

beforeAll(async () => {
  const company = await withCompany();
  service = company.service;
  stage = await openStage({ door: "demo", addin: company.addin, pane: "/demo.html", item: "Level sensors for the Dartmouth reservoirs – price by Friday?" });
  stage.page.setDefaultTimeout(12_000);
  const admin = service.as("admin"), { hash } = await service.store.files.put((async function* () { yield Buffer.from("%PDF-1.4\n%%EOF\n"); })(), "application/pdf", "admin");
  await admin.update("literature", await admin.read("literature", "literature-pricelist"), { files: [{ name: "Price list Europe.pdf", size: 15, hash, type: "application/pdf" }] });
});
afterAll(async () => { await stage?.close(); await service?.close(); await closeBrowser(); });

it("in the demo, too, a mail is asked about before an internal paper leaves the house, and kept once on the deal when it goes", async () => {
  await (await stage.pane()).getByRole("button", { name: /^Log to/ }).first().waitFor();
  await stage.page.waitForFunction(() => "dealwright.pass" in window.outlook.desk.roaming);
  await stage.page.click(".send.new");
  await stage.page.fill(`${front} .typing >> nth=0`, "camille.gagnon@kestrelbaywater.example");
  await stage.page.keyboard.press("Enter");
  await stage.page.fill(`${front} .draft-subject`, subject);
  await stage.page.setInputFiles(`${front} input[type=file]`, { name: "Price list Europe.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") });
  await stage.page.click(`${front} .ribbon .send`);
  await stage.page.getByText(/“Price list Europe\.pdf” is for our own people, and Camille Gagnon is not one of them/).waitFor();
  await stage.page.click("dialog.alert .plain");
  await stage.page.waitForFunction(asked => window.outlook.desk.sent.some(one => one.subject === asked), subject);
  expect(await kept()).toMatchObject([{ direction: "outgoing", owner: "rep", outcome: "Sent after a warning", files: [{ name: "Price list Europe.pdf" }], regarding: [expect.stringMatching(/^opportunity\//)] }]);
  await stage.page.click(".folder >> nth=2");
  await stage.page.locator("[role=option]", { hasText: subject }).waitFor();
  await sound(stage);
});
