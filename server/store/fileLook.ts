import { fileTypeFromBuffer } from "file-type";
import { Problem } from "../../model/problem.ts";
import { entriesOf } from "./zip.ts";

/** Watches a file go by and refuses it where its content is not what it is said to be: by its first bytes, by what a zip lists at its end, and a text by holding no NUL. */
export function look(said: string): { at(bytes: Buffer): Promise<void>; end(): Promise<void> } {
  const type = said.split(";")[0]!.trim().toLowerCase(), isText = texts.test(type);
  let first: Buffer = Buffer.alloc(0), last: Buffer = Buffer.alloc(0), judged = false, isWide = false;
  const refuse = (): never => { throw new Problem("wrong-type", { detail: `The content is not ${type}` }); };
  if (type === anything) return { async at() {}, async end() {} };

  async function judge() {
    judged = true;
    const found = (await fileTypeFromBuffer(first).catch(() => undefined))?.mime as string | undefined;
    isWide = isText && (first.indexOf("\xff\xfe", 0, "latin1") === 0 || first.indexOf("\xfe\xff", 0, "latin1") === 0);
    if (isText ? !isWide && (first.includes(0) || found !== undefined && !texts.test(found)) : found !== type && !family[found ?? ""]?.includes(type)) refuse();
  }
  return {
    async at(bytes) {
      last = Buffer.concat([last, bytes]).subarray(-tail);
      if (judged) { if (isText && !isWide && bytes.includes(0)) refuse(); return; }
      first = Buffer.concat([first, bytes]);
      if (first.length >= beginning) await judge();
    },
    async end() {
      if (!judged) await judge();
      const entries = entriesOf(last), part = parts[type];
      if (!part && !zips.test(type)) return entries && refuse();
      if (!entries || part && !["[Content_Types].xml", part].every(name => entries.some(entry => entry.name.startsWith(name)))) return refuse();
      if (entries.length > 20_000 || entries.reduce((sum, entry) => sum + entry.size, 0) > largest) throw new Problem("too-large", { detail: "Unpacked this file would be too large" });
    },
  };
}

/** Bytes that are looked at: at the beginning, at the end, and all that a zip may say it holds. */
const beginning = 64 << 10, tail = 1 << 20, largest = 2 ** 30;

/** Kinds without a mark of their own; and what is said of content that is not to be looked at. */
const texts = /^(text\/(plain|csv|markdown|calendar|vcard)|application\/json|message\/rfc822)$/, anything = "application/octet-stream";
const zips = /^application\/(zip|vnd\.oasis\.opendocument\.\w+)$/;
/** What is in an Office file of each kind. */
const office = "application/vnd.openxmlformats-officedocument.";
const parts: Record<string, string> = { [`${office}wordprocessingml.document`]: "word/", [`${office}spreadsheetml.sheet`]: "xl/", [`${office}presentationml.presentation`]: "ppt/" };
/** What the beginning of a container looks like that is more than that. */
const family: Record<string, string[]> = {
  "application/zip": Object.keys(parts),
  "application/x-cfb": ["application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint", "application/vnd.ms-outlook"],
  "audio/mp4": ["audio/x-m4a"], "video/x-m4v": ["video/mp4"],
};
