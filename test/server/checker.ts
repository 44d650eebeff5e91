import type { Row } from "../../server/store/store.ts";

/** One operation as its client saw it: `info` where no answer came, so that it may have happened or not. `key` is a record, `version` what it wrote (0: removed). */
export interface Operation { op: "write" | "read"; key: string; version: number; was?: number | null; value?: unknown; begun: number; ended: number; result: "ok" | "fail" | "info" }

/**
 * What is wrong with a history of operations, given what is there at its end; nothing where all promises were kept.
 * 1 what was acknowledged is there, or something later is; 2 what was refused is nowhere; 3 no two acknowledged writes stand on the same version;
 * 4 a read that began after a write was acknowledged sees it or a later one; 5 what is there was written by somebody, whole; 6 every version up to the one that is there was written by somebody.
 * Versions of a record rise by one and are not used again: a record is not born anew after its removal.
 */
export function faultsOf(history: readonly Operation[], end: readonly Pick<Row, "id" | "version" | "data">[]): string[] {
  const faults: string[] = [], last = new Map(end.map(row => [row.id, row]));
  if (last.size !== end.length) faults.push("a record is there twice");
  for (const [key, operations] of byKey(history, last.keys())) {
    const writes = operations.filter(one => one.op === "write"), possible = writes.filter(one => one.result !== "fail"), sure = writes.filter(one => one.result === "ok");
    const there = last.get(key), newest = Math.max(0, ...sure.map(place)), seen = there?.version ?? 0;
    if (there && seen < newest) faults.push(`${key}: version ${newest} was acknowledged, ${seen} is there`);
    if (!there && newest && !possible.some(one => one.version === 0 && place(one) >= newest)) faults.push(`${key}: version ${newest} was acknowledged, nothing is there`);
    if (there) {
      if (sure.some(one => one.version === 0)) faults.push(`${key}: its removal was acknowledged, but it is there`);
      const author = writes.filter(one => one.version === seen && same(one.value, there.data));
      if (!author.some(one => one.result !== "fail")) faults.push(author.length ? `${key}: what is there was refused` : `${key}: nobody wrote what is there`);
      for (let version = 1; version < seen; version++) if (!possible.some(one => one.version === version)) faults.push(`${key}: nobody wrote version ${version}`);
    }
    const bases = sure.map(one => one.was ?? 0);
    for (const was of new Set(bases.filter((was, i) => bases.indexOf(was) !== i))) faults.push(`${key}: two writes on version ${was} were acknowledged, one update is lost`);
    for (const read of operations) {
      if (read.op !== "read" || read.result !== "ok") continue;
      const known = Math.max(0, ...sure.filter(one => one.ended < read.begun && one.version).map(one => one.version));
      const removed = possible.some(one => one.version === 0 && one.begun < read.ended);
      if (read.version < known && !(read.version === 0 && removed)) faults.push(`${key}: a read saw version ${read.version} after version ${known} was acknowledged`);
      if (read.version && !possible.some(one => one.version === read.version && same(one.value, read.value))) faults.push(`${key}: a read saw what nobody wrote or what was refused`);
    }
  }
  return faults;
}

/** Where a write stands in the chain of versions: a removal stands after what it removed. */
const place = ({ version, was }: Operation) => version || (was ?? 0) + 1;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function byKey(history: readonly Operation[], known: Iterable<string>): Map<string, Operation[]> {
  const made = new Map<string, Operation[]>([...known].map(key => [key, []]));
  for (const one of history) { const list = made.get(one.key); if (list) list.push(one); else made.set(one.key, [one]); }
  return made;
}
