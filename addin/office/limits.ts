import { Problem } from "../../model/problem.ts";

/** What Outlook takes at most, each the smallest of what its clients say: characters, unless a line says otherwise. */
export const limits = {
  "custom properties": 2_500,
  "settings": 32_768,
  "session data": 50_000,
  "subject": 255,
  "location": 255,
  "attachment name": 255,
  "attachment id": 100,
  /** Base64 of one file. */
  "attachment": 27_892_122,
  /** Bytes of all files of a message. */
  "attachments": 25 * 1024 * 1024,
  /** How many files. */
  "files": 499,
  /** Of a form that opens with it. */
  "form": 32_768,
  "body": 1_000_000,
  "signature": 30_000,
  "append": 5_000,
  /** People in one call. */
  "recipients": 100,
  "notice": 150,
  "notice key": 32,
  /** Notices on one item. */
  "notices": 5,
} as const;
export type Limited = keyof typeof limits;

/** Rejects with `too-large` before Outlook does, which would say less about it, or say nothing. */
export function within(what: Limited, size: number): void {
  if (size > limits[what]) throw new Problem("too-large", { detail: `Outlook takes ${limits[what].toLocaleString("en")} at most (${what})` });
}

/** The bytes that a base64 text stands for. */
export const sizeOf = (base64: string): number => Math.floor(base64.length * 3 / 4) - (base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0);

/** Whether one more file of `size` bytes may join those that are there. */
export function mayJoin(there: readonly { size: number }[], { name, base64 }: { name: string; base64: string }): void {
  within("attachment name", name.length);
  within("attachment", base64.length);
  within("files", there.length + 1);
  within("attachments", there.reduce((sum, file) => sum + file.size, sizeOf(base64)));
}
