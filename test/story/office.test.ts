import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, afterEach, describe, expect, it } from "@jest/globals";
import type { BrowserContext, Frame } from "playwright-core";
import type { Drafting } from "../../addin/office/mailbox.ts";
import type { Problem } from "../../model/problem.ts";
import { mailboxContract } from "../addin/mailbox.contract.ts";
import { closeBrowser, openStage, type Stage } from "./stage.ts";
import { listen } from "./serve.ts";

const enquiry = "Enquiry: 14 electromagnetic flow meters for caustic service", order = "PO 4500081733 – pressure transmitters", photo = "FM-300 display after wash-down";
let stage: Stage;
const raise = async (wanted: Parameters<typeof openStage>[0] = {}) => {
  stage = await openStage(wanted);
  const pane = await stage.pane();
  await pane.waitForSelector("html[data-ready]");
  return pane;
};
const subject = (pane: Frame) => pane.evaluate(async () => (await window.mailbox).current().mail?.subject);
/** Waits until the pane's door shows what Outlook shows. */
const follows = (pane: Frame, wanted: string | undefined) => pane.waitForFunction(asked => window.opened?.current().mail?.subject === asked, wanted);
/** Runs a call on the item shown now and says how it ended. */
const outcome = (pane: Frame, call: "body" | "mark" | "reply") => pane.evaluate(async name => {
  const mailbox = await window.mailbox, item = mailbox.current();
  const calls = { body: () => mailbox.body(item), mark: () => mailbox.mark(item, { logged: true, words: "Logged" }), reply: () => mailbox.reply(item, { html: "Hello" }) };
  return calls[name]().then(value => ({ value, code: undefined }), (problem: Problem) => ({ value: undefined, code: problem.code }));
}, call);

/** Lets ten seconds, which a watchdog waits, pass at once. */
const clock = { prepare: (context: BrowserContext) => context.clock.install() }, tenSeconds = (context = stage.context) => context.clock.fastForward(10_000);

afterEach(async () => { await stage?.close(); });
afterAll(closeBrowser);

