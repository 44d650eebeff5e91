import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { chromiumArgs, chromiumPath } from "./chromium.ts";

/** `npm run icons`: draws addin/assets/icon.svg at every size, in pixels, that the manifest asks for; a phone's screen wants two and three times 25, 32 and 48. */
const sizes = [16, 20, 24, 25, 32, 40, 48, 50, 64, 75, 80, 96, 128, 144];
const folder = join(import.meta.dirname, "../../addin/assets");
const drawing = await readFile(join(folder, "icon.svg"), "utf8");

const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
const page = await browser.newPage();
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  await writeFile(join(folder, `icon-${size}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
