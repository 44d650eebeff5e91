import { callOffice } from "./call.ts";
import { isDark, onSystemLook, systemLook } from "./look.ts";
import type { Look } from "./mailbox.ts";
import { has } from "./outlookDraft.ts";

type Theme = Partial<Office.OfficeTheme>;
const lookOf = (theme: Theme | undefined): Look => ({ dark: isDark(theme?.bodyBackgroundColor) ?? systemLook().dark });

/** The event may carry the theme before last, and the property may be that of the start, so the property is read again after it and the later word counts. */
export async function watchLook(box: Office.Mailbox): Promise<{ look: () => Look; hear: (hear: (look: Look) => void) => () => void }> {
  const hearers = new Set<(look: Look) => void>();
  const property = (): Theme | undefined => Office.context.officeTheme as Theme | undefined;
  let told: Theme | undefined, now = lookOf(property());
  const settle = () => {
    const next = lookOf(told ?? property());
    if (next.dark === now.dark) return;
    now = next;
    for (const hear of hearers) hear(now);
  };
  onSystemLook(settle);
  const changed = (event: { officeTheme?: Theme }) => {
    told = event.officeTheme;
    settle();
    for (const ms of [0, 250, 1000]) setTimeout(() => { told = property() ?? told; settle(); }, ms);
  };
  if (has("1.14")) await callOffice<void>("theme changes", done => box.addHandlerAsync(Office.EventType.OfficeThemeChanged, changed, done)).catch(() => undefined);
  return { look: () => now, hear: hear => { hearers.add(hear); return () => hearers.delete(hear); } };
}
