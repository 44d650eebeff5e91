/** A map that is still there when Outlook has opened the pane anew, as it does at will: as long as the browser's tab is, and for its owner alone. Where the browser keeps nothing for a framed page, or has no room, it lasts as long as the pane. */
export function lasting<T>(name: string, owner: string): Map<string, T> {
  const place = `dealwright.${name} ${owner}`;
  return new class extends Map<string, T> {
    constructor() { super(); for (const [key, value] of read<T>(place)) super.set(key, value); }
    override set(key: string, value: T) { super.delete(key); super.set(key, value); return this.#keep(this); }
    override delete(key: string) { const was = super.delete(key); this.#keep(this); return was; }
    override clear() { super.clear(); this.#keep(this); }
    #keep<A>(answer: A): A {
      try { if (this.size) sessionStorage.setItem(place, JSON.stringify([...this].slice(-most))); else sessionStorage.removeItem(place); } catch { /* then in the pane's memory alone */ }
      return answer;
    }
  }();
}
/** The latest ones; older drafts are nobody's work any more. */
const most = 20;

function read<T>(place: string): [string, T][] {
  try { return JSON.parse(sessionStorage.getItem(place) ?? "[]") as [string, T][]; } catch { return []; }
}
