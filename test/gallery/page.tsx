import "../../addin/fabricConfig.ts";
import "../../addin/pane.css";
import axe from "axe-core";
import { acts } from "./acts.ts";
import { drafts } from "./drafts.ts";
import { allLooks, lengthen, looks as few } from "./looks.ts";
import { message } from "./message.ts";
import { more } from "./more.ts";
import { places } from "./places.ts";
import { records } from "./records.ts";
import { draw, type State } from "./state.tsx";

const looks = [...few, ...allLooks], states: Record<string, State> = { ...message, ...acts, ...records, ...places, ...more, ...drafts };

/** Every view in every state, drawn one after the other in the same page. */
const gallery = {
  names: Object.keys(states), looks: few.map(({ name, forced, dark }) => ({ name, forced, dark })),
  async show(name: string, look: number): Promise<void> {
    await draw(states[name]!, looks[look]!);
    if (looks[look]!.long) lengthen(document.getElementById("pane")!);
  },
  /** How long the longest motion of what is shown now would last, in milliseconds, and of what. What turns while one waits has no end. */
  motion(endless: boolean): [ms: number, of: string] {
    const found = [...document.querySelectorAll("body, body *")].flatMap(one => ["", "::before", "::after"].map((part): [number, string] => {
      const { animationDuration, animationName, animationIterationCount, transitionDuration } = getComputedStyle(one, part);
      const animations = animationDuration.split(",").filter((_, n) => animationName.split(",")[n]?.trim() !== "none" && (endless || !animationIterationCount.includes("infinite")));
      return [Math.max(0, ...[...animations, ...transitionDuration.split(",")].map(parseFloat)) * 1_000, `${one.outerHTML.slice(0, 120)}${part}`];
    }));
    return found.reduce((most, one) => one[0] > most[0] ? one : most, [0, ""]);
  },
  /** What is wrong with what is shown now: axe's findings, whatever is wider than the pane, too small for a finger, shown to a mouse alone, or moves where no motion is wanted. */
  async wrong(look: number): Promise<string[]> {
    const { violations } = await axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true }, "color-contrast": { enabled: !looks[look]!.forced } } }); // the colours of a contrast theme are the system's own
    return [...violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 160)}`)), ...wide(), ...small(), ...hovered(), ...gallery.motion(true)[0] > 1 ? [`moves: ${gallery.motion(true).join(" ms, ")}`] : []];
  },
};
export type Gallery = typeof gallery;
declare global { interface Window { gallery: Gallery } }
window.gallery = gallery;

/** What reaches out of the pane or is cut off at its side. Names that end in three dots are meant to. */
const wide = (): string[] => [...document.querySelectorAll<HTMLElement>("#pane *")].filter(one => {
  if (one.closest(".unseen, svg, .ms-layer")) return false;
  const { left, right, width } = one.getBoundingClientRect(), style = getComputedStyle(one);
  if (width > 1 && style.visibility === "visible" && (right > innerWidth + 1 || left < -1)) return !one.parentElement?.closest(".board, .tabs, [data-scrolls]");
  return false;
}).slice(0, 3).map(one => `too wide: ${one.outerHTML.slice(0, 160)}`);
/** Targets below 24 by 24 px; a label counts with its box, and a link within a line of text is as high as the line. */
const small = (): string[] => [...document.querySelectorAll<HTMLElement>("#pane :is(button, input, select, textarea, summary, a[href], [role=button], [role=tab], [role=combobox], [role=option])")].filter(one => {
  if (one.closest(".unseen, [hidden]") || !one.checkVisibility({ visibilityProperty: true }) || one.matches("p a, p button, dd button, li p *")) return false;
  const { width, height } = ((one as HTMLInputElement).labels?.[0] ?? one).getBoundingClientRect(), own = one.getBoundingClientRect();
  return Math.max(width, own.width) < 24 || Math.max(height, own.height) < 24;
}).slice(0, 3).map(one => `too small, ${Math.round(one.getBoundingClientRect().width)} by ${Math.round(one.getBoundingClientRect().height)}: ${one.outerHTML.slice(0, 160)}`);

/** Controls that a style shows to a pointer that hovers, and to nobody else. */
const hovered = (): string[] => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).flatMap(rule => rule instanceof CSSStyleRule && /:hover/.test(rule.selectorText) && !/:focus|::/.test(rule.selectorText) && ["display", "visibility", "opacity"].some(name => rule.style.getPropertyValue(name) !== "")
  ? [...document.querySelectorAll(rule.selectorText.replaceAll(":hover", ""))].filter(one => one.matches("button, a, input") || one.querySelector("button, a, input")).map(one => `only for a mouse: ${one.outerHTML.slice(0, 160)}`) : []);
