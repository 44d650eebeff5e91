import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadableMail } from "../../../model/reading/reading.ts";

/** An invented message with what a careful assistant would read in it. `want` names every field that must be read; of the others `core` must stay empty. */
export interface Letter { says: string; kind: string; mail: ReadableMail; want: Record<string, string>; reply?: string }

/** The files of letters, in the order in which they were written. */
export const batches = ["first", "second", "third", "fourth", "fifth", "sixth"] as const;

/** Reads a file of letters: a head of `key: value` lines, then the message; `<<` and `>>` stand around what was said last. */
export function lettersOf(name: string): Letter[] {
  return readFileSync(join(import.meta.dirname, "letters", `${name}.txt`), "utf8").split(/^=== /m).slice(1).map(letter => {
    const [, title, head, form, written] = /^(.*)\n([\s\S]*?)^(text|html):\n([\s\S]*)$/m.exec(letter)!;
    const line = (key: string) => new RegExp(`^${key}: ?(.*)$`, "m").exec(head!)?.[1]?.trim() ?? "";
    const [, name = "", address = ""] = /^(.*?)\s*<(.*)>$/.exec(line("from"))!;
    const body = written!.trimEnd(), open = body.indexOf("<<\n"), close = body.indexOf("\n>>");
    const reply = line("reply") ? line("reply").replaceAll("\\n", "\n") : close < 0 ? undefined : body.slice(open < 0 ? 0 : open + 3, close).trim();
    const plain = body.replace(/^(?:<<|>>)\n?/gm, "");
    const want = Object.fromEntries(line("want").split(" ; ").filter(Boolean).map(pair => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1).trim()]));
    return {
      says: title!, kind: /^\S+ (\S+)/.exec(title!)![1]!, want, reply,
      mail: { from: { name: name.replace(/^"|"$/g, ""), address }, receivedFor: { name: "Sam Ortiz", address: "sam.ortiz@dealwright.example" }, subject: line("subject"), defaultRegion: line("region"), text: form === "text" ? plain : "", html: form === "html" ? plain : undefined },
    };
  });
}
