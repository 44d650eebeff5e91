import type { JSX } from "react";

/** Our own drawings on a 16-unit grid, so that no icon font is fetched. */
const paths = {
  Search: "M10.5 10.5 14 14M11.5 6.75a4.75 4.75 0 1 1-9.5 0 4.75 4.75 0 0 1 9.5 0Z",
  Clear: "m3.5 3.5 9 9m0-9-9 9", Cancel: "m3.5 3.5 9 9m0-9-9 9",
  Back: "M7 3 2.5 8 7 13M3 8h10.5",
  Day: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3M6 10l1.5 1.5L10.5 9",
  Calendar: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3",
  Menu: "M2.5 4h11M2.5 8h11M2.5 12h11",
  More: "M3 7.5h1v1H3zM7.5 7.5h1v1h-1zM12 7.5h1v1h-1z",
  ChevronDown: "m3.5 6 4.5 4.5L12.5 6", ChevronRight: "m6 3.5 4.5 4.5L6 12.5", ChevronLeft: "m10 3.5-4.5 4.5 4.5 4.5", ChevronUp: "m3.5 10 4.5-4.5 4.5 4.5",
  Up: "M8 13V3M3.5 7.5 8 3l4.5 4.5", Down: "M8 3v10M3.5 8.5 8 13l4.5-4.5",
  CheckMark: "m2.5 8.5 3.5 3.5 7.5-8", Accept: "m2.5 8.5 3.5 3.5 7.5-8",
  Settings: "M2.5 4.5h4M10.5 4.5h3M2.5 11.5h3M9.5 11.5h4M10.5 4.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM9.5 11.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z",
  Add: "M8 2.5v11M2.5 8h11", Warning: "M8 2 14.5 13.5h-13zM8 6.5v3.5M8 11.8h.01", Info: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 7v4M8 4.8h.01",
  lead: "M8 7.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM2.5 14c.4-3 2.6-4.5 5.5-4.5M12 9.5v5M9.5 12h5",
  contact: "M8 7.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM2.5 14c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5",
  account: "M3 14V2.5h6.5V14M9.5 6.5H13V14M1.5 14h13M5.2 5.5h2M5.2 8.2h2M5.2 11h2",
  opportunity: "M2 12.5 6 8l3 2.5L14 4M10.5 4H14v3.5",
  activity: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 4.5V8l2.5 1.5",
  email: "M2 3.5h12v9H2zM2 4l6 5 6-5", phoneCall: "M4.5 2.5 6.5 6 5 7.5c.7 1.6 1.9 2.8 3.5 3.5L10 9.5l3.5 2-1 2c-5 .5-10-4.5-9.5-9.5z",
  task: "M2.5 2.5h11v11h-11zM5 8l2 2 4-4.5", appointment: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3",
  Pin: "m8 2 1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.2l-3.7 2.1.8-4.1L2 6.3l4.2-.5z", Pinned: "m8 2 1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.2l-3.7 2.1.8-4.1L2 6.3l4.2-.5zM8 4.5 6 9.5M8 4.5l2 5M8 5v5M4.5 7l5.5 2.5M11.5 7 6 9.5",
  note: "M3 2.5h10v8L10 13.5H3zM5.5 5.5h5M5.5 8h5",
} as const;
export type IconName = keyof typeof paths;
export const iconNames = Object.keys(paths) as IconName[];

/** Decoration only: whatever it means is also said in words. */
export function Icon({ name, size = 16 }: { name: string; size?: number }): JSX.Element | null {
  const d = (paths as Record<string, string>)[name];
  return d ? <svg className="icon" width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.25" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false"><path d={d} /></svg> : null;
}
