import { registerIcons } from "@fluentui/react/lib/Styling";
import { Icon, iconNames } from "./icons.tsx";

/** Gives Fluent's own components the drawings that they ask for by name. */
export function registerDrawings(): void {
  registerIcons({ icons: Object.fromEntries(iconNames.map(name => [name, <Icon key={name} name={name} />])) });
}
