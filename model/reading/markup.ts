import { work } from "./page.ts";

/** The text of an HTML body, in one pass: nothing is run, loaded or kept of tags; block quotes become "> ", table cells tabs. */
export function textOfHtml(html: string): string {
  const out = new Paper();
  let at = 0, look = 0, tags = 0;
  while (at < html.length && tags < mostTags && out.length < mostText) {
    const open = html.indexOf("<", look);
    if (open < 0) { out.write(html.slice(at)); at = html.length; break; }
    const next = html.charCodeAt(open + 1), letter = next | 32;
    if (!(letter >= 97 && letter <= 122) && next !== 47 && next !== 33 && next !== 63) { look = open + 1; continue; }
    if (open > at) out.write(html.slice(at, open));
    at = look = next === 33 && html.startsWith("<!--", open) ? after(html, "-->", open) : endOfTag(html, open);
    if (next === 33 || next === 63) continue;
    const tag = tagName(html, open);
    if (unseen.has(tag)) { const close = html.indexOf(`</${tag}`, at); at = look = close < 0 ? (tag === "head" || tag === "title" ? at : html.length) : endOfTag(html, close); continue; }
    out.tag(tag);
    tags++;
  }
  work.steps += at;
  return out.text();
}

/** Tags and characters of text that are read at most; in HTML the latest reply stands first. */
const mostTags = 40_000, mostText = 150_000;

const unseen = new Set(["script", "style", "head", "title", "xml", "noscript", "template", "svg", "math", "object"]);
const blocks = new Set("p div tr table ul ol li h1 h2 h3 h4 h5 h6 section article header footer address pre blockquote center dl dt dd form fieldset hr body".split(" "));
const spaced = new Set(["p", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"]);

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

const longestTag = 20_000;
function endOfTag(html: string, open: number): number {
  let quote = 0;
  const limit = Math.min(html.length, open + longestTag);
  for (let at = open + 1; at < limit; at++) {
    const code = html.charCodeAt(at);
    if (quote) { if (code === quote) quote = 0; }
    else if (code === 62) return at + 1;
    else if ((code === 34 || code === 39) && html.charCodeAt(at - 1) === 61) quote = code;
  }
  return limit;
}

const isNameSign = (code: number): boolean => code >= 48 && code <= 57 || (code | 32) >= 97 && (code | 32) <= 122;

function tagName(html: string, open: number): string {
  let at = open + 1;
  if (html.charCodeAt(at) === 47) at++;
  const start = at;
  while (at < html.length && at - start < 12 && isNameSign(html.charCodeAt(at))) at++;
  const name = html.slice(start, at).toLowerCase();
  return html.charCodeAt(open + 1) === 47 ? "/" + name : name;
}

class Paper {
  length = 0;
  private readonly pieces: string[] = [];
  private depth = 0;
  private fresh = true;
  private blank = true;
  private gap = false;

  write(raw: string): void {
    const text = decode(raw.length > 2 * mostText ? raw.slice(0, 2 * mostText) : raw).replace(/[ \t\r\n\f]+/g, " ");
    const from = text.startsWith(" ") ? 1 : 0, to = text.length - (text.length > from && text.endsWith(" ") ? 1 : 0);
    if (from) this.gap = true;
    if (to > from) {
      if (this.fresh) this.pieces.push("> ".repeat(this.depth));
      else if (this.gap) this.pieces.push(" ");
      this.pieces.push(text.slice(from, to));
      this.length += to - from;
      this.fresh = this.blank = this.gap = false;
    }
    if (to < text.length) this.gap = true;
  }

  tag(tag: string): void {
    const name = tag.startsWith("/") ? tag.slice(1) : tag;
    if (name === "br") { this.pieces.push("\n"); this.blank = this.fresh; this.fresh = true; this.gap = false; return; }
    if ((tag === "/td" || tag === "/th") && !this.fresh) { this.pieces.push("\t"); this.gap = false; return; }
    if (!blocks.has(name)) return;
    if (!this.fresh) { this.pieces.push("\n"); this.fresh = true; }
    if (spaced.has(name) && !this.blank) { this.pieces.push("\n"); this.blank = true; }
    if (tag === "blockquote") this.depth = Math.min(this.depth + 1, 20);
    if (tag === "/blockquote") this.depth = Math.max(this.depth - 1, 0);
    this.gap = false;
  }

  text(): string { return this.pieces.join(""); }
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'", nbsp: "\u00a0", ndash: "–", mdash: "—", hellip: "…", laquo: "«", raquo: "»", bull: "•", middot: "·", copy: "©", reg: "®", trade: "™", euro: "€", pound: "£", yen: "¥", deg: "°", szlig: "ß", auml: "ä", ouml: "ö", uuml: "ü", Auml: "Ä", Ouml: "Ö", Uuml: "Ü", eacute: "é", egrave: "è", ecirc: "ê", agrave: "à", acirc: "â", ccedil: "ç", ntilde: "ñ", aacute: "á", iacute: "í", oacute: "ó", uacute: "ú", ocirc: "ô", ucirc: "û", icirc: "î", iuml: "ï", Eacute: "É", rsquo: "’", lsquo: "‘", ldquo: "“", rdquo: "”", zwnj: "", zwj: "", shy: "" };

const decode = (raw: string): string => raw.includes("&")
  ? raw.replace(/&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});/g, (whole: string, name: string) => {
    if (!name.startsWith("#")) return named[name] ?? whole;
    const code = /^#[xX]/.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  })
  : raw;
