import type { Item } from "./mailbox.ts";

/** Tells of a changed item, whoever notices first: `look` is asked on focus, pointer, becoming visible and every two seconds, and the returned `now` lets an event ask at once. Each item is told once. */
export function watchItem(look: () => Item): { now: () => void; hear: (hear: (item: Item) => void) => () => void; stop: () => void } {
  const hearers = new Set<(item: Item) => void>();
  let last = look().key;
  const now = () => {
    const item = look();
    if (item.key === last) return;
    last = item.key;
    for (const hear of hearers) hear(item);
  };
  const visible = () => { if (document.visibilityState === "visible") now(); };
  window.addEventListener("focus", now);
  window.addEventListener("pointerdown", now, true);
  document.addEventListener("visibilitychange", visible);
  const timer = setInterval(visible, 2_000);
  return {
    now,
    hear: hear => { hearers.add(hear); return () => hearers.delete(hear); },
    stop() {
      window.removeEventListener("focus", now);
      window.removeEventListener("pointerdown", now, true);
      document.removeEventListener("visibilitychange", visible);
      clearInterval(timer);
    },
  };
}
