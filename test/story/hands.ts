import { expect } from "@jest/globals";
import type { Frame } from "playwright-core";
import type { Stage } from "./stage.ts";

/** Sits somebody down at the pane, without a mouse, on Outlook's own button before it. */
export async function sitDown(stage: Stage) {
  stage.page.setDefaultTimeout(8_000);
  const pane = await stage.pane();
  await pane.getByRole("button", { name: "Menu", exact: true }).waitFor();
  const all = await hands(stage, pane);
  await stage.page.focus(".side .close");
  return { pane, ...all, heading: (name: string | RegExp) => pane.getByRole("heading", { name, level: 1 }).waitFor(), says: (words: string | RegExp) => pane.getByText(words).first().waitFor() };
}

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
    do { await keyboard.press(key); const [name, hidden] = await Promise.all([on(), hiddenFocus(pane)]); way.push(name); expect(hidden).toBe(""); } while (!fits(way.at(-1)!) && way.length < 90);
    if (!fits(way.at(-1)!)) throw new Error(`${key} does not lead to ${String(name)}, only to ${[...new Set(way)].join(" · ")}`);
    return way;
  };
  /** Goes to what bears the name, once it is there, and presses a key on it. */
  const press = async (name: string | RegExp, key = "Enter", by: "Tab" | "Shift+Tab" = "Tab") => {
    await pane.getByRole("button", { name }).or(pane.getByRole("tab", { name })).or(pane.getByLabel(name)).first().waitFor({ state: "attached" });
    await tabTo(name, by);
    await keyboard.press(key);
  };
  return {
    keyboard, on, tabTo, press,
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
    /** Opens a list of choices and takes one of them. */
    choose: async (box: string | RegExp, option: string | RegExp, by: "Tab" | "Shift+Tab" = "Tab") => {
      await pane.getByRole("combobox", { name: box }).first().waitFor();
      await tabTo(box, by);
      await keyboard.press("Enter");
      await pane.locator("[role=option]:focus").or(pane.locator("[role=listbox]:focus")).first().waitFor();
      for (let n = 0; n < 60 && !await pane.locator("[role=option]:focus").filter({ hasText: option }).count(); n++) await keyboard.press("ArrowDown");
      await keyboard.press("Enter");
    },
    /** Types a part of a name, and takes what is found. */
    pick: async (box: string | RegExp, part: string, found: RegExp) => {
      await pane.getByLabel(box).first().waitFor();
      await tabTo(box);
      await keyboard.insertText(part);
      await pane.getByRole("option", { name: found }).first().waitFor();
      await keyboard.press("Enter");
      await pane.getByRole("option").first().waitFor({ state: "detached" });
    },
    /** Walks to an act of a record that stands under “More”. */
    act: async (name: string) => {
      await press("More");
      await pane.locator("[role=menuitem]:focus").waitFor();
      for (let n = 0; n < 12 && await on() !== name; n++) await keyboard.press("ArrowDown");
      expect(await on()).toBe(name);
      await keyboard.press("Enter");
    },
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
