import { keyOf } from "./page.ts";
import { forwardPrefixes, replyPrefixes } from "./words/headers.ts";

export interface Topic { text: string; from: number; to: number; prefixes: ("reply" | "forward")[] }

/** The subject without what clients and gateways put before it; `from` and `to` are offsets into the subject. */
export function topicOf(subject: string): Topic {
  const text = subject.slice(0, 2000);
  const prefixes: Topic["prefixes"] = [];
  let at = 0, tag = -1;
  for (let round = 0; round < 60; round++) {
    while (at < text.length && /[\s\u200b-\u200f\u202a-\u202e\ufeff]/.test(text.charAt(at))) at++;
    const rest = text.slice(at, at + 60);
    const gateway = /^[[【(［]?\s?(?:external|ext|extern|externe?[- ]?e?-?mail|外部邮件|外部郵件|spam|\*{2,5}spam\*{2,5}|suspected spam|caution)\s?[\]】)］][:\s-]{0,3}|^\*{2,5}\s?(?:spam|external)\s?\*{2,5}[:\s]{0,3}/i.exec(rest);
    if (gateway) { at += gateway[0].length; continue; }
    const prefix = /^([\p{L}\p{M}./]{1,16}(?: ?\p{L}{2,10})?)\s?(?:[[(]\d{1,3}[\])]|\^\d{1,2}|\*\d{1,2}|\d)?\s?[:：]/u.exec(rest);
    const key = prefix ? keyOf(prefix[1]!.normalize("NFKC")).replace(/\.$/, "") : "";
    if (prefix && (replyPrefixes.has(key) || forwardPrefixes.has(key))) {
      prefixes.push(replyPrefixes.has(key) ? "reply" : "forward");
      at += prefix[0].length;
      tag = -1;
      continue;
    }
    const list = tag < 0 && /^\[[^\]]{1,40}\]\s{0,3}(?=[\p{L}]{1,8}\s?[:：])/u.exec(rest);
    if (list && /^\S{1,8}\s?[:：]/u.test(rest.slice(list[0].length)) && known(rest.slice(list[0].length))) { tag = at; at += list[0].length; continue; }
    break;
  }
  if (tag >= 0) at = tag;
  const kept = text.slice(at).trim();
  return { text: kept, from: at, to: at + kept.length, prefixes };
}

const known = (rest: string): boolean => {
  const word = keyOf((/^[\p{L}\p{M}.]{1,12}/u.exec(rest)?.[0] ?? "").normalize("NFKC"));
  return replyPrefixes.has(word) || forwardPrefixes.has(word);
};
