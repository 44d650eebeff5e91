import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from "@jest/globals";
import type { JWTPayload } from "jose";
import { readFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { scope } from "../../server/identity/entra.ts";
import { client, elsewhere, home, mint, oid, type Issuer } from "../server/issuer.kit.ts";
import { chromiumArgs, chromiumPath } from "../setup/chromium.ts";
import { certificate, openSignIn, root, signInAt } from "./signin.kit.ts";

interface Asked { method: string; tokenParams?: { clientId: string; scope: string; authority: string } }
type Answer = { success: false; error: { status: string; code?: string; description?: string } } | { success: true } & Record<string, unknown> | "silence";

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
  const tls = await certificate();
  let answerer: RequestListener = (_request, response) => { response.destroy(); };
  server = https.createServer(tls, (request, response) => answerer(request, response));
  await new Promise<void>(listening => server.listen(0, "127.0.0.1", listening));
  base = `https://localhost:${(server.address() as AddressInfo).port}`;
  const opened = await openSignIn({ publicUrl: base, pane, tls });
  ({ app: answerer, issuer, audit } = opened);
  browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await issuer?.stop();
  server?.closeAllConnections();
  await new Promise(closed => server.close(closed));
});

beforeEach(async () => {
  asked = []; audit.length = 0; noise = []; strangers = [];
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
describe("inside an Outlook that does not", () => {
  it("says that an administrator has to allow us first, where the directory tells our own window so", async () => {
    await context.route(url => url.origin === issuer.origin && url.searchParams.has("redirect_uri"), route => {
      const asked = new URL(route.request().url()).searchParams, answer = new URLSearchParams({ error: "access_denied", error_description: "AADSTS90094: An administrator of the tenant has to grant consent.", state: asked.get("state")! });
      return route.fulfill({ contentType: "text/html", body: `<script>location.replace(${JSON.stringify(`${asked.get("redirect_uri")}#${String(answer)}`)})</script>` });
    });
    await openPane({ bridge: false });
    expect(await me()).toBe("unauthorised");
    expect(await click("in")).toBe("consent");
    expect(context.pages()).toHaveLength(1);
  });
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
  it("opens that same window where the very first thing is a click", async () => {
    await openPane({ bridge: false });
    await signInAt(await clickForWindow());
    await page.waitForFunction(() => document.title === "in");
    expect(await me()).toBe("Ann Example, rep");
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
    const sent = () => issuer.asked.filter(path => path.endsWith("/auth")).length, before = sent();
    page = await context.newPage();
    await page.goto(`${base}/signin.html`);
    await page.waitForFunction(() => document.getElementById("words")!.textContent === "You were not signed in.");
    expect(sent()).toBe(before);
  });
});