for (const door of ["office", "demo"] as const) mailboxContract(`the ${door} door in Chromium${door === "office" ? ", with Microsoft's library" : ""}`, async () => {
  let pane = await raise({ door });
  const run = <T>(work: string) => pane.evaluate(`window.mailbox.then(mailbox => (${work}))`) as Promise<T>;
  const language = await run<string>("mailbox.language"), me = await run<{ name: string; address: string }>("mailbox.me");
  let item = await run<any>("mailbox.current()");
  const hearers = new Set<(one: any) => void>(), writers = new Set<() => void>();
  let settings: Record<string, string> = {};
  /** A draft has a window and a pane of its own. */
  const enter = async () => { pane = await stage.pane(); await pane.waitForSelector("html[data-ready]"); item = await run("mailbox.current()"); };
  await stage.page.exposeFunction("heardInPane", (one: any) => hearers.forEach(hear => hear(one)));
  await stage.page.exposeFunction("heardOfDraft", () => writers.forEach(hear => hear()));
  await run("void mailbox.onItem(one => window.heardInPane(one))");
  const rejects = (work: string) => run<{ value?: any; problem?: object }>(`${work}.then(value => ({ value }), problem => ({ problem: { code: problem.code } }))`).then(({ value, problem }) => { if (problem) throw problem; return value; });
  const json = JSON.stringify;
  return {
    mailbox: {
      me, language, look: () => ({ dark: false }), launches: true, onLook: () => () => undefined, browse: () => undefined,
      current: () => item,
      onItem: hear => { hearers.add(hear); return () => hearers.delete(hear); },
      body: of => rejects(`mailbox.body(${json(of)})`),
      attachment: async (of, file) => Uint8Array.from(await rejects(`mailbox.attachment(${json(of)}, ${json(file)}).then(bytes => [...bytes])`)),
      mark: (of, as) => rejects(`mailbox.mark(${json(of)}, ${json(as)})`),
      reply: (of, draft) => rejects(`mailbox.reply(${json(of)}, ${json(draft)})`),
      write: draft => rejects(`mailbox.write(${json(draft)})`),
      draft: new Proxy({} as Drafting, { get: (_, call: string) => (of: any, ...given: unknown[]) => item.key !== of.key ? Promise.reject(Object.assign(new Error(), { code: "changed-item" })) : rejects(`mailbox.draft.${call}(${[of, ...given].map(one => json(one) ?? "undefined").join(", ")})`) }),
      onDraft: hear => { writers.add(hear); void run("void mailbox.onDraft(() => window.heardOfDraft())"); return () => writers.delete(hear); },
      notify: (of, words) => rejects(`mailbox.notify(${json(of)}, ${json(words)})`), openWindow: path => rejects(`mailbox.openWindow(${json(path)})`),
      meeting: of => rejects(`mailbox.meeting(${json(of)})`),
      settings: { get: name => settings[name], set: values => rejects(`mailbox.settings.set(${JSON.stringify(values, (_, value) => value ?? null).replace(/null/g, "undefined")}).then(() => Object.fromEntries(["a", "b", "c"].map(name => [name, mailbox.settings.get(name)])))`).then(read => { settings = read; }) },
    },
    async show(asked) { await stage.select(asked); pane = await stage.pane(); await follows(pane, asked); item = await run("mailbox.current()"); },
    async write(given = {}) {
      await stage.page.evaluate(asked => { window.outlook.desk.write(asked); window.outlook.openPane(); }, given);
      await enter();
    },
    paper: () => stage.outlook(({ desk }) => { const { to, cc, subject, html, files } = desk.front!; return { to, cc, subject, html, files }; }),
    addPerson: person => stage.page.evaluate(one => { const { desk } = window.outlook; desk.front!.to.push(one); desk.changed("people", desk.front); }, person),
    drafts: async () => { await stage.page.waitForFunction(() => true); return stage.outlook(({ desk }) => desk.drafts.map(({ kind, html, to }) => ({ kind, html, to: to.map(one => one.address) }))); },
    notices: asked => stage.page.evaluate(wanted => window.outlook.desk.messages.find(one => one.subject === wanted)!.notices.map(one => one.text), asked),
  };
});

describe("Microsoft's library in the simulated Outlook", () => {
  it("starts from the production tag with no request to another host and no error", async () => {
    const pane = await raise();
    expect(await pane.evaluate(() => ({ host: Office.context.host ?? Office.context.diagnostics.host, version: Office.context.requirements.isSetSupported("Mailbox", "1.12") }))).toMatchObject({ version: true });
    expect(await pane.textContent("#who")).toBe("Imogen Thackeray");
    expect([stage.foreign, stage.errors]).toEqual([[], []]);
  });
  it("refuses the master list of categories to an add-in that may not read the whole mailbox", async () => {
    const pane = await raise();
    expect(await pane.evaluate(() => { try { Office.context.mailbox.masterCategories.getAsync(() => undefined); return "asked"; } catch (error) { return (error as Error).message; } })).toMatch(/permission/i);
  });
  it("marks what the message list then shows: category, property, notice", async () => {
    const pane = await raise({ item: photo });
    expect((await outcome(pane, "mark")).value).toEqual([]);
    expect(await stage.outlook(({ desk }) => ({ categories: desk.selected!.categories, properties: desk.selected!.properties, notices: desk.selected!.notices.map(one => one.key) })))
      .toEqual({ categories: ["Service", "Dealwright"], properties: { dealwright: "logged" }, notices: ["dealwright"] });
    await stage.page.waitForSelector(".row[aria-selected=true] .category:text('Dealwright')");
  });
  it("makes do with less: at Mailbox 1.5 there is no category, and the rest works", async () => {
    const pane = await raise({ mailbox: "1.5" });
    expect((await outcome(pane, "mark")).value).toEqual([]);
    expect((await outcome(pane, "body")).value).toMatchObject({ text: expect.stringContaining("membrane cell room") });
    expect(await stage.outlook(({ office, desk }) => ({ asked: office!.calls.filter(name => /categories|Headers/.test(name)), notices: desk.selected!.notices.length }))).toEqual({ asked: [], notices: 1 });
  });
  it("paints the pane when Outlook changes its theme", async () => {
    const pane = await raise({ mailbox: "1.14" });
    await stage.page.selectOption(".settings label:nth-child(3) select", "dark");
    await pane.waitForSelector("html[data-look=dark]");
    await stage.page.selectOption(".settings label:nth-child(3) select", "light");
    await pane.waitForSelector("html[data-look=light]");
  });
  it("says within its watchdog's time that a dead Outlook does not answer", async () => {
    stage = await openStage({ faults: { dead: true }, ...clock });
    const pane = await stage.pane();
    await tenSeconds();
    await pane.waitForSelector("html[data-failed]");
    expect(await pane.getAttribute("html", "data-failed")).toBe("outlook: Outlook's own library did not start");
  });
  it("opens a dialog in a frame and hears what it says", async () => {
    const pane = await raise();
    const heard = pane.evaluate(() => new Promise<string>((resolve, reject) => {
      Office.context.ui.displayDialogAsync(`${location.origin}/probe.html?as=dialog`, { displayInIframe: true, height: 50, width: 40 }, answer => {
        if (answer.error) return reject(new Error(answer.error.message));
        answer.value.addEventHandler(Office.EventType.DialogMessageReceived, told => resolve((told as { message: string }).message));
      });
    }));
    const dialog = await (await stage.page.waitForSelector("iframe.dialog")).contentFrame();
    await dialog!.waitForFunction(() => "Office" in window);
    await dialog!.evaluate(async () => { await Office.onReady(); Office.context.ui.messageParent("signed in", { targetOrigin: location.origin }); });
    expect(await heard).toBe("signed in");
  });
  it("closes the pane when the add-in asks for it, and the ribbon's button opens it again", async () => {
    const pane = await raise();
    await pane.evaluate(() => { setTimeout(() => Office.context.ui.closeContainer()); });
    await stage.page.waitForSelector("aside.side", { state: "hidden" });
    await stage.page.click(".addin-button");
    await (await stage.pane()).waitForSelector("html[data-ready]");
  });
});

