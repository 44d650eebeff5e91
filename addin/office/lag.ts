import type { Problem } from "../../model/problem.ts";

const rest = 2_000, patience = 1_500;

/** Notices that Outlook's library is behind for good, where the event of another message was lost. When the rep comes to the pane, `check` asks whether Outlook shows what the library says and rejects with `changed-item` if not; an event that is only late is waited for. `now` looks at once. */
export function watchLag(key: () => string, check: () => Promise<void>): { now: () => void; hear: (hear: (behind: boolean) => void) => () => void } {
  const hearers = new Set<(behind: boolean) => void>();
  let looking = false, anew = false, last = -rest, later: ReturnType<typeof setTimeout> | undefined;
  const behind = () => check().then(() => false, (problem: Problem) => problem.code === "changed-item");
  const tell = (is: boolean) => { for (const hear of hearers) hear(is); };
  const look = async () => {
    const of = key();
    if (!await behind()) return tell(false);
    await new Promise(next => setTimeout(next, patience));
    if (key() === of && await behind() && key() === of) tell(true);
  };
  const now = () => {
    if (looking) { anew = true; return; } // what is being looked at may have been another message yet
    looking = true;
    void look().finally(() => { looking = false; last = performance.now(); if (anew) { anew = false; come(); } });
  };
  const come = () => { clearTimeout(later); later = setTimeout(now, Math.max(0, last + rest - performance.now())); };
  window.addEventListener("focus", come);
  window.addEventListener("pointerdown", come, true);
  document.documentElement.addEventListener("pointerenter", come);
  return { now, hear: hear => { hearers.add(hear); return () => hearers.delete(hear); } };
}
