import { update, type Change } from "./change.ts";

/** A file as a piece of literature holds it. */
export interface HeldFile { name: string; size?: number; hash?: string; type?: string }
/** One that it held before: until when (ISO 8601), and the hash of the file that took its place. */
export interface EarlierFile extends HeldFile { until?: string; by?: string }
export interface Held { files?: readonly HeldFile[]; earlier?: readonly EarlierFile[] }

/** So many earlier versions of a piece are kept. */
const kept = 100;

/** What follows from new files on a piece of literature: those that they replace stay as its earlier versions. A file's heir has its name, or is the only one that came when it alone went. */
export function aged(now: Held & { id: string; updatedAt: string }, before: Record<string, unknown> | undefined): Change[] {
  const has = now.files ?? [], had = (before?.files ?? []) as readonly HeldFile[], here = hashes(has), were = hashes(had);
  const fresh = has.filter(({ hash }) => hash && !were.has(hash)), gone = had.filter(({ hash }) => hash && !here.has(hash));
  const heir = ({ name }: HeldFile, alone: boolean) => (fresh.find(one => one.name === name) ?? (alone && fresh.length === 1 ? fresh[0] : undefined))?.hash;
  const earlier = (now.earlier ?? []).filter(({ hash }) => !here.has(hash)).map(one => one.by ? one : { ...one, by: heir(one, false) });
  const next = [...earlier, ...gone.map(file => ({ ...file, until: now.updatedAt, by: heir(file, gone.length === 1) }))].slice(-kept);
  return JSON.stringify(next) === JSON.stringify(now.earlier ?? []) ? [] : [update("literature", now.id, { earlier: next.length ? next : null })];
}

/** The file that is offered today in the place of the one with this hash: itself, or what has followed it. Nothing where it was taken off. */
export function presentOf({ files = [], earlier = [] }: Held, hash: string): HeldFile | undefined {
  for (let at: string | undefined = hash, steps = kept; at && steps; steps--) {
    const file = files.find(one => one.hash === at);
    if (file) return file;
    at = earlier.find(one => one.hash === at)?.by;
  }
  return undefined;
}

const hashes = (files: readonly HeldFile[]) => new Set(files.map(({ hash }) => hash));
