import { createTheme, ThemeProvider } from "@fluentui/react/lib/Theme";
import { setRTL } from "@fluentui/react/lib/Utilities";
import type { ReactNode } from "react";
import { registerDrawings } from "./drawings.tsx";
import { useLanguage } from "./language.ts";
import { directionOf } from "./speech.ts";

registerDrawings();
const fonts = { fontFamily: '"Segoe UI", "Segoe UI Web (West European)", "Microsoft YaHei UI", "PingFang SC", "Noto Sans", "Noto Sans CJK SC", system-ui, sans-serif' };
const lightPalette = { themePrimary: "#0f6cbd", themeDark: "#0c3b5e", themeDarkAlt: "#115ea3", themeDarker: "#0a2e4a", themeSecondary: "#2886de", themeTertiary: "#62abf5", themeLight: "#cfe4fa", themeLighter: "#ebf3fc", themeLighterAlt: "#f5f9fe", neutralPrimary: "#242424", neutralSecondary: "#505050", neutralTertiary: "#757575" };
const darkPalette = {
  themePrimary: "#62abf5", themeLighterAlt: "#04070a", themeLighter: "#0e1b27", themeLight: "#1d3349", themeTertiary: "#3a6793", themeSecondary: "#5697d8", themeDarkAlt: "#72b3f6", themeDark: "#8ac0f7", themeDarker: "#abd2fa",
  white: "#1f1f1f", black: "#ffffff", neutralLighterAlt: "#262626", neutralLighter: "#2e2e2e", neutralLight: "#383838", neutralQuaternaryAlt: "#404040", neutralQuaternary: "#484848",
  neutralTertiaryAlt: "#666666", neutralTertiary: "#adadad", neutralSecondary: "#c8c8c8", neutralSecondaryAlt: "#c8c8c8", neutralPrimaryAlt: "#e4e4e4", neutralPrimary: "#f0f0f0", neutralDark: "#f8f8f8",
};
export const lightTheme = createTheme({ defaultFontStyle: fonts, palette: lightPalette });
export const darkTheme = createTheme({ defaultFontStyle: fonts, palette: darkPalette, isInverted: true, semanticColors: { primaryButtonText: "#0b1a29", primaryButtonTextHovered: "#0b1a29", primaryButtonTextPressed: "#0b1a29", errorText: "#ff99a4", disabledBodyText: "#8a8a8a" } });
const themes = [lightTheme, darkTheme].map(theme => [theme, { ...theme, rtl: true }]);

/** Fluent's colours and drawings around what is made of its components; it comes with the first pane that needs them, never with the first mail. */
export default function Fluent({ dark, children }: { dark: boolean; children: ReactNode }) {
  const rtl = directionOf(useLanguage().tag) === "rtl";
  setRTL(rtl); // before anything below asks
  return <ThemeProvider theme={themes[Number(dark)]![Number(rtl)]} applyTo="none">{children}</ThemeProvider>;
}
