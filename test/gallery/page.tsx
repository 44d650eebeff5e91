import "../../addin/fabricConfig.ts";
import "../../addin/pane.css";
import axe from "axe-core";
import { acts } from "./acts.ts";
import { drafts } from "./drafts.ts";
import { lengthen, looks } from "./looks.ts";
import { message } from "./message.ts";
import { more } from "./more.ts";
import { places } from "./places.ts";
import { records } from "./records.ts";
import { draw, type State } from "./state.tsx";

const states: Record<string, State> = { ...message, ...acts, ...records, ...places, ...more, ...drafts };

/** Every view in every state, drawn one after the other in the same page. */
const gallery = {
  names: Object.keys(states), looks: looks.map(({ name, forced }) => ({ name, forced })),
  async show(name: string, look: number): Promise<void> {
    await draw(states[name]!, looks[look]!);
    if (looks[look]!.long) lengthen(document.getElementById("pane")!);
  },
  /** What is wrong with what is shown now: axe's findings, and whatever is wider than the pane. */
  async wrong(look: number): Promise<string[]> {
    const { violations } = await axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true }, "color-contrast": { enabled: !looks[look]!.forced } } }); // the colours of a contrast theme are the system's own
    return [...violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 160)}`)), ...wide()];
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
