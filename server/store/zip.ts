/** What a zip lists at its very end, of which `bytes` are the last: names and unpacked sizes. Nothing where no zip ends here, or where the list does not begin within them. */
export function entriesOf(bytes: Buffer): { name: string; size: number }[] | undefined {
  const end = endOf(bytes);
  if (end < 0) return undefined;
  const count = bytes.readUInt16LE(end + 10), length = bytes.readUInt32LE(end + 12), made: { name: string; size: number }[] = [];
  for (let at = end - length; made.length < count;) {
    if (at < 0 || at + 46 > end || bytes.readUInt32LE(at) !== listed) return undefined;
    const name = bytes.readUInt16LE(at + 28), more = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    made.push({ name: bytes.toString("utf8", at + 46, at + 46 + name), size: bytes.readUInt32LE(at + 24) });
    at += 46 + name + more;
  }
  return made;
}

/** Where the last record begins: it says how long the comment after it is, which ends the file. */
function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 0xffff; at--)
    if (bytes.readUInt32LE(at) === ends && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  return -1;
}
const listed = 0x02014b50, ends = 0x06054b50;
