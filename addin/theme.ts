export type LookChoice = "auto" | "light" | "dark";
const key = "dealwright.look";

/** Whether to draw in dark: what the rep chose, else what Outlook shows. */
export const drawsDark = (choice: LookChoice, outlookIsDark: boolean): boolean => choice === "auto" ? outlookIsDark : choice === "dark";

const light = {
  accent: "#0f6cbd", "accent-hover": "#115ea3", "accent-soft": "#ebf3fc", "on-accent": "#ffffff", ground: "#ffffff", raised: "#faf9f8", hover: "#f3f2f1", line: "#edebe9", edge: "#8a8886",
  text: "#242424", quiet: "#505050", error: "#a4262c", good: "#0e700e", warn: "#8a5a00", mark: "#fff4ce",
};
const dark: typeof light = {
  accent: "#62abf5", "accent-hover": "#72b3f6", "accent-soft": "#0e1b27", "on-accent": "#0b1a29", ground: "#1f1f1f", raised: "#262626", hover: "#2e2e2e", line: "#383838", edge: "#c8c8c8",
  text: "#f0f0f0", quiet: "#c8c8c8", error: "#ff99a4", good: "#7fd18c", warn: "#f2c661", mark: "#4a4020",
};

/** Gives the style sheet the colours as custom properties; Fluent's own theme (Fluent.tsx) has the same ones. */
export function paint(inDark: boolean, root: HTMLElement = document.documentElement): void {
  root.dataset.look = inDark ? "dark" : "light";
  for (const [name, value] of Object.entries(inDark ? dark : light)) root.style.setProperty(`--${name}`, value);
}

/** Some browsers keep nothing for a framed page; then the choice lasts as long as the pane. */
export function keptLook(): LookChoice {
  try { const kept = localStorage.getItem(key); return kept === "light" || kept === "dark" ? kept : "auto"; } catch { return "auto"; }
}
export function keepLook(choice: LookChoice): void {
  try { localStorage.setItem(key, choice); } catch { /* lasts as long as the pane */ }
}
