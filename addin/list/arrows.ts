import type { KeyboardEvent } from "react";

/** Up, Down, Home and End walk through the rows of a list; Enter is the row's own. Put on the list itself. */
export function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("button.row")], at = rows.indexOf(document.activeElement as HTMLElement);
  if (!rows.length || at < 0) return;
  event.preventDefault();
  rows[Math.max(0, Math.min(rows.length - 1, at + step))]!.focus();
}
