/** Days are `2026-11-24`; a moment may stand where a day is wanted. */
export const dayOf = (at: string): string => at.slice(0, 10);
export const addDays = (day: string, days: number): string => new Date(Date.parse(`${dayOf(day)}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${dayOf(to)}T00:00:00Z`) - Date.parse(`${dayOf(from)}T00:00:00Z`)) / 86_400_000);

/** Monday to Friday; public holidays are the company's affair. Zero on a weekend is the Monday after it. */
export function addWorkingDays(day: string, days: number): string {
  let at = dayOf(day), left = Math.abs(days);
  const step = days < 0 ? -1 : 1, works = (one: string) => ![0, 6].includes(new Date(`${one}T00:00:00Z`).getUTCDay());
  while (left > 0 || !works(at)) { at = addDays(at, step); if (works(at)) left--; }
  return at;
}
