import type { Page } from "playwright-core";
import { seed } from "../../../server/demo/seed.ts";
import { createApp } from "../../../server/app.ts";
import { admission } from "../../../server/admission.ts";
import { directory, scope } from "../../../server/identity/entra.ts";
import { openIdentity } from "../../../server/identity/identity.ts";
import { memoryStore } from "../../../server/store/lowdb.ts";
import { client, home, mint, oid, openIssuer, type Issuer } from "../../server/issuer.kit.ts";
import type { Faults } from "../../outlook/faults.ts";
import { listen } from "../serve.ts";
import { load, signInAt } from "../signin.kit.ts";
import { certificate, type Stage } from "../stage.ts";
import { button, leapTo, next, openPlace, paneOpened, type Journey } from "./kit.ts";

export interface House { stage: Stage; issuer: Issuer }

/** The demo company as a house with a directory of its own, in an Outlook that lends its account. */
export async function openHouse(): Promise<House & { close(): Promise<void> }> {
  const tls = await certificate(), store = await memoryStore();
  await seed(store, new Date().toISOString());
  let issuer: Issuer | undefined;
  const stage = await openPlace({
    pane: "/taskpane.html",
    addin: async ({ publicUrl }) => {
      issuer = await openIssuer({ tls: { key: tls.private, cert: tls.cert }, redirect: `${publicUrl}/signin.html` });
      const entra = { ...directory(home, client, issuer.origin)!, load: (address: string) => load(address, tls.cert) };
      const app = createApp({ store, identity: openIdentity({ directory: entra, publicUrl, log: () => undefined, admit: admission(store) }), directory: entra, publicUrl, now: () => new Date(), log: () => undefined, dist: "dist", rate: 1e6 });
      const { port, close } = await listen(app);
      return { origin: `http://localhost:${port}`, close };
    },
    prepare: async context => { await context.addInitScript(bridge); },
  });
  await stage.page.exposeFunction("lendAccount", (question: Question) => lend(issuer!, question));
  return { stage, issuer: issuer!, close: async () => { await stage.close(); await issuer!.stop(); await store.close(); } };
}

/** What the library of Microsoft's CDN brings along: a way for the pane to ask Outlook for its account. */
function bridge(): void {
  if (window === window.parent) return;
  const hearers: ((message: string) => void)[] = [];
  window.addEventListener("message", ({ data }) => { if (typeof data === "string" && data.includes("NestedAppAuthResponse")) for (const hear of hearers) hear(data); });
  Object.assign(window, { nestedAppAuthBridge: { addEventListener: (_: string, hear: (message: string) => void) => { hearers.push(hear); }, removeEventListener: () => undefined, postMessage: (message: string) => window.parent.postMessage(message, "*") } });
}
interface Question { method: string; tokenParams?: { scope?: string } }
const account = { homeAccountId: `${oid}.${home}`, environment: "localhost", tenantId: home, username: "ann@fabrikam.example", localAccountId: oid, name: "Ann Example" };

/** Outlook's side of lending its account, where nothing is wrong with it. A request for no more than who one is crashes some Outlooks. */
async function lend(issuer: Issuer, { method, tokenParams }: Question): Promise<object> {
  if (method === "GetInitContext") return { initContext: { sdkName: "a-host", sdkVersion: "1", capabilities: {}, accountContext: { homeAccountId: account.homeAccountId, environment: account.environment, tenantId: home } } };
  if (!tokenParams?.scope?.includes(`api://${client}/${scope}`)) return { error: { status: "PERSISTENT_ERROR" } };
  const now = Math.floor(Date.now() / 1000), [access, id] = await Promise.all([mint(issuer, now), mint(issuer, now, { scp: undefined })]);
  return { token: { access_token: access, id_token: id, expires_in: 3600, scope: `api://${client}/${scope}`, properties: null }, account };
}

/** From signed out to the card of the person who wrote; where that does not go, there is one button that says what to do, and it gets the rep in, at the latest when the trouble is over. */
export const signingIn: Journey<House> = async ({ stage }, faults) => {
  const pane = await begin(stage, faults), card = button(pane, /^Log to Radar roll-out/), enter = pane.getByRole("button", { name: /^Sign(ing you)? in/ }), again = button(pane, "Try again").first();
  await pane.getByRole("searchbox").waitFor(); // the library is there: only what comes after it may be waited for in leaps
  if (faults.signIn === "silent" && faults.signInFrom !== "GetTokenPopup") await leapTo(stage, enter);
  await card.or(enter).or(again).first().waitFor();
  if (faults.signIn === "NO_NETWORK" && faults.signInFrom !== "GetTokenPopup") {
    await pane.getByText("Dealwright cannot be reached").waitFor();
    await stage.fault({ signIn: "" });
    await again.click();
  } else if (!await card.count()) await clickIn(stage, pane, faults);
  await card.waitFor();
};

async function clickIn(stage: Stage, pane: Awaited<ReturnType<Stage["pane"]>>, faults: Faults): Promise<void> {
  const enter = pane.getByRole("button", { name: /^Sign(ing you)? in/ }), withOutlook = faults.signInFrom === "GetTokenPopup" && ["", "USER_CANCEL", "silent"].includes(faults.signIn);
  if (faults.signIn === "USER_CANCEL") {
    await enter.click();
    await pane.locator("button[aria-busy=false]", { hasText: "Sign in" }).waitFor();
    await stage.fault({ signIn: "" });
  }
  if (withOutlook && faults.signIn !== "silent") return enter.click();
  if (withOutlook) { await enter.click(); await pane.getByText("If nothing appears").waitFor(); await stage.context.clock.fastForward(3_000); }
  const [opened] = await Promise.all([stage.context.waitForEvent("page"), enter.click()]);
  await signInAt(opened as Page);
}

/** Nobody is signed in, neither here nor with the directory, and a customer's mail is open. */
async function begin(stage: Stage, faults: Faults) {
  await stage.context.clearCookies();
  await (await stage.pane()).evaluate(() => { sessionStorage.clear(); });
  await stage.page.evaluate(([wrong, subject]) => {
    const { desk, faults, office } = window.outlook;
    window.outlook.closePane();
    desk.messages[0] = { ...desk.messages.find(one => one.from.address.startsWith("camille.gagnon"))!, id: subject, subject };
    Object.assign(faults, wrong);
    office!.nestedAuth = async question => { const { error, ...answer } = await (window as unknown as { lendAccount(question: object): Promise<{ error?: object }> }).lendAccount(question as object); if (error) throw error as Error; return answer; };
    desk.openFolder("inbox");
    window.outlook.openPane();
  }, [faults, `Signed out ${next()}`] as const);
  return paneOpened(stage, faults);
}
