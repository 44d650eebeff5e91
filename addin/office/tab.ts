const stops = "a[href], area[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";

/** Microsoft's library takes the Tab key over: it knows no order but its own, and leaves the pane where the focus is on a heading or a page rather than on a control. So it gets the key only where the pane truly ends; within it the browser does what it does everywhere. */
export function keepTab(): void {
  document.addEventListener("keydown", event => { if (event.key === "Tab" && !event.defaultPrevented && staysInside(event.shiftKey)) event.stopPropagation(); });
}

/** Whether there is another stop in this direction. */
function staysInside(back: boolean): boolean {
  const at = document.activeElement ?? document.body, group = groupOf(at);
  return [...document.querySelectorAll<HTMLElement>(stops)].some(one => isAfter(at, one, back) && one.tabIndex >= 0 && !(one as HTMLButtonElement).disabled && one.checkVisibility({ visibilityProperty: true }) && !one.closest("[inert]") && (group === undefined || groupOf(one) !== group));
}
function isAfter(at: Element, one: Element, back: boolean): boolean {
  if (at === document.body) return true;
  return (at.compareDocumentPosition(one) & (back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING)) !== 0;
}
/** Radio buttons of one name are one stop. */
const groupOf = (one: Element): string | undefined => one instanceof HTMLInputElement && one.type === "radio" ? one.name : undefined;