describe("an Outlook with faults", () => {
  it("is late with its event: nothing is read from or done to the message that is truly selected", async () => {
    const pane = await raise({ faults: { itemChanged: "late", lateBy: 1_500 } });
    await stage.select(order);
    expect(await subject(pane)).toBe(enquiry);
    expect((await Promise.all((["body", "mark", "reply"] as const).map(call => outcome(pane, call)))).map(one => one.code)).toEqual(["changed-item", "changed-item", "changed-item"]);
    expect(await stage.outlook(({ desk }) => [...desk.drafts, ...desk.messages.flatMap(one => one.notices)])).toEqual([]);
    await follows(pane, order);
    expect((await outcome(pane, "body")).value).toMatchObject({ text: expect.stringContaining("purchase order 4500081733") });
  });
  it("never sends its event: the same holds for as long as the pane lives", async () => {
    const pane = await raise({ faults: { itemChanged: "missing" } });
    await stage.select(order);
    expect((await outcome(pane, "mark")).code).toBe("changed-item");
    expect(await stage.outlook(({ desk }) => desk.messages.flatMap(one => [...one.notices, ...Object.keys(one.properties)]))).toEqual([]);
  });
  it("says no item first: the pane hears of none and then of the message", async () => {
    const pane = await raise({ faults: { itemChanged: "null first", lateBy: 300 } });
    await stage.select(order);
    await follows(pane, order);
    await pane.waitForFunction(() => window.heard.length === 2);
    expect(await pane.evaluate(() => window.heard.map(item => item.mail?.subject ?? item.surface))).toEqual(["none", order]);
  });
  it("stays with the first message: the pane goes on with that one, whole", async () => {
    const pane = await raise({ faults: { frozen: true } });
    await stage.select(order);
    expect((await outcome(pane, "body")).value).toMatchObject({ text: expect.stringContaining("membrane cell room") });
    expect(await subject(pane)).toBe(enquiry);
  });
  it("never calls back from single methods: a mark names what it could not do, in time", async () => {
    const pane = await raise({ faults: { silent: ["notices.replace"], errors: { "categories.add": 9044 } }, ...clock });
    const marked = outcome(pane, "mark");
    await stage.page.waitForFunction(() => window.outlook.office!.calls.some(name => name.includes("notices")));
    await tenSeconds();
    const { value } = await marked;
    expect(value).toEqual([expect.stringContaining("notice"), expect.stringContaining("category Dealwright")]);
    expect(await stage.outlook(({ desk }) => desk.selected!.properties)).toEqual({ dealwright: "logged" });
  });
  it("is slow and the rep is quick: every body belongs to the message that it was asked for", async () => {
    const pane = await raise({ faults: { slow: { "body.get": 700 } } });
    const seen: string[] = [];
    for (const [asked, words] of [[order, "purchase order"], [photo, "milky"], [enquiry, "membrane"]] as const) {
      await pane.evaluate(() => { const { opened } = window; Object.assign(window, { early: opened!.body(opened!.current()).then(() => "done", (problem: Problem) => problem.code) }); });
      await stage.select(asked);
      await follows(pane, asked);
      expect(await pane.evaluate(() => (window as unknown as { early: Promise<string> }).early)).toBe("changed-item");
      seen.push(String(((await outcome(pane, "body")).value as { text: string }).text.includes(words)));
    }
    expect(seen).toEqual(["true", "true", "true"]);
  });
});

