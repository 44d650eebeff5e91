import { useFormats } from "../format.ts";
import { useTitle } from "../reach.ts";

/** An amount with the sign of its currency: the one whose id is given, whose code is known when it has been asked for, else the company's own. */
export function Amount({ of, currency }: { of: number; currency?: unknown }) {
  const formats = useFormats(), id = typeof currency === "string" ? currency : undefined, code = useTitle("currency", id);
  return <span className="figure">{!id ? formats.money(of) : code ? formats.money(of, code) : formats.amount(of)}</span>;
}
