/** What a person is recognised by in words, and what stands there once it is taken out. */
export interface Signs {
  /** The text without addresses and names. A name of one word, and one in a script that sets no spaces, is taken out only of what is `linked` to the person: elsewhere nobody can tell it from other names and words. */
  out(text: string, linked: boolean): string;
  /** Whether the text holds one of the addresses. */
  addressed(text: string): boolean;
  /** Whether some of the names are such. */
  vague: boolean;
}
export const gone = "(erased)", goneAddress = "erased@erased.invalid";

/** Letters of these may stand beside a name or an address without being part of it. */
const close = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}";
const isClose = new RegExp(`[${close}]`, "u"), letter = `(?![${close}])[\\p{L}\\p{N}\\p{M}]`;
/** All of a short text: somebody else's name, which may begin with this one. */
const aName = /^\p{Script=Han}{2,3}$/u;

/** Whether a name is long enough to be told from other words. */
export const tells = (name: string): boolean => isClose.test(name) ? [...name].length >= 2 : name.length > 3;

export function signsOf(addresses: readonly string[], names: readonly string[]): Signs {
  const said = names.filter(name => ![gone, goneAddress].some(put => put.includes(name.toLowerCase()))), unspaced = said.filter(name => isClose.test(name));
  const { address, name, single, within } = patternsOf(addresses.filter(one => one !== goneAddress), said);
  return {
    vague: said.some(one => isClose.test(one) || !/\s/.test(one)),
    addressed: text => text.search(address) >= 0,
    out(text, linked) {
      const rest = text.replace(address, goneAddress).replace(name, gone);
      if (!linked) return rest;
      return (unspaced.includes(rest) || !aName.test(rest) ? rest.replace(within, gone) : rest).replace(single, gone);
    },
  };
}

/** What they are found by: whole, for no letter or digit touches them, and an address goes on neither before nor behind a `.`, `_`, `+` or `-`; a full stop behind it is only a full stop. */
export function patternsOf(addresses: readonly string[], names: readonly string[]): Record<"address" | "name" | "single" | "within", RegExp> {
  const spelt = names.filter(name => !isClose.test(name)), word = (some: readonly string[]) => anyOf(some, `(?<!${letter})`, `(?!${letter})`);
  return {
    address: anyOf(addresses, `(?<!${letter}[._+-]{0,8})`, `(?![._+-]?${letter})`),
    name: word(spelt.filter(one => /\s/.test(one))), single: word(spelt.filter(one => !/\s/.test(one))),
    within: anyOf(names.filter(name => isClose.test(name)), "", ""),
  };
}

/** Any of the texts, the longest first, in either case, however its accents are written and wherever a line ends between its words; nothing where there are none. */
export function anyOf(texts: readonly string[], before: string, behind: string): RegExp {
  const all = [...new Set(texts.flatMap(text => [text.normalize("NFC"), text.normalize("NFD")]))].sort((a, b) => b.length - a.length).map(text => text.replace(/[\\^$.*+?()[\]{}|/-]/g, at => at === "-" ? "\\x2d" : `\\${at}`).replace(/\s+/g, "\\s{1,3}"));
  return new RegExp(all.length ? `${before}(?:${all.join("|")})${behind}` : "(?!)", "giu");
}
