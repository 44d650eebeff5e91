/** Initials in a circle whose shade is the person's own; decoration, as the name stands beside it. */
export function Face({ name, address, small }: { name: string; address: string; small?: boolean }) {
  const shade = [...address.toLowerCase()].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 360, 7);
  return <span className={small ? "face small" : "face"} style={{ ["--shade" as string]: shade }} aria-hidden="true">{initials(name || address)}</span>;
}

/** Two letters of a Latin name, the last one or two signs of a Chinese one. */
export function initials(name: string): string {
  const han = name.match(/\p{Script=Han}/gu);
  if (han) return han.slice(-2).join("");
  const parts = name.replace(/[^\p{L}\p{N}\s@.-]/gu, "").split(/[\s@.]+/u).filter(Boolean);
  return ((parts[0]?.[0] ?? "?") + (parts.length > 1 ? parts[parts.length - 1]![0]! : "")).toUpperCase();
}
