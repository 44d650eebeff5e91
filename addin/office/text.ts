/** The first `max` code units of a text at most, never cutting a character in two (a flag, a family and a letter with its accent are one each); an ellipsis shows that something is missing. */
export function chop(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = "";
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
/** Bytes of a base64 text. */
export const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));

/** HTML of our own as plain text, for drafts and clipboards that take no other. */
export function plainOf(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  body.querySelectorAll("br").forEach(line => line.replaceWith("\n"));
  body.querySelectorAll("p, div, li, tr").forEach(block => block.append("\n"));
  return (body.textContent ?? "").replace(/\n{3,}/g, "\n\n").trim();
}
