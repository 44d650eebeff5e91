import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Frame, Page } from "playwright-core";
import type { Issuer } from "../server/issuer.kit.ts";
import { certificate, openSignIn, signInAt } from "./signin.kit.ts";
import { closeBrowser, openStage, type Stage } from "./stage.ts";

/** The pane, as far as signing in through Outlook's own windows goes. */
const pane = `
  import { askConfiguration, connect } from "./addin/api.ts";
  import { openOutlook } from "./addin/office/outlook.ts";
  import { openSession, readConfiguration } from "./addin/session/session.ts";
  const { dialogs } = await openOutlook();
  const session = openSession(readConfiguration(await askConfiguration()), { dialogs });
  const api = connect("", () => session.authorization());
  window.me = () => api.me().then(me => me.name + ", " + me.role, problem => problem.code);
  document.getElementById("in").onclick = () => { document.title = "…"; session.signIn().then(() => document.title = "in", problem => document.title = problem.code); };
  document.title = "ready";`;

let stage: Stage, frame: Frame, issuer: Issuer;

beforeEach(async () => {
  const tls = await certificate();
  const head = `<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>`;
  stage = await openStage({
    pane: "/pane.html",
    addin: async ({ publicUrl }) => {
      const opened = await openSignIn({ publicUrl, pane, head, tls }), server = http.createServer(opened.app);
      issuer = opened.issuer;
      await new Promise<void>(listening => server.listen(0, "127.0.0.1", listening));
      return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => new Promise<void>(closed => { server.close(() => closed()); server.closeAllConnections(); }) };
    },
    prepare: context => context.route(url => url.origin === issuer.origin, route => route.continue()).then(() => undefined),
  });
  frame = await stage.pane();
  await frame.waitForFunction(() => document.title === "ready");
}, 60_000);
afterEach(async () => { await stage.close(); await issuer.stop(); });
afterAll(closeBrowser);

const me = () => frame.evaluate(() => (window as unknown as { me: () => Promise<string> }).me());
async function click(): Promise<Page> {
  const [opened] = await Promise.all([stage.context.waitForEvent("page"), frame.click("#in")]);
  return opened;
}
const outcome = async () => { await frame.waitForFunction(() => !["ready", "…"].includes(document.title)); return frame.title(); };

describe("with Microsoft's own library", () => {
  it("signs in through a window of Outlook's in one click, and a second time as well", async () => {
    expect(await me()).toBe("unauthorised");
    await signInAt(await click());
    expect(await outcome()).toBe("in");
    expect(await me()).toBe("Ann Example, rep");
    const again = await click();
    if (!again.isClosed()) await again.waitForEvent("close"); // the directory still knows her
    expect(await outcome()).toBe("in");
  });
  it("leaves the rep signed out who closes the window", async () => {
    await me();
    const opened = await click();
    await opened.waitForSelector("input[name=login]");
    await opened.close();
    expect(await outcome()).toBe("unauthorised");
    expect(await me()).toBe("unauthorised");
  });
});
