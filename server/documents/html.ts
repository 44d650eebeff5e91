import { convert } from "html-to-text";

/** The words of a page; links and pictures say nothing here. */
export const htmlText = (html: string): string => convert(html, { wordwrap: false, limits: { maxInputLength: 5_000_000, maxDepth: 200 }, selectors: [{ selector: "a", options: { ignoreHref: true } }, { selector: "img", format: "skip" }, ...["h1", "h2", "h3", "h4", "h5", "h6", "table"].map(selector => ({ selector, options: { uppercase: false } }))] });
