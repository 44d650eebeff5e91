/** A map that is still there when Outlook has opened the pane anew, as it does at will: as long as the browser's tab is, for its owner alone, and a week at most. Where the browser keeps nothing for a framed page, or has no room, it lasts as long as the pane. */
export function lasting<T>(name: string, owner: string): Map<string, T> {
  const place = `dealwright.${name} ${owner}`, since = new Map<string, number>();
  return new class extends Map<string, T> {
    constructor() { super(); for (const [key, value, at] of read<T>(place)) if (Date.now() - at < oldest) { super.set(key, value); since.set(key, at); } }
    override set(key: string, value: T) { super.delete(key); super.set(key, value); since.set(key, Date.now()); return this.#keep(this); }
    override delete(key: string) { const was = super.delete(key); this.#keep(this); return was; }
    override clear() { super.clear(); this.#keep(this); }
    #keep<A>(answer: A): A {
      const kept: string[] = [];
      let left = room;
      for (const [key, value] of [...this].slice(-most).reverse()) { const one = JSON.stringify([key, value, since.get(key)]); if ((left -= one.length) >= 0) kept.unshift(one); }
      try { if (kept.length) sessionStorage.setItem(place, `[${kept.join()}]`); else sessionStorage.removeItem(place); } catch { /* then in the pane's memory alone */ }
      return answer;
    }
  }();
}
/** The latest ones, as far as there is room, in characters; older drafts are nobody's work any more. */
const most = 20, room = 500_000, oldest = 7 * 86_400_000;

function read<T>(place: string): [string, T, number][] {
  try { return JSON.parse(sessionStorage.getItem(place) ?? "[]") as [string, T, number][]; } catch { return []; }
}
