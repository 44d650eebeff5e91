import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from "@jest/globals";
import * as esbuild from "esbuild";
import express, { type NextFunction, type Request, type Response } from "express";
import type { JWTPayload } from "jose";
import { readFile } from "node:fs/promises";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import selfsigned from "selfsigned";
import { Problem } from "../../model/problem.ts";
import { directory, scope } from "../../server/identity/entra.ts";
import { openIdentity } from "../../server/identity/identity.ts";
import { sessionRoutes } from "../../server/routes/session.ts";
import { client, elsewhere, home, mint, oid, openIssuer, type Issuer } from "../server/issuer.kit.ts";

interface Asked { method: string; tokenParams?: { clientId: string; scope: string; authority: string } }
type Answer = { success: false; error: { status: string; code?: string; description?: string } } | { success: true } & Record<string, unknown> | "silence";

const root = new URL("../../", import.meta.url);
let issuer: Issuer, server: https.Server, base: string, browser: Browser, context: BrowserContext, page: Page;
let asked: Asked[] = [], audit: string[] = [], noise: string[] = [], strangers: string[] = [], answer: (asked: Asked) => Answer | Promise<Answer>;

/** The pane, as far as signing in goes: one question to the service, one button each. */
const pane = `
  import { askConfiguration, connect } from "./addin/api.ts";
  import { openSession, readConfiguration } from "./addin/session/session.ts";
  const session = openSession(readConfiguration(await askConfiguration()));
  const api = connect("", () => session.authorization());
  window.me = () => api.me().then(me => me.name + ", " + me.role, problem => problem.code);
  for (const [id, work] of Object.entries({ in: session.signIn, out: session.signOut }))
    document.getElementById(id).onclick = () => { document.title = "…"; work().then(() => document.title = id, problem => document.title = problem.code); };
  document.title = "ready";`;

beforeAll(async () => {
  const pem = await selfsigned.generate([{ name: "commonName", value: "localhost" }], { algorithm: "sha256", keySize: 2048, extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }] });
  const app = express();
  server = https.createServer({ key: pem.private, cert: pem.cert }, app);
  await new Promise<void>(listening => server.listen(0, "127.0.0.1", listening));
  base = `https://localhost:${(server.address() as AddressInfo).port}`;
  issuer = await openIssuer({ tls: { key: pem.private, cert: pem.cert }, redirect: `${base}/signin.html` });
  const entra = { ...directory(home, client, issuer.origin)!, load: (address: string) => load(address, pem.cert) };
  await serve(app, entra);
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic"] });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await issuer?.stop();
  server?.closeAllConnections();
  await new Promise(closed => server.close(closed));
});

async function serve(app: express.Express, entra: NonNullable<ReturnType<typeof directory>>) {
  const identity = openIdentity({ directory: entra, log: line => audit.push(line.reason) });
  const scripts = await bundle();
  const html = await readFile(new URL("addin/signin.html", root), "utf8");
  const policy = `default-src 'none'; script-src 'self' https://appsforoffice.microsoft.com; style-src 'self'; connect-src 'self' ${issuer.origin}; frame-src ${issuer.origin}; img-src 'self' data:; base-uri 'none'; form-action 'none'`;
  const send = (response: Response, text: string) => response.set("content-security-policy", policy).type("html").send(text);
  app.use(sessionRoutes(entra));
  app.get("/api/me", async (request, response) => { response.json(await identity.identify(request)); });
  app.get("/pane.html", (_request, response) => { send(response, `<!doctype html><link rel="icon" href="data:,"><button id="in">Sign in</button><button id="out">Sign out</button><script type="module" src="/pane.js"></script>`); });
  app.get("/signin.html", (_request, response) => { send(response, html.replace("</head>", `<link rel="icon" href="data:,"><script type="module" src="/signin.js"></script></head>`)); });
  app.get("/{*file}", (request, response, next) => { const script = scripts.get(request.path); if (script) response.type("js").send(script); else next(); });
  app.use((error: unknown, _q: Request, response: Response, _next: NextFunction) => { const problem = error instanceof Problem ? error : new Problem("unexpected"); response.status(problem.status).json(problem); });
}

async function bundle(): Promise<Map<string, string>> {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: pane, resolveDir: root.pathname, sourcefile: "pane.ts" }, entryPoints: [], bundle: true, write: false, splitting: true, format: "esm", target: "es2022", outdir: "/", entryNames: "pane", chunkNames: "pane-[hash]", logLevel: "error",
  });
  const page = await esbuild.build({ entryPoints: [new URL("addin/signin.ts", root).pathname], bundle: true, write: false, splitting: true, format: "esm", target: "es2022", outdir: "/", chunkNames: "signin-[hash]", logLevel: "error" });
  return new Map([...outputFiles, ...page.outputFiles].map(file => [file.path, file.text]));
}

const load = (address: string, ca: string) => new Promise<string>((resolve, reject) => {
  https.get(address, { ca }, response => { let text = ""; response.setEncoding("utf8").on("data", part => { text += part; }).on("end", () => resolve(text)); }).on("error", reject);
});

