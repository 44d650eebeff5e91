import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { withCompany } from "../story/service.ts";
import { chromiumArgs, chromiumPath } from "./chromium.ts";

/** `npm run pictures`: draws the README's pictures from the built demo into docs/. */
const known = "Level sensors for the Dartmouth reservoirs – price by Friday?", unknown = "Enquiry: 14 electromagnetic flow meters for caustic service", chinese = "关于超纯水项目流量计的询价";
const shots = [
  { name: "outlook", item: unknown, whole: true, width: 350 },
  { name: "pane-320", item: unknown, width: 320 },
  { name: "pane-380-dark", item: known, width: 380, theme: "dark" },
  { name: "pane-450-zh", item: chinese, width: 450, language: "zh-CN", as: "rep2" },
  { name: "pane-lead", item: unknown, width: 380, click: /^Create lead/ },
  { name: "pane-deal", item: known, width: 380, click: /^Radar roll-out/ },
  { name: "pane-day", item: "none", width: 350 },
];

const { service } = await withCompany(), browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
mkdirSync("docs", { recursive: true });
for (const { name, whole, click, ...asked } of shots) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 820 }, deviceScaleFactor: 1 });
  const query = new URLSearchParams(Object.entries(asked).map(([key, value]) => [key, String(value)]));
  await page.goto(`${service.base}/?${query}`);
  const pane = page.frameLocator("iframe.addin.pane");
  await pane.locator("main, .page").first().waitFor();
  await page.waitForLoadState("networkidle");
  if (click) { await pane.getByRole("button", { name: click }).first().click(); await pane.locator("form, h2").first().waitFor(); await page.waitForLoadState("networkidle"); }
  await pane.locator(".wait, .skeleton").first().waitFor({ state: "detached" });
  await page.evaluate(() => Promise.all(document.getAnimations().map(one => one.finished)));
  const path = `docs/${name}.png`;
  if (whole) await page.screenshot({ path }); else await page.locator("iframe.addin.pane").screenshot({ path });
  await page.close();
}
await browser.close();
await service.close();
process.exit(0);
