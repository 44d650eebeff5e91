import { Problem } from "../../model/problem.ts";
import { plainOf } from "./text.ts";

/** Leaves HTML, and the same as plain text, on the clipboard; rejects with `outlook` where the browser does not let us. */
export async function copyHtml(html: string): Promise<void> {
  const text = plainOf(html);
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/html": new Blob([html], { type: "text/html" }), "text/plain": new Blob([text], { type: "text/plain" }) })]);
  } catch (cause) {
    if (!copiedOldWay(html, text)) throw new Problem("outlook", { detail: "Neither Outlook nor the clipboard took the text", cause });
  }
}

/** Outlook's frames often forbid the newer way; during a click the older one works. */
function copiedOldWay(html: string, text: string): boolean {
  const put = (event: ClipboardEvent) => { event.preventDefault(); event.clipboardData?.setData("text/html", html); event.clipboardData?.setData("text/plain", text); };
  document.addEventListener("copy", put);
  try { return document.execCommand?.("copy") ?? false; } finally { document.removeEventListener("copy", put); }
}

/** Opens a form with the text in it; where that fails, or Outlook takes no text so long, opens it without and leaves the text on the clipboard. */
export async function openOrCopy(html: string, room: number, open: (html: string) => Promise<void>): Promise<"opened" | "copied"> {
  if (html.length <= room) { try { await open(html); return "opened"; } catch { /* the clipboard has to do */ } }
  await copyHtml(html);
  if (html.length > room) await open("").catch(() => undefined);
  return "copied";
}