describe("the page that plays Outlook", () => {
  it("is walked through with the arrow keys, and Escape leaves no message selected", async () => {
    const pane = await raise();
    await stage.page.click(".row[aria-selected=true]");
    await stage.page.keyboard.press("ArrowDown");
    await follows(pane, "Level sensors for the Dartmouth reservoirs – price by Friday?");
    await stage.page.keyboard.press("End");
    await follows(pane, "Dealwright is ready for your mailbox");
    await stage.page.keyboard.press("Escape");
    await follows(pane, undefined);
    expect(await stage.page.textContent(".reading h2")).toBe("Select an item to read");
    await stage.page.keyboard.press("Home");
    await follows(pane, enquiry);
  });
  it("draws no element of a mail but the harmless ones", async () => {
    await raise();
    const found = await stage.outlook(({ desk }) => {
      desk.selected!.html = "<p onclick='x()'>Hello <script>x()</script><img src=x onerror=x()><a href='javascript:x()'>there</a><iframe src='/'></iframe><style>p{}</style></p>";
      desk.changed("message");
      return document.querySelector(".letter")!.innerHTML;
    });
    expect(found).toBe("<p>Hello <a>there</a></p>");
  });
  it("signs another person in and speaks another language after a choice", async () => {
    await raise({ door: "demo" });
    await stage.page.selectOption(".settings label:nth-child(1) select", "manager");
    await stage.page.waitForFunction(() => window.outlook?.choices.as === "manager");
    await stage.page.waitForSelector("html[data-ready]");
    const pane = await stage.pane();
    await pane.waitForSelector("html[data-ready]");
    expect(await pane.evaluate(async () => ({ me: (await window.mailbox).me.name, address: location.search }))).toEqual({ me: "Marta Keller", address: "?demo=manager" });
    await stage.page.selectOption(".settings label:nth-child(2) select", "zh-CN");
    await stage.page.waitForSelector("html[lang=zh-CN][data-ready]");
    expect(await stage.page.textContent(".list h2")).toBe("收件箱");
  });
  it("resizes the pane by the keyboard, by a choice and by dragging", async () => {
    await raise({ door: "demo", width: 320 });
    const width = () => stage.page.evaluate(() => document.querySelector("iframe.addin.pane")!.clientWidth);
    expect(await width()).toBe(320);
    await stage.page.focus(".edge");
    await stage.page.keyboard.press("ArrowLeft");
    expect(await width()).toBe(330);
    await stage.page.selectOption(".widths", "450");
    expect(await width()).toBe(450);
    const edge = (await (await stage.page.$(".edge"))!.boundingBox())!;
    await stage.page.mouse.move(edge.x + 4, 400);
    await stage.page.mouse.down();
    await stage.page.mouse.move(edge.x + 54, 400, { steps: 4 });
    await stage.page.mouse.up();
    expect(await width()).toBe(400);
  });
  it.each([["light", "en-US", photo, 1440], ["dark", "zh-CN", order, 1440], ["dark", "en-US", "none", 1440], ["light", "en-US", order, 1060]] as const)("has nothing for axe to find: %s, %s, %s, %i px", async (theme, language, item, width) => {
    await raise({ door: "demo", theme, language, item });
    await stage.page.setViewportSize({ width, height: 800 });
    if (item !== "none") await outcome(await stage.pane(), "mark");
    await stage.page.evaluate(() => Promise.all(document.getAnimations().map(one => one.finished)));
    const { violations } = await new AxeBuilder({ page: stage.page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(one => one.html.slice(0, 120))])).toEqual([]);
  });
});

