import { createContext, useContext } from "react";
import type { Problem } from "../model/problem.ts";
import type { Kept } from "./waiting.ts";
import type { DemoUser } from "./service.ts";
import type { Language } from "./speech.ts";
import type { LookChoice } from "./theme.ts";

/** A line of truth about what was just done to a message. `commit` can be undone. */
export interface Told { words: string; commit?: string; problem?: Problem }
/** What the rep has typed and not saved, by field; `touched` are no longer suggestions. */
export interface Draft { values: Record<string, string>; touched: string[] }

/** What belongs to the pane as a whole, and outlives a place: choices, the way in, and what is kept for each message. */
export interface Pane {
  dark: boolean;
  look: LookChoice; chooseLook(look: LookChoice): void;
  language?: Language; chooseLanguage(language?: Language): void;
  user?: string; users: DemoUser[]; chooseUser(id: string): void;
  signIn(): Promise<void>; signOut(): Promise<void>;
  /** Writes that the service has not taken yet. */
  kept?: Kept;
  /** By `item.key` and address. */
  drafts: Map<string, Draft>;
  /** By `item.key`. */
  told: Map<string, Told>;
}

export const PaneContext = createContext<Pane>({
  dark: false, look: "auto", chooseLook: () => undefined, chooseLanguage: () => undefined, users: [], chooseUser: () => undefined,
  signIn: async () => undefined, signOut: async () => undefined, drafts: new Map(), told: new Map(),
});
export const usePane = (): Pane => useContext(PaneContext);
