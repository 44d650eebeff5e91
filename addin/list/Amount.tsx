import { useFormats } from "../format.ts";
import { useTitle } from "../reach.ts";

/** An amount with the sign of its currency: the one whose id is given, whose code is known when it has been asked for, else the company's own; `exact` with all digits, in a column. */
export function Amount({ of, currency, exact }: { of: number; currency?: unknown; exact?: boolean }) {
  const formats = useFormats(), id = typeof currency === "string" ? currency : undefined, code = useTitle("currency", id);
  const written = exact ? formats.exact : formats.money;
  return <span className="figure">{!id ? written(of) : code ? written(of, code) : formats.amount(of)}</span>;
}
