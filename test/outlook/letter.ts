import type { Message } from "./items.ts";

const allowed = new Set(["P", "DIV", "BR", "B", "STRONG", "I", "EM", "SPAN", "BLOCKQUOTE", "TABLE", "TBODY", "TR", "TD", "TH", "UL", "OL", "LI", "A", "IMG", "HR"]);

/** A mail's body as safe elements: known tags only, no attribute but a web or mail link and a picture out of the message itself; a draft's cursor and the name of its signature stay. */
export function drawBody({ html, attachments }: Pick<Message, "html" | "attachments">): DocumentFragment {
  const into = document.createDocumentFragment();
  const copy = (from: Node, to: Node): void => from.childNodes.forEach(node => {
    if (node.nodeType === Node.COMMENT_NODE && node.nodeValue === "cursor") { to.appendChild(document.createComment("cursor")); return; }
    if (node.nodeType === Node.TEXT_NODE) { to.appendChild(document.createTextNode(node.nodeValue ?? "")); return; }
    if (!(node instanceof Element) || !allowed.has(node.tagName)) return;
    const element = document.createElement(node.tagName);
    if (node.id === "Signature") element.id = "Signature";
    const link = node.getAttribute("href") ?? "", source = node.getAttribute("src") ?? "";
    if (element instanceof HTMLAnchorElement && /^(?:https?|mailto|tel):/i.test(link)) Object.assign(element, { href: link, target: "_blank", rel: "noopener noreferrer" });
    if (element instanceof HTMLImageElement) {
      const file = attachments.find(one => `cid:${one.id}` === source);
      if (!file) return;
      element.src = `data:${file.contentType};base64,${file.base64}`;
      element.alt = node.getAttribute("alt") ?? "";
    }
    to.appendChild(element);
    copy(node, element);
  });
  copy(new DOMParser().parseFromString(html, "text/html").body, into);
  return into;
}
