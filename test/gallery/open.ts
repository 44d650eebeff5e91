import path from "node:path";
import { chromium, type Page } from "playwright-core";
import { chromiumArgs, chromiumPath } from "../setup/chromium.ts";
import { buildGallery } from "./build.ts";

/** The gallery in Chromium, as wide as the narrowest pane. */
export async function openGallery(height = 570): Promise<{ page: Page; folder: string; errors: string[]; close(): Promise<void> }> {
  const file = await buildGallery(), browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArgs, "--allow-file-access-from-files"] });
  const page = await browser.newPage({ viewport: { width: 320, height }, reducedMotion: "reduce", timezoneId: "UTC" }), errors: string[] = [];
  page.on("pageerror", error => errors.push(String(error)));
  await page.goto(`file://${file}`);
  await page.waitForFunction(() => "gallery" in window);
  return { page, folder: path.dirname(file), errors, close: () => browser.close() };
}
