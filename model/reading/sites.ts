import { keyOf, work, type Line } from "./page.ts";
import { foreignHosts, freeMail, freeNames } from "./words/companies.ts";

export interface Site { url: string; host: string; from: number; to: number; labelled: boolean; bare: boolean }
interface MailAddress { address: string; from: number; to: number }

const mail = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;
const url = /(?:https?:\/\/|www\d?\.)[^\s<>"'()[\]{}|,;，。；、）】]{3,300}|(?<![@\p{L}\p{N}.\-_/])[a-z0-9][a-z0-9-]{1,62}(?:\.[a-z0-9-]{2,40}){0,3}\.(?:com|net|org|io|co|ai|eu|biz|info|dev|app|tech|shop|online|cloud|us|uk|ie|de|at|ch|fr|be|nl|lu|es|pt|it|pl|cz|sk|hu|ro|gr|se|no|dk|fi|ru|ua|tr|il|ae|sa|za|in|sg|my|th|vn|ph|id|cn|hk|tw|jp|kr|au|nz|ca|mx|br|ar|cl|pe|рф|gmbh|group|example)(?![\p{L}\p{N}@-]|\.[\p{L}\p{N}])(?:\/[^\s<>"'()|]{0,200})?/giu;

/** The mail addresses of a line, lower case. */
export function mailsOf(line: Line): MailAddress[] {
  if (line.text.length > 5000 || !line.text.includes("@")) return [];
  return [...line.text.matchAll(mail)].map(match => {
    const address = match[0].replace(/^['.\-_]{1,4}/, "").replace(/[.-]{1,4}$/, "").toLowerCase();
    return { address, from: line.from + match.index + match[0].toLowerCase().indexOf(address), to: line.from + match.index + match[0].toLowerCase().indexOf(address) + address.length };
  });
}

/** Web addresses of a line that may be a company's own: no social, scheduling, tracking or legal pages. */
export function sitesOf(line: Line): Site[] {
  if (line.text.length > 5000 || !line.text.includes(".")) return [];
  const found: Site[] = [];
  work.steps += line.text.length;
  for (const match of line.text.matchAll(url)) {
    const text = match[0].replace(/[.:!?*>]{1,4}$/, "");
    const host = hostOf(text);
    if (!host.includes(".") || isForeign(host) || notTheirs.test(text.toLowerCase())) continue;
    if (/@$/.test(line.text.slice(0, match.index))) continue;
    const before = keyOf(line.text.slice(Math.max(0, match.index - 24), match.index));
    if (/(?:disclaimer|datenschutz|privacy|impressum|unsubscribe|legal)\W{0,4}$/.test(before)) continue;
    found.push({ url: text, host, from: line.from + match.index, to: line.from + match.index + text.length, labelled: /(?:web|website|internet|www|url|site|homepage|w|网址|网站|官网|ホームページ|홈페이지|сайт|الموقع|sito|strona|🌐|hp)\W{0,5}$/u.test(before), bare: !/^(?:https?:|www)/i.test(text) });
  }
  return found;
}

export const hostOf = (site: string): string => site.toLowerCase().replace(/^https?:\/\//, "").replace(/^www\d?\./, "").split(/[/?#:]/)[0]!;
export const domainOf = (address: string): string => address.toLowerCase().split("@")[1] ?? "";
/** Whether mail under a domain is for everyone, so that it says nothing of a company. */
export const isFree = (domain: string): boolean => freeMail.has(domain) || freeNames.has(nameOfDomain(domain)) || domain.split(".").length > 2 && freeMail.has(domain.split(".").slice(-2).join("."));

/** The part of a domain that is registered: contoso.com.cn of mail.contoso.com.cn. */
export function registered(domain: string): string {
  const labels = domain.split(".");
  const second = labels.length > 2 && labels.at(-1)!.length === 2 && /^(?:com|co|net|org|gov|edu|ac|ne|or|go|ltd|plc|gob|gv|web|in|nom|asso|art|firm|gen|ind|adv|eng|k12|sch|nhs|mil|info|biz|id)$/.test(labels.at(-2)!);
  return labels.slice(second ? -3 : -2).join(".");
}

/** The name that a domain was registered for, in lookup form: contoso of mail.contoso.com.cn. */
export const nameOfDomain = (domain: string): string => keyOf(registered(domain).split(".")[0] ?? "");

const isForeign = (host: string): boolean => isFree(host) || foreignHosts.has(host) || foreignHosts.has(registered(host)) && registered(host) !== host;
const notTheirs = /unsubscribe|disclaimer|privacy|datenschutz|impressum|legal|mailman|listinfo|archive|track|click\.|\.(?:pdf|png|jpe?g|gif|docx?|xlsx?|zip|wav|txt|html?\.en)$|confidential|opt-?out|\/u\/|utm_/;
