type Child = Node | string | false | undefined;

/** An element with its attributes and children; `on…` functions are listeners, false and undefined attributes are left out. */
export function h<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Record<string, string | number | boolean | undefined | ((event: any) => void)> = {}, ...children: Child[]): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== false && child !== undefined));
  return element;
}

const shapes = {
  reply: "M8 4 3 9l5 5v-3c5 0 7 1 9 4-.5-5-3-9-9-9z", replyAll: "M6 4 1 9l5 5v-2L3 9l3-3zm5 0L6 9l5 5v-3c4 0 6 1 7 4-.4-5-2.5-8-7-8z", forward: "M12 4l5 5-5 5v-3c-5 0-7 1-9 4 .5-5 3-9 9-9z",
  archive: "M2 3h16v4H2zm1 5h14v9H3zm5 2v1.5h4V10z", remove: "M7 2h6v2h4v1.5H3V4h4zM4.5 7h11l-1 11h-9z", clip: "M6 5v8a4 4 0 0 0 8 0V5a3 3 0 0 0-6 0v8a1.5 1.5 0 0 0 3 0V6h1.3v7a2.8 2.8 0 0 1-5.6 0V5a4.3 4.3 0 0 1 8.6 0v8a5.3 5.3 0 0 1-10.6 0V5z",
  pin: "M7 2h6l-1 6 3 3v1.5h-4.3V18h-1.4v-5.5H5V11l3-3z", close: "M5 4l5 5 5-5 1 1-5 5 5 5-1 1-5-5-5 5-1-1 5-5-5-5z", mail: "M2 4h16v12H2zm2 2v.5l6 4 6-4V6z", sent: "M2 3l16 7-16 7 3-7zM6 10h6", addin: "M3 3h6v6H3zm8 0h6v6h-6zM3 11h6v6H3zm11 0v2h2v2h-2v2h-2v-2h-2v-2h2v-2z", search: "M8.5 3a5.5 5.5 0 1 0 3.3 9.9l3.7 3.6 1-1-3.6-3.7A5.5 5.5 0 0 0 8.5 3zm0 1.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8z",
  calendar: "M5 2h1.5v2h7V2H15v2h2.5v13h-15V4H5zM4 8v7.5h12V8z", add: "M9 3h2v6h6v2h-6v6H9v-6H3V9h6z", send: "M3 3l15 7-15 7 2-6 7-1-7-1z", save: "M3 3h11l3 3v11H3zm3 1.5v4h7v-4zm0 7v4h8v-4z",
  draft: "M13 3l4 4-9 9H4v-4z",
};
/** A small picture in the colour of the text around it. */
export function icon(name: keyof typeof shapes): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon");
  path.setAttribute("d", shapes[name]);
  svg.append(path);
  return svg;
}

/** A page in a window over this one, with a button that shuts it. */
export function drawDialog(frame: HTMLIFrameElement, shut: () => void = () => undefined): void {
  const element = h("div", { class: "over", role: "dialog", "aria-label": frame.title }, h("button", { class: "quiet shut", "aria-label": "×", onclick: () => { element.remove(); shut(); } }, icon("close")), frame);
  document.body.append(element);
}