beforeEach(async () => {
  asked = []; audit = []; noise = []; strangers = [];
  context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "en-GB" });
  await context.route(url => url.origin !== base && url.origin !== issuer.origin, async route => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== "https://appsforoffice.microsoft.com" || !pathname.startsWith("/lib/1/hosted/")) {
      if (route.request().headers().referer !== `${issuer.origin}/`) strangers.push(route.request().url()); // its pages ask for fonts
      return route.abort();
    }
    await route.fulfill({ contentType: "text/javascript", body: await readFile(new URL(`node_modules/@microsoft/office-js/dist/${pathname.split("/").at(-1)}`, root)) });
  });
  context.on("console", message => { if (["error", "warning"].includes(message.type()) && message.page()?.url().startsWith(base)) noise.push(message.text()); });
  context.on("weberror", error => noise.push(error.error().message));
});
afterEach(async () => {
  await context.close();
  expect(strangers).toEqual([]);
});

/** Opens the pane, inside an Outlook whose bridge answers as `answer` says, or in one that has none. */
async function openPane({ bridge = true } = {}) {
  if (bridge) await installBridge();
  page = await context.newPage();
  await page.goto(`${base}/pane.html`);
  await page.waitForFunction(() => document.title === "ready");
}
const me = () => page.evaluate(() => (window as unknown as { me: () => Promise<string> }).me());
async function click(id: "in" | "out") { await page.click(`#${id}`); await page.waitForFunction(() => document.title !== "…"); return page.title(); }

async function installBridge() {
  await context.exposeFunction("bridgeAnswer", (question: Asked) => { asked.push(question); return question.method === "GetInitContext" ? init() : answer(question); });
  await context.addInitScript(() => {
    const hearers: ((message: string) => void)[] = [], { bridgeAnswer } = window as unknown as { bridgeAnswer: (question: unknown) => Promise<unknown> };
    Object.assign(window, { nestedAppAuthBridge: {
      addEventListener: (_type: string, hear: (message: string) => void) => { hearers.push(hear); },
      removeEventListener: () => undefined,
      async postMessage(message: string) {
        const question = JSON.parse(message) as { requestId: string }, answered = await bridgeAnswer(question);
        if (answered !== "silence") for (const hear of hearers) hear(JSON.stringify({ messageType: "NestedAppAuthResponse", requestId: question.requestId, ...answered as object }));
      },
    } });
  });
}
let init: () => Answer;
const now = () => Math.floor(Date.now() / 1000);
const account = { homeAccountId: `${oid}.${home}`, environment: "localhost", tenantId: home, username: "ann@fabrikam.example", localAccountId: oid, name: "Ann Example" };
const refuse = (status: string) => ({ success: false, error: { status, code: "x", description: "as the test wants it" } }) as const;
async function give(claims: JWTPayload = {}): Promise<Answer> {
  const [access, id] = await Promise.all([mint(issuer, now(), claims), mint(issuer, now(), { scp: undefined })]);
  return { success: true, token: { access_token: access, id_token: id, expires_in: 3600, scope: `api://${client}/${scope}`, properties: null }, account };
}
const methods = () => asked.map(({ method }) => method);

beforeEach(() => {
  answer = () => give();
  init = () => ({ success: true, initContext: { sdkName: "a-host", sdkVersion: "1", capabilities: {}, accountContext: { homeAccountId: account.homeAccountId, environment: account.environment, tenantId: home } } });
});

describe("inside an Outlook that lends its account", () => {
  it("knows the rep without a word, by a token for our scope of our tenant", async () => {
    await openPane();
    expect(await me()).toBe("Ann Example, rep");
    await me();
    expect(methods()).toEqual(["GetInitContext", "GetToken"]);
    expect(asked[1]!.tokenParams).toMatchObject({ clientId: client, scope: expect.stringContaining(`api://${client}/${scope}`), authority: `${issuer.origin}/${home}` });
    expect(noise).toEqual([]);
  });
  it("waits for a click where a person has something to do, and then asks Outlook for it", async () => {
    answer = ({ method }) => method === "GetToken" ? refuse("USER_INTERACTION_REQUIRED") : give();
    await openPane();
    expect(await me()).toBe("unauthorised");
    expect(methods()).toEqual(["GetInitContext", "GetToken"]);
    expect(await click("in")).toBe("in");
    expect(await me()).toBe("Ann Example, rep");
    expect(methods()).toEqual(["GetInitContext", "GetToken", "GetTokenPopup"]);
    expect([noise, context.pages().length]).toEqual([[], 1]);
  });
  it("takes a person's no for a no and opens no other window", async () => {
    answer = ({ method }) => refuse(method === "GetToken" ? "USER_INTERACTION_REQUIRED" : "USER_CANCEL");
    await openPane();
    expect(await me()).toBe("unauthorised");
    expect(await click("in")).toBe("unauthorised");
    expect(context.pages()).toHaveLength(1);
  });
  it("says that it is offline, and is signed in once Outlook is back", async () => {
    answer = () => refuse("NO_NETWORK");
    await openPane();
    expect(await me()).toBe("offline");
    answer = () => give();
    expect(await me()).toBe("Ann Example, rep");
  });
  test.each<[string, JWTPayload, string]>([
    ["of another tenant", { tid: elsewhere }, "unauthorised"], ["that is over", { exp: now() - 120, iat: now() - 4000, nbf: now() - 4000 }, "unauthorised"], ["for another service", { aud: "00000003-0000-0000-c000-000000000000" }, "unauthorised"], ["without our scope", { scp: "User.Read" }, "forbidden"],
  ])("a token %s gets nobody in", async (_name, claims, code) => {
    answer = () => give(claims);
    await openPane();
    expect(await me()).toBe(code);
    expect(audit).toHaveLength(1);
  });
  it("is left by signing out, and stays left when the pane opens anew", async () => {
    await openPane();
    expect(await me()).toBe("Ann Example, rep");
    expect(await click("out")).toBe("out");
    expect(await me()).toBe("unauthorised");
    await page.reload();
    await page.waitForFunction(() => document.title === "ready");
    expect(await me()).toBe("unauthorised");
    expect(await click("in")).toBe("in");
    expect(await me()).toBe("Ann Example, rep");
  });
});

