/** What can be wrong with Outlook, each a known trouble of the real one. Set at any time through `window.outlook.faults`. */
export interface Faults {
  /** How the event of a changed selection arrives: at once, never, late by `lateBy` ms, or as "no item" first and the item `lateBy` ms after. */
  itemChanged: "prompt" | "missing" | "late" | "null first";
  lateBy: number;
  /** The library is told of the first message for ever, and is served from it. */
  frozen: boolean;
  /** Methods (by name, see methods.ts) whose callback is never called. */
  silent: string[];
  /** Methods that fail, with the number of the error. */
  errors: Record<string, number>;
  /** How long each call takes, in ms; `slow` for the methods in it only. */
  latency: number;
  slow: Record<string, number>;
  /** Nothing is answered at all, not even the first greeting: the library never becomes ready. */
  dead: boolean;
}
export const noFaults = (): Faults => ({ itemChanged: "prompt", lateBy: 400, frozen: false, silent: [], errors: {}, latency: 0, slow: {}, dead: false });
