type Values = Record<string, unknown>;
export interface FieldChange { name: string; was?: unknown; now?: unknown }
/** A line that came, went, or is not what it was; `fields` only where it is in both. */
export interface LineChange { position: number; title: string; what: "added" | "removed" | "changed"; fields: FieldChange[] }
export interface Revised { fields: FieldChange[]; lines: LineChange[] }

/** What one revision of a paper changed against another: its own fields, and its lines told apart by their positions. */
export function compareRevisions(before: Values, after: Values, fields: readonly string[], cells: readonly string[]): Revised {
  const was = byPosition(before.lines), now = byPosition(after.lines);
  return {
    fields: changes(before, after, fields),
    lines: [...new Set([...was.keys(), ...now.keys()])].sort((a, b) => a - b).flatMap((position): LineChange[] => {
      const a = was.get(position), b = now.get(position), title = titleOf(b ?? a!);
      if (!a || !b) return [{ position, title, what: a ? "removed" : "added", fields: changes(a ?? {}, b ?? {}, cells) }];
      const changed = changes(a, b, cells);
      return changed.length ? [{ position, title, what: "changed", fields: changed }] : [];
    }),
  };
}

const changes = (a: Values, b: Values, names: readonly string[]): FieldChange[] => names.filter(name => JSON.stringify(a[name] ?? null) !== JSON.stringify(b[name] ?? null)).map(name => ({ name, ...a[name] !== undefined && { was: a[name] }, ...b[name] !== undefined && { now: b[name] } }));
const byPosition = (lines: unknown) => new Map(((lines ?? []) as Values[]).map((line, n) => [(line.position as number | undefined) ?? n + 1, line]));
const titleOf = (line: Values) => String(line.writeIn ?? line.name ?? line.product ?? "");
