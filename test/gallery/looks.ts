import { chinese } from "../../addin/chinese.ts";
import { english, type Speech } from "../../addin/speech.ts";

/** How a state is looked at: what the pane speaks, and in which colours. `forced` asks the browser for a contrast theme; `long` makes all words longer, as a third language would. */
export interface Look { name: string; speech: Speech; dark: boolean; forced: boolean; long?: boolean }

/** Together they show each state in each of the colours, languages and directions at least once. */
export const looks: Look[] = [
  { name: "light", speech: english, dark: false, forced: false },
  { name: "dark-zh", speech: { ...chinese, locale: "zh-CN" }, dark: true, forced: false },
  { name: "forced-rtl-long", speech: { ...english, locale: "ar-SA-u-nu-latn" }, dark: true, forced: true, long: true },
];

const tongues: Pick<Look, "name" | "speech" | "long">[] = [{ name: "en", speech: english }, { name: "zh", speech: { ...chinese, locale: "zh-CN" } }, { name: "rtl", speech: { ...english, locale: "ar-SA-u-nu-latn" } }, { name: "long", speech: english, long: true }];
/** Each of the colours with each of the languages and directions, for `npm run gallery:all`. */
export const allLooks: Look[] = [false, true].flatMap(forced => [false, true].flatMap(dark => tongues.map(tongue => ({ ...tongue, name: `${forced ? "forced-" : ""}${dark ? "dark" : "light"}-${tongue.name}`, dark, forced }))));

/** Makes every word on the screen longer by two fifths, and its vowels accented. */
export function lengthen(root: Node): void {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode as Text, words = node.data.trim();
    if (words && !/^[\d\W]*$/.test(words) && node.parentElement?.closest("style, script") === null) node.data = node.data.replace(/[aeiou]/g, letter => "àéîöü"["aeiou".indexOf(letter)]!).replace(/\p{L}+/gu, word => word + "ñ".repeat(Math.ceil(word.length * .4)));
  }
}
