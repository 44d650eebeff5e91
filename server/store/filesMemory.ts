import { Readable } from "node:stream";
import { batch, checked, usualLimits, type FileFacts, type FileLimits, type Files } from "./files.ts";

interface Held { facts: FileFacts; bytes: Buffer; at: number; by: Set<string> }

/** Files without a disk. */
export function memoryFiles(limits: FileLimits = usualLimits, held = new Map<string, Held>()): Files {
  const used = () => [...held.values()].reduce((sum, one) => sum + one.facts.size, 0);
  return {
    async put(content, type, by = "") {
      const parts: Buffer[] = [];
      let length = 0;
      const facts = await checked(content, type, () => limits.quota - used() - length, limits, async bytes => { parts.push(Buffer.from(bytes)); length += bytes.length; });
      const one = held.get(facts.hash) ?? { facts, bytes: Buffer.concat(parts), at: 0, by: new Set<string>() };
      one.at = Date.now(); one.by.add(by); held.set(facts.hash, one);
      return one.facts;
    },
    async facts(hash) { return held.get(hash)?.facts; },
    async read(hash, range) { const one = held.get(hash); return one && Readable.from([range ? one.bytes.subarray(range.from, range.to + 1) : one.bytes], { objectMode: false }); },
    async keep(hash) { const one = held.get(hash); if (one) one.at = Date.now(); return !!one; },
    async isFrom(hash, by) { return held.get(hash)?.by.has(by) ?? false; },
    async used() { return used(); },
    async *all() { for (const { facts } of held.values()) yield facts; },
    async sweep(referred) {
      const isOld = (hash: string) => Date.now() - (held.get(hash)?.at ?? Infinity) > limits.grace, old = [...held.keys()].filter(isOld);
      let gone = 0;
      for (let i = 0; i < old.length; i += batch) {
        const some = old.slice(i, i + batch), kept = await referred(some);
        for (const hash of some) if (!kept.has(hash) && isOld(hash) && held.delete(hash)) gone++;
      }
      return gone;
    },
  };
}
