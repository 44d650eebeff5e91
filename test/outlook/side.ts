import { h, icon } from "./dom.ts";
import { clampWidth } from "./settings.ts";
import type { Words } from "./words.ts";

interface Side { say: Words; title: string; icon?: string; width: number; onclose: () => void; onwidth: (width: number) => void }

/** The add-in's own column: title bar, width, pin, close; the edge can be dragged, or moved with the arrow keys. */
export function drawSide({ say, title, icon: image, width, onclose, onwidth }: Side): { element: HTMLElement; body: HTMLElement; pinned(): boolean; pinnable(can: boolean): void } {
  const body = h("div", { class: "side-body" });
  const edge = h("div", { class: "edge", role: "separator", tabindex: 0, "aria-orientation": "vertical", "aria-label": say.resize, "aria-valuemin": 280, "aria-valuemax": 900 });
  const widths = h("select", { class: "widths", "aria-label": say.width, onchange: () => resize(Number(widths.value)) });
  const pin = h("button", { class: "quiet pin", "aria-pressed": "true", "aria-label": say.pin, title: say.pin, onclick: () => pin.setAttribute("aria-pressed", String(pin.getAttribute("aria-pressed") !== "true")) }, icon("pin"));
  const element = h("aside", { class: "side", "aria-label": title, hidden: true }, edge,
    h("div", { class: "side-title" }, image ? h("img", { src: image, alt: "", width: 16, height: 16, onerror: (event: Event) => (event.target as Element).remove() }) : undefined, h("h2", {}, title), widths, pin, h("button", { class: "quiet close", "aria-label": say.close, title: say.close, onclick: onclose }, icon("close"))), body);
  const resize = (to: number) => {
    width = clampWidth(to);
    element.style.setProperty("--width", `${width}px`);
    edge.setAttribute("aria-valuenow", String(width));
    widths.replaceChildren(...[...new Set([320, 350, 380, 450, width])].sort((a, b) => a - b).map(one => h("option", { value: one, selected: one === width }, `${one} px`)));
    onwidth(width);
  };
  edge.addEventListener("pointerdown", start => {
    const from = width;
    edge.setPointerCapture(start.pointerId);
    body.classList.add("dragging");
    const move = (event: PointerEvent) => resize(from + start.clientX - event.clientX);
    edge.addEventListener("pointermove", move);
    edge.addEventListener("lostpointercapture", () => { edge.removeEventListener("pointermove", move); body.classList.remove("dragging"); }, { once: true });
  });
  edge.addEventListener("keydown", ({ key }) => { if (key === "ArrowLeft") resize(width + 10); if (key === "ArrowRight") resize(width - 10); });
  resize(width);
  return { element, body, pinned: () => !pin.hidden && pin.getAttribute("aria-pressed") === "true", pinnable: can => { pin.hidden = !can; } };
}
