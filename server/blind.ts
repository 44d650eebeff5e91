import type { Row } from "./store/store.ts";
import type { Who } from "./work.ts";

type Party = { role: string; address?: string };

/** A mail as this caller may know it: whom it went to blind, its sender alone does. */
export const blinded = (who: Who, row: Row): Row => {
  const data = row.type === "activity" ? blindedIn(who, row.data) : row.data;
  return data === row.data ? row : { ...row, data: data as Row["data"] };
};

/** The same of the values that an event keeps. */
export function blindedIn(who: Who, values: unknown): unknown {
  const { parties, createdBy } = (values ?? {}) as { parties?: Party[]; createdBy?: string };
  return createdBy !== who.id && Array.isArray(parties) && parties.some(isBlind) ? { ...values as object, parties: parties.filter(one => !isBlind(one)) } : values;
}

export const isBlind = ({ role }: { role?: unknown }): boolean => role === "bcc";