describe("a draft in the simulated Outlook", () => {
  it.each([["light", "en-US"], ["dark", "zh-CN"]] as const)("has nothing for axe to find, in its window and before it is sent: %s, %s", async (theme, language) => {
    await raise({ door: "demo", theme, language });
    await stage.outlook(({ desk }) => { desk.answer(desk.messages[1]!, "replyAll"); });
    await stage.page.setInputFiles(".workspace:not([hidden]) input[type=file]", { name: "LR-220.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF") });
    await stage.page.waitForSelector(".draft-form .file");
    const { violations } = await new AxeBuilder({ page: stage.page }).exclude("iframe").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(one => one.html.slice(0, 120))])).toEqual([]);
  });
  it("is written by hand: people as typed, and it lies in Sent Items as it was", async () => {
    await raise({ door: "demo" });
    await stage.page.click(".send.new");
    await stage.page.keyboard.type("Helen Prosser; new.person@elsewhere.example");
    await stage.page.keyboard.press("Enter");
    await stage.page.fill(".workspace:not([hidden]) .draft-subject", "Two people");
    await stage.page.click(".workspace:not([hidden]) .ribbon .send");
    expect(await stage.outlook(({ desk }) => desk.sent.map(({ subject, to }) => ({ subject, to })))).toEqual([{ subject: "Two people", to: [{ name: "Helen Prosser", address: "helen.prosser@marchfield-dairies.example" }, { name: "", address: "new.person@elsewhere.example" }] }]);
    await stage.page.click(".folder >> nth=2");
    expect(await stage.page.textContent("[role=option] .subject")).toBe("Two people");
  });
  it("goes over into a pinned pane with the event, in an Outlook that writes in the reading pane", async () => {
    const pane = await raise({ faults: { writesInPlace: true } });
    await stage.page.click(".command.reply");
    await pane.waitForFunction(() => window.opened?.current().surface === "compose");
    expect(await pane.evaluate(async () => (await window.mailbox).draft.people((await window.mailbox).current()).then(({ to }) => to.map(one => one.name)))).toEqual(["Imogen Thackeray"]);
  });
  it("closes the pane on a meeting, where it cannot be pinned, and opens it again on the next message", async () => {
    await raise();
    await stage.page.click(".folder >> nth=3");
    await stage.page.click("[role=option] >> nth=1");
    await stage.page.waitForSelector("aside.side", { state: "hidden" });
    await stage.page.click(".folder >> nth=0");
    await (await stage.pane()).waitForSelector("html[data-ready]");
  });
});

describe("the demo's door", () => {
  it("neither asks nor hears a page of another origin that holds the pane in a frame", async () => {
    stage = await openStage({ door: "demo", ...clock });
    const elsewhere = await listen((_, response) => { response.setHeader("content-type", "text/html").end(`<script>window.heard=[];addEventListener("message",event=>heard.push(event.data));</script><iframe src="${stage.addin}/demo-probe.html?demo=rep"></iframe>`); });
    const address = `http://localhost:${elsewhere.port}/`, stranger = await stage.context.newPage();
    await stranger.route(address, route => route.continue());
    await stranger.goto(address);
    const frame = await (await stranger.waitForSelector("iframe")).contentFrame();
    await frame!.waitForLoadState("load");
    await tenSeconds();
    await frame!.waitForSelector("html[data-failed]");
    expect(await stranger.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
    await elsewhere.close();
  });
});
