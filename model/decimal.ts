/** An exact decimal: `digits` / 10^`scale`. */
export interface Decimal { digits: bigint; scale: number }

/** Reads a number by its shortest decimal, which for up to 15 digits is the one that was meant. */
export function decimal(of: number | string): Decimal {
  const [, sign, whole, part = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(of)) ?? fail(of);
  const scale = part.length - Number(exponent), digits = BigInt(`${sign}${whole}${part}`);
  return scale < 0 ? { digits: digits * ten(-scale), scale: 0 } : { digits, scale };
}
export const plus = (a: Decimal, b: Decimal): Decimal => { const scale = Math.max(a.scale, b.scale); return { digits: at(a, scale) + at(b, scale), scale }; };
export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, { digits: -b.digits, scale: b.scale });
export const times = (a: Decimal, b: Decimal): Decimal => ({ digits: a.digits * b.digits, scale: a.scale + b.scale });
/** a / b to `scale` digits after the point, halves away from zero. */
export function over(a: Decimal, b: Decimal, scale: number): Decimal {
  const up = ten(scale + b.scale), down = b.digits * ten(a.scale);
  return { digits: divide(a.digits * up, down), scale };
}
export const compare = (a: Decimal, b: Decimal): number => { const { digits } = minus(a, b); return digits < 0n ? -1 : digits > 0n ? 1 : 0; };
/** To `scale` digits after the point, halves away from zero, as invoices are rounded. */
export const round = (a: Decimal, scale: number): Decimal => a.scale <= scale ? a : { digits: divide(a.digits, ten(a.scale - scale)), scale };
/** The whole number next below (`-1`) or above (`1`) a / b, a positive b. */
export function wholeOver(a: Decimal, b: Decimal, way: -1 | 1): Decimal {
  const up = a.digits * ten(b.scale), down = b.digits * ten(a.scale), cut = up / down, rest = up % down;
  return { digits: rest === 0n ? cut : way < 0 ? (rest < 0n ? cut - 1n : cut) : rest > 0n ? cut + 1n : cut, scale: 0 };
}
export const numberOf = (a: Decimal): number => Number(show(a));
/** Plain digits with a point, without needless zeros. */
export function show({ digits, scale }: Decimal): string {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0"), cut = text.length - scale;
  let end = text.length;
  while (end > cut && text[end - 1] === "0") end--;
  const part = text.slice(cut, end);
  return `${digits < 0n ? "-" : ""}${text.slice(0, cut)}${part && `.${part}`}`;
}

const ten = (n: number) => 10n ** BigInt(n);
const at = ({ digits, scale }: Decimal, wanted: number) => digits * ten(wanted - scale);
function divide(a: bigint, b: bigint): bigint {
  const negative = a < 0n !== b < 0n, [n, d] = [a < 0n ? -a : a, b < 0n ? -b : b], twice = (n * 2n + d) / (d * 2n);
  return negative ? -twice : twice;
}
const fail = (of: unknown): never => { throw new RangeError(`Not a decimal: ${String(of)}`); };
