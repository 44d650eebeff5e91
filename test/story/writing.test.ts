import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Frame } from "playwright-core";
import { keepShelf } from "../../server/documents/shelf.ts";
import type { Service } from "../server/service.kit.ts";
import { withCompany } from "./service.ts";
import { sound } from "./sound.ts";
import { closeBrowser, openStage, type Stage } from "./stage.ts";

const camille = "camille.gagnon@kestrelbaywater.example", level = "Level sensors for the Dartmouth reservoirs – price by Friday?", front = ".workspace:not([hidden])";
let service: Service, stage: Stage, addin: NonNullable<Parameters<typeof openStage>[0]>["addin"], shelf: ReturnType<typeof keepShelf>;
beforeAll(async () => { ({ service, addin } = await withCompany()); shelf = keepShelf(service.store, () => undefined); });
/** Each file is opened in a process of its own, which on a busy machine takes longer than a tale may. */
beforeAll(() => shelf.idle(), 300_000);
afterEach(() => stage?.close());
afterAll(async () => { shelf.stop(); await service.close(); await closeBrowser(); });

/** The pane beside a new mail to these people. */
async function write(to: string, wanted: Parameters<typeof openStage>[0] = {}): Promise<Frame> {
  stage = await openStage({ addin, pane: wanted.door === "demo" ? "/demo.html" : "/taskpane.html", item: level, ...wanted });
  stage.page.setDefaultTimeout(20_000);
  await stage.pane();
  await stage.page.click(".send.new");
  await stage.page.fill(`${front} .typing >> nth=0`, to);
  await stage.page.keyboard.press("Enter");
  const pane = await stage.pane();
  await pane.locator(".piece").first().waitFor();
  return pane;
}
const attached = () => stage.outlook(({ desk }) => desk.front?.files.map(file => [file.name, file.base64.length > 1000]) ?? []);
const choose = (pane: Frame, title: string) => pane.getByRole("checkbox", { name: title });

describe("beside a mail that is being written, through Microsoft's library", () => {
  it("knows who will get it, proposes the deal, offers what is against its competitor, and attaches with a way back", async () => {
    const pane = await write(camille);
    await pane.getByRole("group", { name: /Camille Gagnon/ }).waitFor();
    await pane.getByRole("button", { name: /Radar roll-out/ }).waitFor();
    await pane.locator(".why", { hasText: "against Vantor Flow" }).first().waitFor();
    await choose(pane, "Choose LR-220 data sheet").check();
    await choose(pane, "Choose FM-300 data sheet").check();
    await pane.getByRole("button", { name: "Attach 2 files" }).click();
    await pane.locator(".truth", { hasText: "Attached" }).waitFor();
    expect((await attached()).sort()).toEqual([["FM-300 data sheet.pdf", true], ["LR-220 data sheet.pdf", true]]);
    await sound(stage);
    await pane.getByRole("button", { name: "Undo" }).click();
    await pane.locator(".truth", { hasText: "taken off" }).waitFor();
    expect(await attached()).toEqual([]);
    expect(stage.errors).toEqual([]);
  });

  it("puts a link in that works as long as was chosen, and stops it again", async () => {
    const pane = await write(camille), links = async () => (await service.store.find("weblink", { take: 50 })).rows.map(row => [row.data.status, row.data.until]);
    await choose(pane, "Choose LR-220 data sheet").check();
    await pane.getByLabel("A link works for").selectOption("7");
    await pane.getByRole("button", { name: "Insert as link" }).click();
    await pane.locator(".truth", { hasText: "inserted; it works until" }).waitFor();
    expect(await stage.outlook(({ desk }) => desk.front!.html)).toMatch(/<a href="https?:[^"]+\/get\/[\w-]{32}"[^>]*>LR-220 data sheet.pdf<\/a>/);
    const week = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    expect(await links()).toEqual([["open", week]]);
    await pane.locator(".truth").getByRole("button", { name: "Undo" }).click();
    await pane.locator(".truth", { hasText: "leads nowhere any more" }).waitFor();
    expect(await links()).toEqual([["stopped", week]]);
  });

  it("finds words inside the files, and does not let what is for us only be chosen for somebody outside", async () => {
    const pane = await write(camille);
    await pane.getByText("For us only, and Camille Gagnon is outside.").first().waitFor();
    expect(await choose(pane, "Choose LR-220 against Vantor radar").isDisabled()).toBe(true);
    await pane.getByRole("searchbox", { name: "Search titles and inside files" }).fill("conductivity");
    await pane.getByText("Nothing in the library holds these words.").waitFor();
    await pane.getByRole("searchbox", { name: "Search titles and inside files" }).fill("24 months");
    await pane.locator(".piece .inside", { hasText: "24 months" }).first().waitFor();
  });

  it("puts a template in with what is on record, its subject too, in the recipient's language first", async () => {
    const pane = await write(camille, { language: "zh-CN" });
    await pane.getByRole("tab", { name: "模板" }).click();
    await pane.getByRole("button", { name: "插入: First answer to an enquiry" }).click();
    await pane.locator(".truth", { hasText: "已插入" }).waitFor();
    const draft = await stage.outlook(({ desk }) => ({ subject: desk.front!.subject, html: desk.front!.html }));
    expect(draft.subject).toBe("Your enquiry: Radar roll-out, 22 LR-220 with 15 m cable");
    expect(draft.html).toMatch(/Dear Camille,[\s\S]*<li>medium, temperature and pressure<\/li>[\s\S]*Robin Sommer/);
    expect(draft.html).not.toMatch(/undefined|\{\{/);
  });

  it("makes the deal's quote, activates it, attaches its PDF by number, and warns once a newer revision has taken its place", async () => {
    const rep = service.as("rep"), id = "opportunity-kestrel-rollout";
    await rep.update("opportunity", await rep.read("opportunity", id), { lines: [{ writeIn: "Radar level sensor, 15 m cable", quantity: 22, price: 1019 }] });
    const pane = await write(camille);
    await pane.getByRole("button", { name: /^Battle card: Vantor Flow/ }).click();
    await pane.locator(".battle", { hasText: "for us only" }).waitFor();
    await pane.getByRole("tab", { name: "Quotes" }).click();
    await pane.getByRole("button", { name: "Make a quote" }).click();
    await pane.locator(".truth", { hasText: "made from the deal" }).waitFor();
    await pane.getByRole("button", { name: /^Activate: Q-/ }).click();
    await pane.locator(".truth", { hasText: "is active" }).waitFor();
    await pane.getByRole("button", { name: /^Attach PDF: Q-/ }).click();
    await pane.locator(".truth", { hasText: "Attached Q-" }).waitFor();
    const { records: [quote] } = await rep.list("quote", { opportunity: id });
    expect([quote!.total, await attached()]).toEqual([22418, [[`${quote!.number!}.pdf`, true]]]);
    await rep.act("quote", quote!, "revise");
    const { records: drafts } = await rep.list("quote", { opportunity: id, status: "draft" });
    await rep.act("quote", drafts[0]!, "activate");
    await stage.page.fill(`${front} .typing >> nth=1`, "stewart.kinloch@kestrelbaywater.example");
    await stage.page.keyboard.press("Enter");
    await pane.getByText(/was replaced: revision 1 is the present one/).waitFor();
    expect(stage.errors).toEqual([]);
  });
});
