import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const made = { url: "https://localhost:3000", id: /<Id>[^<]*<\/Id>/ };

/** The add-in's declaration for an address that Outlook can reach; an `id` of its own lets two installations live in one mailbox. */
export function manifestFor(xml: string, { url, id, plain = false, many = false }: { url: string; id?: string | undefined; plain?: boolean | undefined; many?: boolean | undefined }): string {
  const origin = originOf(url);
  if (id !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new Error(`--id must be a GUID, 8-4-4-4-12 hexadecimal digits, not “${id}”.`);
  const bare = withoutComments(xml), quiet = plain ? withoutEvents(bare) : bare, moved = (many ? withMany(quiet) : quiet).replaceAll(made.url, origin);
  return id === undefined ? moved : moved.replace(made.id, `<Id>${id.toLowerCase()}</Id>`);
}

/** Without what happens by itself: a manifest with launch events needs an administrator to deploy it, and a listing with them is restricted. */
export const withoutEvents = (xml: string): string => [["<Runtimes>", "</Runtimes>"], ['<ExtensionPoint xsi:type="LaunchEvent">', "</ExtensionPoint>"], ['<bt:Url id="Launch.Url"', "/>"]].reduce((left, [from, to]) => cut(left, from!, to!), xml);
/** With several messages at once, for which Outlook asks the permission to read the whole mailbox; beside pinning, on messages that are read. */
const withMany = (xml: string): string => {
  const from = xml.lastIndexOf('"MessageReadCommandSurface"'), pinned = "<SupportsPinning>true</SupportsPinning>";
  return (xml.slice(0, from) + xml.slice(from).replace(pinned, `${pinned}<SupportsMultiSelect>true</SupportsMultiSelect>`)).replace("<Permissions>ReadWriteItem<", "<Permissions>ReadWriteMailbox<");
};
/** A piece and the line that it stood on. */
function cut(xml: string, from: string, to: string): string {
  const at = xml.indexOf(from), end = xml.indexOf(to, at);
  return at < 0 || end < 0 ? xml : xml.slice(0, xml.lastIndexOf("\n", at)) + xml.slice(end + to.length);
}

/** Each comment goes with the end of its line. */
const withoutComments = (xml: string): string => xml.split("<!--").map((part, nth) => nth ? part.slice(part.indexOf("-->") + 3).replace(/^\n/, "") : part).join("");

/** An https origin: the service answers at the root of its host. */
function originOf(url: string): string {
  const read = URL.canParse(url) ? new URL(url) : undefined;
  if (read?.protocol !== "https:") throw new Error(`--url must be an https address such as https://crm.example.com, not “${url}”: Outlook loads nothing else.`);
  if (url.replace(/\/$/, "").toLowerCase() !== read.origin && `${read.origin}/` !== read.href) throw new Error(`--url must be a bare address without user, path or query, such as ${read.origin}, not “${url}”.`);
  return read.origin;
}

/** `npm run manifest -- --url https://crm.example.com [--id GUID] [--plain] [--many] [--out file]` */
function run(): void {
  const { url, id, plain, many, out } = parseArgs({ options: { url: { type: "string" }, id: { type: "string" }, plain: { type: "boolean" }, many: { type: "boolean" }, out: { type: "string" } } }).values;
  if (url === undefined) throw new Error("Say where the service is: npm run manifest -- --url https://crm.example.com [--id GUID] [--plain] [--many] [--out manifest.crm.xml]");
  const xml = manifestFor(readFileSync(join(import.meta.dirname, "..", "manifest.xml"), "utf8"), { url, id, plain, many });
  if (out === undefined) process.stdout.write(xml); else writeFileSync(out, xml);
}

if (process.argv[1] === import.meta.filename) {
  try { run(); } catch (error) { process.stderr.write(`${(error as Error).message}\n`); process.exitCode = 1; }
}
