import { crc32 } from "node:zlib";

/** A line on disk: length and checksum of its body, each as eight hex digits, the body, a line end. */
export function lineOf(body: string | Buffer): Buffer {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const line = Buffer.allocUnsafe(bytes.length + head + 1);
  line.write(`${hex(bytes.length)} ${hex(crc32(bytes))} `, 0, "latin1");
  bytes.copy(line, head);
  line[line.length - 1] = newline;
  return line;
}

/** The body of the line that begins at `at` and where the next begins; "short" where the bytes end too soon, "bad" where they are no line. */
export function lineAt(bytes: Buffer, at: number): { body: Buffer; next: number } | "short" | "bad" {
  if (bytes.length - at < head) return "short";
  const length = number(bytes, at), sum = number(bytes, at + 9);
  if (length === undefined || sum === undefined || bytes[at + 8] !== space || bytes[at + 17] !== space) return "bad";
  const end = at + head + length;
  if (end >= bytes.length) return "short";
  const body = bytes.subarray(at + head, end);
  return bytes[end] === newline && crc32(body) === sum ? { body, next: end + 1 } : "bad";
}

/**
 * Whether what follows the last good line is a write that power or a kill cut short, and not damage.
 * Such a write lacks its line end, or has blocks that never reached the disk (zeros from one 512-byte border to another), and no sound line follows it.
 * @param at where `rest` begins in its file
 */
export function isTorn(rest: Buffer, at: number): boolean {
  for (let from = rest.indexOf(newline) + 1; from > 0; from = rest.indexOf(newline, from) + 1) if (typeof lineAt(rest, from) === "object") return false;
  const whole = rest.length > head && number(rest, 0);
  if (whole !== false && whole !== undefined && rest.length === head + whole + 1 && rest[rest.length - 1] !== newline && crc32(rest.subarray(head, -1)) === number(rest, 9)) return false;
  return rest[rest.length - 1] !== newline && !rest.includes(newline) && !rest.includes(0) || hasUnwrittenBlocks(rest, at);
}

function hasUnwrittenBlocks(rest: Buffer, at: number): boolean {
  for (let from = rest.indexOf(0); from >= 0;) {
    let to = from;
    while (to < rest.length && rest[to] === 0) to++;
    if ((from === 0 || (at + from) % 512 === 0) && (to === rest.length || (at + to) % 512 === 0)) return true;
    from = rest.indexOf(0, to);
  }
  return false;
}

const head = 18, newline = 10, space = 32;
const hex = (n: number) => n.toString(16).padStart(8, "0");

function number(bytes: Buffer, at: number): number | undefined {
  let made = 0;
  for (let i = at; i < at + 8; i++) {
    const c = bytes[i]!;
    const digit = c >= 48 && c <= 57 ? c - 48 : c >= 97 && c <= 102 ? c - 87 : -1;
    if (digit < 0) return undefined;
    made = made * 16 + digit;
  }
  return made;
}
