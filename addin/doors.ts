import { createContext, useContext } from "react";
import type { Caller } from "../model/may.ts";
import type { Api } from "./api.ts";
import type { Item, Mailbox } from "./office/mailbox.ts";
import type { Place } from "./places.ts";

/** All that a pane may reach: the service, Outlook, who is at work, and the other places. */
export interface Doors {
  api: Api;
  mailbox: Mailbox;
  me: Caller;
  /** The item that Outlook shows now. */
  item: Item;
  go(place: Place): void;
  back(): void;
  /** Says something once to people who listen rather than look. */
  announce(words: string): void;
}

export const DoorsContext = createContext<Doors | null>(null);
export function useDoors(): Doors {
  const doors = useContext(DoorsContext);
  if (!doors) throw new Error("A pane was drawn outside of the doors");
  return doors;
}
