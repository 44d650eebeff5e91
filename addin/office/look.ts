import type { Look } from "./mailbox.ts";

/** Whether a colour (#rgb or #rrggbb) is dark, by WCAG 2.2 relative luminance; undefined where it is no such colour. The flag that Outlook sends along is not always set, its colours are. */
export function isDark(colour: string | undefined): boolean | undefined {
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(colour ?? "")?.[1];
  if (!hex) return undefined;
  const full = hex.length === 3 ? hex.replace(/./g, "$&$&") : hex;
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map(at => linear(parseInt(full.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 0.18;
}
const linear = (part: number) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;

/** What the system prefers, where Outlook does not tell; light where nobody does. */
export const systemLook = (): Look => ({ dark: preference()?.matches ?? false });

/** Hears when the system's preference changes. Returns how to stop. */
export function onSystemLook(hear: () => void): () => void {
  const list = preference();
  list?.addEventListener("change", hear);
  return () => list?.removeEventListener("change", hear);
}
const preference = () => typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: dark)") : undefined;
