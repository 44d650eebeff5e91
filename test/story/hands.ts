import { expect } from "@jest/globals";
import type { Frame } from "playwright-core";
import type { Stage } from "./stage.ts";

/** Somebody without a mouse at the pane, and with ears: everything goes by keys that the browser gets, and what the pane's live region says is kept in order. */
export async function hands(stage: Stage, pane: Frame) {
  const { keyboard } = stage.page;
  await pane.evaluate(() => {
    const heard: string[] = Object.assign(window, { heard: [] as string[] }).heard, spoken = document.querySelector(".app > [role=status]")!;
    new MutationObserver(() => { if (spoken.textContent) heard.push(spoken.textContent); }).observe(spoken, { childList: true, characterData: true, subtree: true });
  });
  /** What the focus is on, as it is named; "" outside of all. */
  const on = () => pane.evaluate(() => {
    const at = document.activeElement as HTMLInputElement, of = (id: string | null) => (id ?? "").split(" ").map(one => document.getElementById(one)?.textContent ?? "").join(" ").trim();
    return at === document.body ? "" : at.getAttribute("aria-label") || of(at.getAttribute("aria-labelledby")) || ((at.labels?.[0] ?? at).textContent?.trim() ?? "");
  });
  /** Presses Tab until it stands on what bears the name; answers all stops on the way. Each of them has to be in sight. */
  const tabTo = async (name: string | RegExp, key: "Tab" | "Shift+Tab" = "Tab") => {
    const way: string[] = [], fits = (one: string) => typeof name === "string" ? one === name : name.test(one);
    do { await keyboard.press(key); way.push(await on()); expect(await hiddenFocus(pane)).toBe(""); } while (!fits(way.at(-1)!) && way.length < 90);
    if (!fits(way.at(-1)!)) throw new Error(`${key} does not lead to ${String(name)}, only to ${[...new Set(way)].join(" · ")}`);
    return way;
  };
  return {
    keyboard, on, tabTo,
    /** Goes to what bears the name, once it is there, and presses a key on it. */
    press: async (name: string | RegExp, key = "Enter", by: "Tab" | "Shift+Tab" = "Tab") => {
      await pane.getByRole("button", { name }).or(pane.getByRole("tab", { name })).or(pane.getByLabel(name)).first().waitFor({ state: "attached" });
      await tabTo(name, by);
      await keyboard.press(key);
    },
    /** Walks from the menu's button to one of its ways. */
    menu: async (name: string) => {
      await tabTo("Menu");
      await keyboard.press("Enter");
      await pane.locator("[role=menuitem]:focus").waitFor();
      for (let n = 0; n < 12 && await on() !== name; n++) await keyboard.press("ArrowDown");
      expect(await on()).toBe(name);
      await keyboard.press("Enter");
    },
    /** Once a deed is done, the focus is within the page, on what can be worked with or at least read from. */
    kept: () => pane.waitForFunction(() => document.activeElement !== document.body && document.querySelector("main")!.contains(document.activeElement)),
    isHeard: (said: string) => pane.waitForFunction(words => (window as unknown as { heard: string[] }).heard.some(one => one.includes(words)), said),
    /** What was said since last asked. */
    heard: () => pane.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0)),
  };
}

/** The control with the focus, where something lies over it or it is scrolled away; "" where it is in sight. */
const hiddenFocus = (pane: Frame) => pane.evaluate(() => {
  const at = document.activeElement as HTMLElement, { left, top, width, height } = at.getBoundingClientRect();
  if (at === document.body || at.closest(".unseen") || width < 2) return "";
  const x = left + Math.min(width / 2, 40), y = top + height / 2, over = document.elementFromPoint(x, y);
  const label = at instanceof HTMLInputElement ? at.labels?.[0] : undefined;
  return over && (at.contains(over) || over.contains(at) || label?.contains(over) || over.closest("label")?.control === at || over.closest(".ms-Checkbox, .ms-ChoiceField")?.contains(at)) ? "" : `${at.outerHTML.slice(0, 160)} lies ${over ? `below ${over.outerHTML.slice(0, 120)}` : "out of sight"}`;
});
