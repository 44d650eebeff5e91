import { people, type Player } from "./cast.ts";
import { h } from "./dom.ts";
import type { Faults } from "./faults.ts";
import type { Language, Words } from "./words.ts";

/** How this Outlook is looked at. From the address (`?as=rep&language=zh-CN&theme=dark&width=350&pane=/x.html&functions=/y.html&door=demo&item=ID|none&mailbox=1.12&open=no&faults={json}`), then from earlier in this tab. */
export interface Choices {
  as: NonNullable<Player["demo"]>; language: Language; theme: "light" | "dark"; width: number;
  door: "office" | "demo"; pane?: string; functions?: string; item?: string; mailbox: string; open: boolean; faults: Partial<Faults>;
}
const remembered = "simulated outlook";

/** The address wins over what was chosen before, so a choice takes its word out of the address; plain http gets the demo's door, https Microsoft's. */
export function readChoices(search: string, memory: Storage): Choices {
  const asked = new URLSearchParams(search), before = JSON.parse(memory.getItem(remembered) ?? "{}") as Partial<Choices>;
  const one = <T extends string>(name: string, among: readonly T[], other: T): T => among.find(value => value === asked.get(name)) ?? other;
  return {
    as: one("as", ["rep", "rep2", "manager", "admin"], before.as ?? "rep"),
    language: one("language", ["en-US", "zh-CN"], before.language ?? "en-US"),
    theme: one("theme", ["light", "dark"], before.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")),
    width: clampWidth(Number(asked.get("width")) || before.width || 350),
    door: one("door", ["office", "demo"], location.protocol === "https:" ? "office" : "demo"),
    pane: asked.get("pane") ?? undefined, functions: asked.get("functions") ?? undefined, item: asked.get("item") ?? undefined, mailbox: asked.get("mailbox") ?? "1.12", open: asked.get("open") !== "no",
    faults: JSON.parse(asked.get("faults") ?? "{}") as Partial<Faults>,
  };
}
export const clampWidth = (width: number) => Math.min(900, Math.max(280, Math.round(width)));

/** The address without what a choice has overtaken. */
export function addressWithout(address: string): string {
  const url = new URL(address);
  for (const name of ["as", "language", "theme", "width"]) url.searchParams.delete(name);
  return url.href;
}

export function saveChoices({ as, language, theme, width }: Choices, memory: Storage): void { memory.setItem(remembered, JSON.stringify({ as, language, theme, width })); }

/** The switches at the top right. */
export function drawSettings(choices: Choices, say: Words, { paint, go }: { paint: (theme: "light" | "dark") => void; go: () => void }): HTMLElement {
  const pick = <T extends string>(label: string, now: T, among: [value: T, shown: string][], chosen: (value: T) => void) =>
    h("label", {}, h("span", {}, label), h("select", { onchange: ({ target }: Event) => chosen((target as HTMLSelectElement).value as T) }, ...among.map(([value, shown]) => h("option", { value, selected: value === now }, shown))));
  return h("div", { class: "settings", role: "group", "aria-label": say.settings },
    pick(say.as, choices.as, people.flatMap(one => one.demo ? [[one.demo, `${one.shown} · ${one.demo}`] as [typeof one.demo, string]] : []), as => { choices.as = as; go(); }),
    pick(say.language, choices.language, [["en-US", "English"], ["zh-CN", "中文"]], language => { choices.language = language; go(); }),
    pick(say.theme, choices.theme, [["light", say.light], ["dark", say.dark]], paint));
}