/** One click on the pane's button, and the window that it opens. */
async function clickForWindow(): Promise<Page> {
  const [opened] = await Promise.all([context.waitForEvent("page"), page.click("#in")]);
  return opened;
}
async function signInAt(opened: Page) {
  await opened.fill("input[name=login]", "ann@fabrikam.example");
  await opened.fill("input[name=password]", "x");
  await opened.click("button[type=submit]");
  await opened.waitForSelector("input[name=prompt][value=consent]", { state: "attached" });
  await Promise.all([opened.waitForEvent("close"), opened.click("button[type=submit]")]);
}

describe("inside an Outlook that does not", () => {
  test.each<[string, () => void, boolean]>([
    ["has no bridge", () => undefined, false],
    ["has its bridge switched off", () => { answer = () => refuse("DISABLED"); }, true],
    ["has a bridge that does not start", () => { init = () => refuse("PERSISTENT_ERROR"); }, true],
    ["has a bridge that fails without saying why", () => { answer = () => ({ success: false, error: { status: "" } }); }, true],
  ])("which %s, one click opens our own window, and its token serves", async (_name, arrange, bridge) => {
    arrange();
    await openPane({ bridge });
    expect(await me()).toBe("unauthorised");
    expect(context.pages()).toHaveLength(1);
    await signInAt(await clickForWindow());
    await page.waitForFunction(() => document.title === "in");
    const before = methods().length;
    expect(await me()).toBe("Ann Example, rep");
    await page.reload();
    await page.waitForFunction(() => document.title === "ready");
    expect(await me()).toBe("Ann Example, rep");
    expect([methods().length, audit]).toEqual([before, []]);
    if (!bridge) expect(noise).toEqual([]);
  });
  it("opens the window in the same click in which Outlook's own sign-in fails", async () => {
    answer = ({ method }) => refuse(method === "GetToken" ? "USER_INTERACTION_REQUIRED" : "PERSISTENT_ERROR");
    await openPane();
    expect(await me()).toBe("unauthorised");
    await signInAt(await clickForWindow());
    await page.waitForFunction(() => document.title === "in");
    expect(await me()).toBe("Ann Example, rep");
    expect(methods()).toEqual(["GetInitContext", "GetToken", "GetTokenPopup"]);
  });
  it("says in the window what went wrong there, and tries again from there", async () => {
    await openPane({ bridge: false });
    const opened = await clickForWindow();
    await opened.click("a[href$='/abort']");
    await opened.waitForSelector("#again:not([hidden])");
    expect(await opened.innerText("main")).toMatch(/You were not signed in\.\s+access_denied\s+Try again/);
    expect(opened.url()).not.toContain("error_description");
    await opened.click("#again");
    await signInAt(opened);
    await page.waitForFunction(() => document.title === "in");
    expect(await me()).toBe("Ann Example, rep");
  });
  it("leaves the rep signed out who closes the window", async () => {
    await openPane({ bridge: false });
    const opened = await clickForWindow();
    await opened.waitForSelector("input[name=login]");
    await opened.close();
    await page.waitForFunction(() => document.title === "unauthorised");
    expect(await me()).toBe("unauthorised");
  });
  it("has a sign-in page that brings nobody anywhere who comes to it by a link", async () => {
    page = await context.newPage();
    await page.goto(`${base}/signin.html`);
    await page.waitForFunction(() => document.getElementById("words")!.textContent === "You were not signed in.");
    expect(issuer.asked.filter(path => path.endsWith("/auth")).length).toBe(authorised);
  });
});
let authorised = 0;
beforeEach(() => { authorised = issuer.asked.filter(path => path.endsWith("/auth")).length; });
