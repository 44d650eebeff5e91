import { describe, expect, it, test } from "@jest/globals";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { OfficeAddinManifest } from "office-addin-manifest";
import { validateXML } from "xmllint-wasm";
import { marks } from "../../addin/office/mark.ts";
import { commands } from "../../addin/launch/command.ts";
import { handlers } from "../../addin/launch/events.ts";
import { manifestFor, withoutEvents } from "../../server/manifest.ts";

const root = join(import.meta.dirname, "../.."), schemas = join(root, "../shared/manifest-schema"), built = join(root, "dist/addin");
const text = readFileSync(join(root, "manifest.xml"), "utf8");
const parse = (xml: string) => new (new JSDOM().window.DOMParser)().parseFromString(xml, "text/xml");
const all = (name: string, under: Document | Element): Element[] => [...under.getElementsByTagNameNS("*", name)];
const ours = parse(text);
/** The overrides as Outlook takes them: 1.0 without the 1.1 inside it, and 1.1. */
const [newer] = all("VersionOverrides", ours).slice(1) as [Element];
const older = (() => { const copy = all("VersionOverrides", ours)[0]!.cloneNode(true) as Element; all("VersionOverrides", copy)[0]!.remove(); return copy; })();

/** All that is wrong with a manifest, in words. */
function faults(xml: string): string[] {
  const document = parse(xml), found: string[] = [];
  const say = (wrong: boolean, what: string) => { if (wrong) found.push(what); };
  say(Buffer.byteLength(xml) > 256 * 1024, "longer than 256 KB");
  say(/\b(ItemSend|CustomPane|DetectedEntity)\b/.test(xml), "a retired extension point");
  say(/SendMode="Block"/i.test(xml), "blocks sending");
  for (const [name, max] of [["DisplayName", 125], ["Description", 250]] as const) spoken(all(name, document)[0], name, max);
  for (const address of all("*", document).flatMap(one => [...one.attributes]).filter(({ name }) => name === "DefaultValue" || name === "Value").map(({ value }) => value).concat(all("AppDomain", document).map(one => one.textContent)))
    say(/^[a-z]+:\/\//i.test(address) && !address.startsWith("https://"), `not https: ${address}`);
  for (const domain of all("AppDomain", document)) say(new URL(domain.textContent).origin !== domain.textContent, `not an origin: ${domain.textContent}`);
  for (const overrides of all("VersionOverrides", document)) {
    const resources = [...overrides.children].find(one => one.localName === "Resources");
    const kinds: Record<string, string> = { SourceLocation: "Url", FunctionFile: "Url", Runtime: "Url", Override: "Url", Image: "Image", Label: "ShortStrings", Title: "ShortStrings", Description: "LongStrings" };
    const mine = (one: Element) => one.closest("VersionOverrides") === overrides;
    const used = all("*", overrides).filter(one => mine(one) && one.hasAttribute("resid"));
    const declared = all("*", resources ?? overrides).filter(one => one.hasAttribute("id"));
    for (const one of declared) {
      const id = one.getAttribute("id")!;
      say(id.length > 32, `longer than 32: ${id}`);
      say(declared.filter(other => other.getAttribute("id") === id).length > 1, `declared twice: ${id}`);
      say(!used.some(use => use.getAttribute("resid") === id), `never used: ${id}`);
      if (one.localName === "String") spoken(one, id, one.parentElement!.localName === "ShortStrings" ? 125 : 250);
    }
    for (const use of used) {
      const id = use.getAttribute("resid")!, target = declared.find(one => one.getAttribute("id") === id), kind = kinds[use.localName];
      say(!target || ![target.localName, target.parentElement?.localName].includes(kind), `${use.localName} leads nowhere: ${id}`);
      if (use.localName === "Image" && target) {
        const pixels = Number(use.getAttribute("size")) * Number(use.getAttribute("scale") ?? 1);
        say(widthOf(target.getAttribute("DefaultValue")!) !== pixels, `not ${pixels} pixels: ${id}`);
      }
    }
    for (const id of ["Control", "Group"].flatMap(name => all(name, overrides).filter(mine).map(one => one.getAttribute("id")!)))
      say(all("*", overrides).filter(one => mine(one) && one.getAttribute("id") === id).length > 1, `declared twice: ${id}`);
  }
  say(widthOf(all("IconUrl", document)[0]!.getAttribute("DefaultValue")!) !== 64, "IconUrl is not 64 pixels");
  say(widthOf(all("HighResolutionIconUrl", document)[0]!.getAttribute("DefaultValue")!) !== 128, "HighResolutionIconUrl is not 128 pixels");
  return found;

  function spoken(one: Element | undefined, what: string, max: number) {
    const chinese = one && all("Override", one).find(other => other.getAttribute("Locale") === "zh-CN")?.getAttribute("Value");
    for (const words of [one?.getAttribute("DefaultValue"), chinese]) say(!words?.trim() || words.length > max, `missing in a language, or longer than ${max}: ${what}`);
    say(!/\p{Script=Han}/u.test(chinese ?? ""), `not Chinese: ${what}`);
  }
}

/** Reads width and height from a PNG's header; nothing where it is no square PNG of ours. */
function widthOf(address: string): number | undefined {
  const file = join(root, "addin", new URL(address).pathname);
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  return bytes.toString("latin1", 1, 4) === "PNG" && bytes.readUInt32BE(16) === bytes.readUInt32BE(20) ? bytes.readUInt32BE(16) : undefined;
}

const surfaces = (overrides: Element) => Object.fromEntries(all("ExtensionPoint", overrides).map(point => [point.getAttribute("xsi:type")!.replace("CommandSurface", ""), all("SupportsPinning", point)[0]?.textContent === "true"]));

describe("manifest.xml", () => {
  it("has nothing that Outlook or its store refuses", () => expect(faults(text)).toEqual([]));
  it("opens the pane on messages and meetings, written and read, and on the telephone", () => {
    expect(surfaces(older)).toEqual({ MessageRead: false, MessageCompose: false, AppointmentOrganizer: false, AppointmentAttendee: false });
    expect(Object.keys(surfaces(newer))).toEqual([...Object.keys(surfaces(older)), "LaunchEvent", "MobileMessageRead", "MobileLogEventAppointmentAttendee"]);
    const urls = (overrides: Element) => Object.fromEntries(all("Url", overrides).map(url => [url.getAttribute("id"), new URL(url.getAttribute("DefaultValue")!).pathname]));
    expect([urls(older), urls(newer)]).toEqual([{ "Pane.Url": "/taskpane.html", "Functions.Url": "/commands.html" }, { "Pane.Url": "/taskpane.html", "Functions.Url": "/commands.html", "Launch.Url": "/launch.js" }]);
  });
  it("runs on the ribbon and on the telephone only functions that there are", () => {
    const named = (overrides: Element) => all("FunctionName", overrides).map(one => one.textContent);
    expect([named(older), named(newer)]).toEqual([["logMail", "openDeal"], ["logMail", "openDeal", "logMeeting"]]);
    expect(Object.keys(commands)).toEqual(expect.arrayContaining(named(newer)));
  });
  it("hears of drafts and of sending, asks before it sends, and never blocks", () => {
    const events = all("LaunchEvent", newer).filter(one => one.hasAttribute("Type"));
    expect(events.map(one => [one.getAttribute("Type"), one.getAttribute("SendMode")]).filter(([, mode]) => mode)).toEqual([["OnMessageSend", "PromptUser"], ["OnAppointmentSend", "PromptUser"]]);
    expect(events.map(one => one.getAttribute("FunctionName")).sort()).toEqual(Object.keys(handlers).sort());
    expect(all("LaunchEvent", older)).toEqual([]);
  });
  it("stays open from message to message, but not where Outlook cannot pin", () => {
    expect(Object.entries(surfaces(newer)).filter(([, pinned]) => pinned).map(([surface]) => surface)).toEqual(["MessageRead", "MessageCompose"]);
  });
  it("works in shared folders", () => expect(all("SupportsSharedFolders", newer)[0]?.textContent).toBe("true"));
  it("asks for the current item and no more, from Outlook 1.5 on", () => {
    expect(all("Permissions", ours)[0]?.textContent).toBe("ReadWriteItem");
    expect(all("Set", ours).map(one => one.getAttribute("MinVersion") ?? one.parentElement?.getAttribute("DefaultMinVersion"))).toEqual(["1.5", "1.5", "1.5"]);
  });
  it("names the icon that the notice on a logged message shows", () => {
    for (const overrides of [older, newer]) expect(all("Image", overrides).map(one => one.getAttribute("id"))).toContain(marks.icon);
  });
  it("leads to a page of help that is there", () => {
    expect(existsSync(join(root, "addin", new URL(all("SupportUrl", ours)[0]!.getAttribute("DefaultValue")!).pathname))).toBe(true);
  });
  it("is read by Microsoft's own tool", async () => {
    const read = await OfficeAddinManifest.readManifestFile(join(root, "manifest.xml"));
    expect(read).toMatchObject({ displayName: "Dealwright", hosts: ["Mailbox"], permissions: "ReadWriteItem", officeAppType: "MailApp", defaultLocale: "en-US" });
  });
});

describe("the check of the manifest", () => {
  test.each([
    ["a name that leads nowhere", 'resid="Pane.Url"', 'resid="Pane.Urls"', "leads nowhere"],
    ["a title that is a picture", '<Title resid="Button.Title"', '<Title resid="Icon.16x16"', "leads nowhere"],
    ["plain http", "https://localhost:3000/taskpane.html", "http://localhost:3000/taskpane.html", "not https"],
    ["an icon that is not there", "icon-80.png", "icon-81.png", "not 80 pixels"],
    ["an icon of another size", "icon-16.png", "icon-20.png", "not 16 pixels"],
    ["a string without Chinese", '<bt:Override Locale="zh-CN" Value="打开商匠"/>', "", "missing in a language"],
    ["words too long for their place", 'DefaultValue="Open Dealwright"', `DefaultValue="${"x".repeat(126)}"`, "longer than 125"],
    ["a domain with a path", "<AppDomain>https://login.microsoftonline.com", "<AppDomain>https://login.microsoftonline.com/common", "not an origin"],
    ["a pane of the old sort", "MessageReadCommandSurface", "CustomPane", "retired"],
    ["sending that is blocked", '<Host Name="Mailbox"/>', '<Host Name="Mailbox" SendMode="Block"/>', "blocks sending"],
    ["two buttons of one name", 'id="MessageCompose.Pane"', 'id="MessageRead.Pane"', "declared twice"],
  ])("finds %s", (_what, from, to, said) => {
    expect(text).toContain(from);
    expect(faults(text.replaceAll(from, to)).join("\n")).toContain(said);
  });
});

if (existsSync(schemas)) describe("Microsoft's schemas", () => {
  const load = (fileName: string) => ({ fileName, contents: readFileSync(join(schemas, fileName), "utf8") });
  /** Shared folders, launch events and the telephone's log button are younger than the published schemas. */
  const errors = async (xml: string) => (await validateXML({
    xml: [{ fileName: "manifest.xml", contents: withoutEvents(xml).replace(/<SupportsSharedFolders>true<\/SupportsSharedFolders>/, "").replace(/<ExtensionPoint xsi:type="MobileLogEvent[\s\S]*?<\/ExtensionPoint>/, "") }],
    schema: [load("OfficeAppManifestV1_1.xsd")], preload: readdirSync(schemas).filter(name => name.endsWith(".xsd") && name !== "OfficeAppManifestV1_1.xsd").map(load),
  })).errors.map(error => error.message);
  it("accept the manifest, and the one for another address", async () => {
    expect(await errors(text)).toEqual([]);
    expect(await errors(manifestFor(text, { url: "https://crm.example.com", id: "7a1f6f0e-0000-4000-8000-5d1c6a2b9e10" }))).toEqual([]);
  });
  it("refuse a wrong order, an unknown element and pinning in 1.0", async () => {
    expect(await errors(text.replace(/(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/, "$2$1"))).not.toEqual([]);
    expect(await errors(text.replaceAll("SupportsPinning", "SupportsPining"))).not.toEqual([]);
    expect(await errors(text.replace('<SourceLocation resid="Pane.Url"/>', '<SourceLocation resid="Pane.Url"/><SupportsPinning>true</SupportsPinning>'))).not.toEqual([]);
  });
});

describe("the manifest for another address", () => {
  const id = "7A1F6F0E-1111-4222-8333-5D1C6A2B9E10";
  it("names that address everywhere, and this machine nowhere", () => {
    const made = manifestFor(text, { url: "https://CRM.example.com:8443/" });
    expect(faults(made)).toEqual([]);
    expect(made).not.toMatch(/localhost/);
    expect(made.replaceAll("https://crm.example.com:8443", "https://localhost:3000")).toBe(text.replace(/<!--.*-->\n/, ""));
  });
  it("is made without launch events where one asks for it, and then names nothing of theirs", () => {
    const made = manifestFor(text, { url: "https://crm.example.com", plain: true });
    expect(faults(made)).toEqual([]);
    expect(made).not.toMatch(/LaunchEvent|Runtime|launch\.js/);
    expect(surfaces(all("VersionOverrides", parse(made)).at(-1)!)).toEqual(Object.fromEntries(Object.entries(surfaces(newer)).filter(([name]) => name !== "LaunchEvent")));
  });
  it("is made for several messages at once where one asks for it: on messages that are read, with the permission that Outlook wants for it", () => {
    const made = manifestFor(text, { url: "https://crm.example.com", many: true }), [overrides] = all("VersionOverrides", parse(made)).slice(-1);
    expect(faults(made)).toEqual([]);
    expect([all("Permissions", parse(made))[0]!.textContent, all("SupportsMultiSelect", parse(made)).map(one => one.closest("ExtensionPoint")!.getAttribute("xsi:type"))]).toEqual(["ReadWriteMailbox", ["MessageReadCommandSurface"]]);
    expect(all("SupportsMultiSelect", overrides!)).toHaveLength(1);
    expect(text).not.toMatch(/MultiSelect|ReadWriteMailbox/);
  });
  it("keeps the add-in's id unless it is given its own", () => {
    const idOf = (given?: string) => all("Id", parse(manifestFor(text, { url: "https://crm.example.com", id: given })))[0]?.textContent;
    expect([idOf(), idOf(id)]).toEqual([all("Id", ours)[0]?.textContent, id.toLowerCase()]);
  });
  test.each(["", "crm.example.com", "http://crm.example.com", "javascript:alert(1)", "https://crm.example.com/crm", "https://anna:pw@crm.example.com", "https://crm.example.com?a", "https://crm.example.com/#a", 'https://crm.example.com"/><x'])("is not made for “%s”, and one sentence says why", url => {
    expect(() => manifestFor(text, { url })).toThrow(/^--url must be [^\n]+\.$/);
  });
  it("is not made with an id that is none", () => expect(() => manifestFor(text, { url: "https://crm.example.com", id: "mine" })).toThrow(/^--id must be a GUID[^\n]+\.$/));
});

if (existsSync(join(built, "taskpane.html"))) describe("the built pages", () => {
  it("carry Microsoft's library once, in the head, from its own address", () => {
    for (const name of ["taskpane.html", "signin.html"].filter(one => existsSync(join(built, one)))) {
      const page = new JSDOM(readFileSync(join(built, name), "utf8")).window.document;
      expect([name, [...page.head.querySelectorAll("script")].filter(one => one.src === "https://appsforoffice.microsoft.com/lib/1/hosted/office.js").length]).toEqual([name, 1]);
      expect([name, [...page.querySelectorAll("script")].filter(one => /office(\.debug)?\.js/.test(one.src)).length]).toEqual([name, 1]);
    }
  });
  it("have every icon of the manifest beside them", () => {
    for (const image of all("Image", ours).filter(one => one.hasAttribute("DefaultValue"))) expect(existsSync(join(built, new URL(image.getAttribute("DefaultValue")!).pathname))).toBe(true);
  });
});
