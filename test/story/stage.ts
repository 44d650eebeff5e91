import { createHash, X509Certificate } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import type { RequestListener } from "node:http";
import path from "node:path";
import { chromium, type Browser, type BrowserContext, type Frame, type Page } from "playwright-core";
import { generate } from "selfsigned";
import type { Faults } from "../outlook/faults.ts";
import type { OutlookPage } from "../outlook/page.ts";
import { chromiumArgs, chromiumPath } from "../setup/chromium.ts";
import { before, buildOutlook, listen, root, serveOutlook } from "./serve.ts";

export interface Wanted {
  /** Starts the add-in's service on plain http and says where; https is put before it. It is told the addresses that the browser will use. Without it, the small pane that tests the doors is served. */
  addin?: (at: { publicUrl: string; host: string }) => Promise<{ origin: string; close(): Promise<void> }>;
  /** The pane's path on the add-in's origin. */
  pane?: string;
  /** `office`: Microsoft's library over https (the default); `demo`: plain http, page and pane from one origin (with `addin`, the service has to serve the page at `/`). */
  door?: "office" | "demo";
  as?: "rep" | "rep2" | "manager" | "admin";
  language?: "en-US" | "zh-CN";
  theme?: "light" | "dark";
  width?: number;
  height?: number;
  /** The message to begin with: its subject or id, or "none". */
  item?: string;
  /** The requirement set that Outlook says it has. */
  mailbox?: string;
  faults?: Partial<Faults>;
  /** Before the page opens: init scripts, routes, a bridge for nested app authentication. */
  prepare?: (context: BrowserContext) => Promise<void>;
}

/** A page that plays Outlook with the pane in it, in a browser of its own kind. */
export interface Stage {
  context: BrowserContext;
  page: Page;
  /** Origins of the page and of the add-in. */
  host: string; addin: string;
  /** The pane's frame, as soon as there is one. */
  pane(): Promise<Frame>;
  /** Selects the message of this subject (or none) in Outlook, as a click would. */
  select(subject: string | undefined): Promise<void>;
  /** Changes what is wrong with Outlook, from now on. */
  fault(faults: Partial<Faults>): Promise<void>;
  /** Runs in the page with `window.outlook`. */
  outlook<T>(work: (outlook: OutlookPage) => T): Promise<T>;
  /** Requests to other hosts than our own and the two routed ones: each was refused; a sound story has none. */
  foreign: string[];
  /** Errors of pages and consoles. */
  errors: string[];
  close(): Promise<void>;
}

const library = path.join(root, "node_modules/@microsoft/office-js/dist");
let browser: Promise<{ browser: Browser; close(): Promise<void> }> | undefined;

/** One browser a test file; close it at the end with `closeBrowser`. Microsoft's hosts lead to the library's package and every other name leads nowhere. That is told to the browser itself, and our key is one that it trusts: intercepting requests, or a certificate with errors, would keep it from caching any script. */
const theBrowser = () => browser ??= (async () => {
  const { private: key, cert } = await certificate(), microsoft = await listen(serveLibrary, { key, cert });
  const trusted = createHash("sha256").update(new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" })).digest("base64");
  const hosts = [...libraryHosts.map(host => `MAP ${host}:443 localhost:${microsoft.port}`), "MAP * ~NOTFOUND", "EXCLUDE localhost", "EXCLUDE 127.0.0.1"].join(", ");
  const opened = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArgs, `--host-resolver-rules=${hosts}`, `--ignore-certificate-errors-spki-list=${trusted}`] });
  return { browser: opened, close: async () => { await opened.close(); await microsoft.close(); } };
})();
export async function closeBrowser(): Promise<void> { await (await browser)?.close(); browser = undefined; }

