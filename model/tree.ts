/** A branch and where it hangs; `path` are the titles down to it, `depth` how many stand above. */
export interface Branch { id: string; title: string; path: string; depth: number }

/** A flat list as a tree, each branch below its parent and sorted by title; what hangs on nothing that is here, or on itself, is a root. */
export function branchesOf(rows: readonly { id: string; title: string; parent?: string }[]): Branch[] {
  const here = new Set(rows.map(({ id }) => id)), below = new Map<string, typeof rows[number][]>(), seen = new Set<string>(), branches: Branch[] = [];
  for (const row of [...rows].sort((a, b) => a.title.localeCompare(b.title))) { const parent = row.parent && here.has(row.parent) ? row.parent : ""; below.set(parent, [...below.get(parent) ?? [], row]); }
  const grow = (row: typeof rows[number], above: readonly string[]): void => {
    if (seen.has(row.id)) return;
    seen.add(row.id);
    branches.push({ id: row.id, title: row.title, path: [...above, row.title].join(" › "), depth: above.length });
    for (const child of below.get(row.id) ?? []) grow(child, [...above, row.title]);
  };
  for (const root of below.get("") ?? []) grow(root, []);
  for (const row of rows) grow(row, []);
  return branches;
}

/** A branch and all that hang on it, as `branchesOf` lists them. */
export function withBelow(branches: readonly Branch[], id: string | undefined): Set<string> {
  const at = branches.findIndex(one => one.id === id), end = branches.findIndex((one, n) => n > at && one.depth <= (branches[at]?.depth ?? 0));
  return new Set(at < 0 ? [] : branches.slice(at, end < 0 ? undefined : end).map(one => one.id));
}
