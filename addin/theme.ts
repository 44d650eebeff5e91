import { createTheme, type Theme } from "@fluentui/react/lib/Theme";

export type LookChoice = "auto" | "light" | "dark";
const key = "dealwright.look";

const fonts = { fontFamily: '"Segoe UI", "Segoe UI Web (West European)", "Microsoft YaHei UI", "PingFang SC", "Noto Sans", "Noto Sans CJK SC", system-ui, sans-serif' };
const lightPalette = { themePrimary: "#0f6cbd", themeDark: "#0c3b5e", themeDarkAlt: "#115ea3", themeDarker: "#0a2e4a", themeSecondary: "#2886de", themeTertiary: "#62abf5", themeLight: "#cfe4fa", themeLighter: "#ebf3fc", themeLighterAlt: "#f5f9fe", neutralPrimary: "#242424", neutralSecondary: "#505050", neutralTertiary: "#757575" };
const darkPalette = {
  themePrimary: "#62abf5", themeLighterAlt: "#04070a", themeLighter: "#0e1b27", themeLight: "#1d3349", themeTertiary: "#3a6793", themeSecondary: "#5697d8", themeDarkAlt: "#72b3f6", themeDark: "#8ac0f7", themeDarker: "#abd2fa",
  white: "#1f1f1f", black: "#ffffff", neutralLighterAlt: "#262626", neutralLighter: "#2e2e2e", neutralLight: "#383838", neutralQuaternaryAlt: "#404040", neutralQuaternary: "#484848",
  neutralTertiaryAlt: "#666666", neutralTertiary: "#adadad", neutralSecondary: "#c8c8c8", neutralSecondaryAlt: "#c8c8c8", neutralPrimaryAlt: "#e4e4e4", neutralPrimary: "#f0f0f0", neutralDark: "#f8f8f8",
};
const light = createTheme({ defaultFontStyle: fonts, palette: lightPalette });
const dark = createTheme({ defaultFontStyle: fonts, palette: darkPalette, isInverted: true, semanticColors: { primaryButtonText: "#0b1a29", primaryButtonTextHovered: "#0b1a29", primaryButtonTextPressed: "#0b1a29", errorText: "#ff99a4", disabledBodyText: "#8a8a8a" } });

/** The colours to draw in: what the rep chose, else what Outlook shows. */
export const themeFor = (choice: LookChoice, outlookIsDark: boolean): Theme => (choice === "auto" ? outlookIsDark : choice === "dark") ? dark : light;

/** Gives the style sheet the colours as custom properties. */
export function paint(theme: Theme, root: HTMLElement = document.documentElement): void {
  root.dataset.look = theme.isInverted ? "dark" : "light";
  const { palette, semanticColors } = theme;
  for (const [name, value] of Object.entries({
    accent: palette.themePrimary, "accent-soft": palette.themeLighter, ground: palette.white, raised: palette.neutralLighterAlt, hover: palette.neutralLighter, line: palette.neutralLight,
    text: palette.neutralPrimary, quiet: palette.neutralSecondary, error: semanticColors.errorText,
    good: theme.isInverted ? "#7fd18c" : "#0e700e", warn: theme.isInverted ? "#f2c661" : "#8a5a00", mark: theme.isInverted ? "#4a4020" : "#fff4ce",
  })) root.style.setProperty(`--${name}`, value);
}

/** Some browsers keep nothing for a framed page; then the choice lasts as long as the pane. */
export function keptLook(): LookChoice {
  try { const kept = localStorage.getItem(key); return kept === "light" || kept === "dark" ? kept : "auto"; } catch { return "auto"; }
}
export function keepLook(choice: LookChoice): void {
  try { localStorage.setItem(key, choice); } catch { /* lasts as long as the pane */ }
}
