import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import path from "node:path";
import { chromium, type CDPSession, type Frame, type Page } from "playwright-core";
import { chromiumArgs, chromiumPath } from "../setup/chromium.ts";
import { root } from "../story/serve.ts";
import { withCompany } from "../story/service.ts";

/** `npm run bench:pane`: the built pane beside the simulated mailbox, processor slowed four times; writes results/pane.md. `npm run build` and the simulated Outlook come first. */
const slow = 4, rounds = 9, switches = 500;
const { service } = await withCompany(), browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });

const cold = [];
for (let n = 0; n < rounds; n++) {
  const page = await mailbox();
  cold.push(await page.evaluate(() => new Promise<{ paint: number; card: number }>(done => {
    addEventListener("message", ({ data }) => { if (data?.drawn) done(data.drawn); });
    window.outlook.openPane();
  })));
  await page.context().close();
}

const floor: number[] = [];
for (let n = 0; n < rounds; n++) {
  const { page } = await slowed();
  await page.goto(`${service.base}/assets/support.html`);
  floor.push(await page.evaluate(() => new Promise<number>(done => { const look = () => { const paint = performance.getEntriesByName("first-contentful-paint")[0]; if (paint) done(paint.startTime); else requestAnimationFrame(look); }; look(); })));
  await page.context().close();
}

const { pane, cdp } = await open();
await pane.waitForSelector(".doing .button");
const times = [await walk(pane, 40)].flat().slice(10); // the first few bring code that comes once
await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
const before = await weight(cdp);
await walk(pane, switches);
const after = await weight(cdp);
await browser.close();
await service.close();

/** A page with a new browser's caches, on the slowed processor: an Outlook that stands, without the pane. The pane's own page will look at itself and tell, since every question from outside costs it time. */
async function mailbox(): Promise<Page> {
  const { page } = await slowed();
  await page.addInitScript(() => {
    if (window.parent === window) return;
    const look = () => {
      const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
      if (paint !== undefined && document.querySelector(".doing .button")) window.parent.postMessage({ drawn: { paint, card: performance.now() } }, location.origin); else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(`${service.base}/?width=350&open=no`);
  await page.waitForSelector("html[data-ready]");
  await page.waitForLoadState("networkidle");
  return page;
}

/** The pane, open beside a message. */
async function open(): Promise<{ pane: Frame; cdp: CDPSession }> {
  const { page, cdp } = await slowed();
  await page.goto(`${service.base}/?width=350`);
  const pane = await (await page.waitForSelector("iframe.addin.pane")).contentFrame();
  if (!pane) throw new Error("The pane has no page");
  return { pane, cdp };
}

async function slowed(): Promise<{ page: Page; cdp: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 820 } });
  await context.addInitScript("globalThis.__name = of => of"); // the compiler's own mark on what runs in the page
  const page = await context.newPage(), cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slow });
  return { page, cdp };
}

/** Goes from message to message as clicks would; from each to the moment at which its person and what to do are drawn, in ms. */
async function walk(of: Frame, count: number): Promise<number[]> {
  return of.evaluate(async many => {
    const { desk } = (window.parent as typeof window).outlook, all = desk.messages.filter(one => one.itemClass === "IPM.Note").slice(0, 5), taken: number[] = [];
    for (let n = 1; n <= many; n++) {
      const next = all[n % all.length]!, from = performance.now();
      desk.select(next);
      await new Promise<void>((done, fail) => {
        const look = () => {
          const shown = document.querySelector("main h1")?.textContent === next.subject && document.querySelector(".doing .button, .doing .quiet, .doing .truth");
          if (shown) done(); else if (performance.now() - from > 20_000) fail(new Error(`“${next.subject}” is not shown`)); else requestAnimationFrame(look);
        };
        look();
      });
      taken.push(performance.now() - from);
    }
    return taken;
  }, count);
}

async function weight(of: CDPSession): Promise<{ heap: number; nodes: number; listeners: number }> {
  for (let n = 0; n < 3; n++) await of.send("HeapProfiler.collectGarbage");
  const { usedSize } = await of.send("Runtime.getHeapUsage"), { nodes, jsEventListeners } = await of.send("Memory.getDOMCounters");
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

/** What taskpane.html loads before the pane can be used, as it goes over the wire. */
async function firstLoad(): Promise<number> {
  const folder = path.join(root, "dist/addin"), names = (await readdir(folder)).filter(name => /\.js\.br$/.test(name));
  const page = await readFile(path.join(folder, "taskpane.html"), "utf8");
  const sizes = await Promise.all(names.filter(name => page.includes(`"${name.slice(0, -3)}"`) || page.includes(`=${name.slice(0, -3)}`)).map(name => stat(path.join(folder, name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

const sorted = (of: number[]) => [...of].sort((a, b) => a - b), at = (of: number[], part: number) => Math.round(sorted(of)[Math.min(of.length - 1, Math.floor(of.length * part))]!);
const span = (of: number[]) => `${at(of, .5)} [${at(of, 0)}-${at(of, 1)}]`, ours = { paint: span(cold.map(({ paint }) => paint)), card: span(cold.map(({ card }) => card)), load: (await firstLoad()) / 1000 };
const text = `# The pane, measured

Written by \`npm run bench:pane\`: ${new Date().toISOString().slice(0, 10)}, headless Chromium, ${cpus().length} cores (${cpus()[0]!.model.trim()}), load ${loadavg()[0]!.toFixed(1)} at the end (more than 2 means that others were at work). The processor is slowed ${slow} times; the service is ours, over loopback, with the demo company; the pane is opened in the simulated mailbox that stands already, as Outlook does; the two share the processor. Milliseconds: median [least-most] of ${rounds} cold starts. Odoo's add-in 3.0.1 was measured on its own, with a stub that answers at once, on another machine.

| | Dealwright | Odoo's Outlook add-in | target |
|---|---:|---:|---:|
| JavaScript of the first load, brotli | ${ours.load.toFixed(1)} kB | 202 kB | 130 kB |
| first contentful paint of a static page, the floor of the machine | ${span(floor)} | 136 [108-196] | – |
| first contentful paint, cold | ${ours.paint} | 968 [840-1,120] | 581 |
| the person's card and what to do, cold | ${ours.card} | 1,312 [1,151-1,478] | 787 |
| another message is selected until its card is drawn, median (95th percentile) | ${at(times, .5)} (${at(times, .95)}) | – | 300 |
| heap after ${switches} messages more | ${((after.heap - before.heap) / 1e6).toFixed(2)} MB on ${(before.heap / 1e6).toFixed(1)} | – | 5 MB |
| elements and listeners after them | ${after.nodes - before.nodes} on ${before.nodes}, ${after.listeners - before.listeners} on ${before.listeners} | – | 0 |
`;
await mkdir(new URL("results", import.meta.url), { recursive: true });
await writeFile(new URL("results/pane.md", import.meta.url), text);
process.stdout.write(text);
process.exit(0);
