import { writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { chromium, type Frame, type Page } from "playwright-core";
import { chromiumArgs, chromiumPath } from "../setup/chromium.ts";
import { withCompany } from "../story/service.ts";

/** `npm run bench:typing`: how soon a letter is drawn where a rep types, and how long the pane's tasks are, with the processor slowed four times; writes results/typing.md. `npm run build` and the simulated Outlook come first. */
const slow = 4, enquiry = "Enquiry: 14 electromagnetic flow meters for caustic service";
const { service } = await withCompany(), browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
const page = await browser.newPage({ viewport: { width: 1440, height: 820 } });
await page.addInitScript("globalThis.__name = of => of"); // the compiler's own mark on what runs in the page
await page.addInitScript(() => {
  if (window.parent === window) return;
  const told = Object.assign(window, { told: { keys: [] as number[], tasks: [] as [from: number, ms: number][] } }).told;
  new PerformanceObserver(list => { for (const one of list.getEntries()) told.tasks.push([one.startTime, one.duration]); }).observe({ type: "longtask", buffered: true });
  addEventListener("keydown", () => { const from = performance.now(), channel = new MessageChannel(); requestAnimationFrame(() => { channel.port1.onmessage = () => told.keys.push(performance.now() - from); channel.port2.postMessage(0); }); }, true); // the task after the frame: what the letter caused is drawn
});
await (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slow });
await page.goto(`${service.base}/?width=350&open=no&item=${encodeURIComponent(enquiry)}`);
await page.waitForSelector("html[data-ready]");
await page.waitForLoadState("networkidle");
await page.evaluate(() => window.outlook.openPane()); // what is measured is the pane, beside an Outlook that stands
const pane = await frameOf(page), button = (name: string | RegExp) => pane.getByRole("button", { name }).first();
await button("Create lead").waitFor();
await quiet();
const loading = (await heard(pane)).tasks, places: [place: string, keys: number[], tasks: number[]][] = [];

await measure("the search of everything", async () => { await pane.getByRole("searchbox").first().focus(); await type("northforge flow meters "); });
await button("Back").click();
await button("Create lead").click();
await measure("a lead out of a mail", async () => { await pane.getByLabel("Topic").focus(); await type(" for the second line"); });
await button("Cancel").click();
await button("Menu").click();
await pane.getByRole("menuitem", { name: "Opportunities" }).click();
await button(/Batch dosing/).waitFor();
await measure("the search of a list", async () => { await pane.getByRole("searchbox", { name: /Search opportunities/ }).focus(); await type("batch dosing pigment"); });
await button(/^Batch dosing/).click();
await button("Edit").click();
await pane.getByRole("textbox", { name: "Topic" }).waitFor();
await measure("a record that is edited", async () => { await pane.getByRole("textbox", { name: "Topic" }).focus(); await type(" for the second line"); });
await browser.close();
await service.close();

const sorted = (of: number[]) => [...of].sort((a, b) => a - b), at = (of: number[], part: number) => Math.round(sorted(of)[Math.min(of.length - 1, Math.floor(of.length * part))] ?? 0), most = (of: number[]) => Math.round(Math.max(0, ...of));
const text = `# Typing and tasks in the pane, measured

Written by \`npm run bench:typing\`: ${new Date().toISOString().slice(0, 10)}, headless Chromium, ${cpus().length} cores (${cpus()[0]!.model.trim()}), load ${loadavg()[0]!.toFixed(1)} at the end (more than 2 means that others were at work). The processor is slowed ${slow} times; the demo company, our service over loopback. From a key to the frame that shows its letter, in ms; targets: 50 a letter, no task above 50 after the load, none above 200 ever.

| typed in | median | 95th percentile | slowest | tasks above 50, longest |
|---|---:|---:|---:|---:|
${places.map(([place, keys, tasks]) => `| ${place} | ${at(keys, .5)} | ${at(keys, .95)} | ${most(keys)} | ${tasks.length}, ${most(tasks)} |`).join("\n")}

While the pane loads beside a mail: ${loading.length} tasks above 50, the longest ${most(loading.map(([, ms]) => ms))}.
`;
await writeFile(new URL("results/typing.md", import.meta.url), text);
console.log(text);

async function frameOf(of: Page): Promise<Frame> {
  const frame = await (await of.waitForSelector("iframe.addin.pane")).contentFrame();
  if (!frame) throw new Error("The pane has no page");
  return frame;
}
/** What the pane has noted since it was last asked. */
async function heard(of: Frame) { return of.evaluate(() => { const { told } = window as unknown as { told: { keys: number[]; tasks: [number, number][] } }; return { keys: told.keys.splice(0), tasks: told.tasks.splice(0) }; }); }
/** Until the pane has fetched nothing for a while. */
async function quiet() { await pane.waitForFunction(() => performance.now() - Math.max(0, ...performance.getEntriesByType("resource").map(one => (one as PerformanceResourceTiming).responseEnd)) > 1_000); }
/** Letters as fast as somebody writes who writes fast. */
async function type(words: string) { await page.keyboard.type(words, { delay: 90 }); }
async function measure(place: string, work: () => Promise<void>) {
  await quiet();
  await heard(pane);
  await work();
  const { keys, tasks } = await heard(pane);
  places.push([place, keys, tasks.map(([, ms]) => ms)]);
}
