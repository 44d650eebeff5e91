import { useEffect, type RefObject } from "react";

/** Where what had the focus is drawn no more, or may not be pressed for a while (a button that does its work, a form that closes), the focus stays where it was: on what tells of the deed, else on the first control of what is left around it, else on the page itself. Once the rep has gone elsewhere it is left alone. */
export function useKeptFocus(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let around: HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => { around = []; for (let one = target as HTMLElement | null; one && one !== page.current; one = one.parentElement) around.push(one); };
    const forget = () => { around = []; };
    const keep = () => {
      const [had] = around;
      if (!had || document.activeElement !== document.body || (had.isConnected && had.matches(":disabled"))) return;
      const left = around.find(one => one.isConnected), next = had === left ? had : left?.querySelector<HTMLElement>(".truth button, .truth a") ?? [...left?.querySelectorAll<HTMLElement>(controls) ?? []].find(isSeen);
      around = [];
      (next ?? page.current)?.focus({ preventScroll: !next });
    };
    const watch = new MutationObserver(keep), of = page.current!;
    watch.observe(of, { childList: true, subtree: true, attributeFilter: ["disabled"] });
    of.addEventListener("focusin", remember);
    document.addEventListener("pointerdown", forget, true);
    window.addEventListener("blur", forget);
    return () => { watch.disconnect(); of.removeEventListener("focusin", remember); document.removeEventListener("pointerdown", forget, true); window.removeEventListener("blur", forget); };
  }, [page]);
}
const controls = "button:not([disabled]):not([tabindex='-1']), a[href], input:not([disabled]), select, textarea, [tabindex='0']";
const isSeen = (one: HTMLElement) => one.checkVisibility?.({ visibilityProperty: true }) ?? true;