/** Raises the curtain. Everything listens on localhost with free ports and a certificate of its own; two ports are two origins, and one host name, which is what Microsoft's library trusts. */
export async function openStage(wanted: Wanted = {}): Promise<Stage> {
  await buildOutlook();
  const { door = "office", as = "rep", language = "en-US", theme = "light", width = 350, height = 900, item, mailbox = "1.12", faults = {} } = wanted;
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => { for (const one of stops.reverse()) await one(); };
  try {
    const { host, addin } = door === "office" ? await overHttps(wanted, stops) : await overHttp(wanted, stops);
    const context = await (await theBrowser()).browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1440, height }, locale: language, colorScheme: theme });
    stops.push(() => context.close());
    const foreign: string[] = [], errors: string[] = [];
    context.on("request", asked => { if (!isOurs(asked.url(), [host, addin])) foreign.push(`${asked.method()} ${asked.url()}`); });
    context.on("weberror", error => errors.push(String(error.error())));
    context.on("console", message => { if (message.type() === "error") errors.push(message.text()); });
    await wanted.prepare?.(context);
    const page = await context.newPage();
    const pane = `${addin}${wanted.pane ?? (door === "office" ? "/probe.html" : "/demo-probe.html")}`;
    const query = new URLSearchParams({ door, as, language, theme, width: String(width), mailbox, faults: JSON.stringify(faults), pane, ...wanted.addin && { functions: `${addin}/${door === "office" ? "commands" : "demo-commands"}.html` }, ...item && { item } });
    await page.goto(`${host}/?${query}`);
    await page.waitForSelector("html[data-ready]");
    return {
      context, page, host, addin, foreign, errors, close: stop,
      async pane() {
        const frame = await (await page.waitForSelector(".workspace:not([hidden]) iframe.addin.pane")).contentFrame();
        if (!frame) throw new Error("The pane has no page");
        await frame.waitForLoadState("domcontentloaded");
        return frame;
      },
      async select(subject) {
        const found = await page.evaluate(asked => {
          const { desk } = window.outlook, message = [...desk.messages, ...desk.sent, ...desk.calendar].find(one => one.subject === asked);
          desk.select(message);
          return asked === undefined || message !== undefined;
        }, subject);
        if (!found) throw new Error(`There is no message “${subject}”`);
      },
      fault: more => page.evaluate(given => { Object.assign(window.outlook.faults, given); }, more),
      outlook: work => page.evaluate(`(${work.toString()})(window.outlook)`) as Promise<any>,
    };
  } catch (error) { await stop(); throw error; }
}

async function overHttps({ addin }: Wanted, stops: (() => Promise<void>)[]): Promise<{ host: string; addin: string }> {
  const { private: key, cert } = await certificate();
  const page = await listen(serveOutlook, { key, cert });
  stops.push(page.close);
  const host = `https://localhost:${page.port}`;
  let inner = "";
  const pane = await listen(addin ? before(() => inner, host) : serveOutlook, { key, cert });
  stops.push(pane.close);
  const publicUrl = `https://localhost:${pane.port}`;
  if (addin) { const service = await addin({ publicUrl, host }); inner = service.origin; stops.push(() => service.close()); }
  return { host, addin: publicUrl };
}

async function overHttp({ addin }: Wanted, stops: (() => Promise<void>)[]): Promise<{ host: string; addin: string }> {
  if (addin) {
    const { origin, close } = await addin({ publicUrl: "", host: "" });
    stops.push(close);
    return { host: origin, addin: origin };
  }
  const page = await listen(serveOutlook);
  stops.push(page.close);
  return { host: `http://localhost:${page.port}`, addin: `http://localhost:${page.port}` };
}

/** One for all stages of a file: making a key takes most of a second. */
let made: ReturnType<typeof generate> | undefined;
export const certificate = () => made ??= generate([{ name: "commonName", value: "localhost" }], { keySize: 2048, extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }] });

/** Microsoft's library comes from its package, and the library under it is our stand-in. */
const serveLibrary: RequestListener = async (request, response) => {
  const { pathname } = new URL(request.url ?? "/", "https://localhost");
  const file = pathname === microsoftAjax ? path.join(root, "test/outlook/msAjax.js") : pathname.startsWith(hosted) ? await inLibrary(pathname.slice(hosted.length)) : undefined;
  response.writeHead(file ? 200 : 404, { "access-control-allow-origin": "*", "cache-control": "max-age=3600", "content-type": file?.endsWith(".js") ? "text/javascript" : "text/html" }).end(file && await readFile(file));
};
const libraryHosts = ["appsforoffice.microsoft.com", "ajax.aspnetcdn.com"], hosted = "/lib/1/hosted/", microsoftAjax = "/ajax/3.5/MicrosoftAjax.js";
function isOurs(address: string, own: string[]): boolean {
  const { protocol, origin, hostname, pathname } = new URL(address);
  return !/^https?:$/.test(protocol) || own.includes(origin) || hostname === libraryHosts[0] && pathname.startsWith(hosted) || hostname === libraryHosts[1] && pathname === microsoftAjax;
}
/** The package has its folders in lower case; the CDN does not care. */
async function inLibrary(name: string): Promise<string | undefined> {
  for (const file of [name, name.toLowerCase()].map(one => path.join(library, path.normalize(`/${one}`)))) if (await stat(file).then(one => one.isFile(), () => false)) return file;
  return undefined;
}
