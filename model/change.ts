import type { AnyRecord, ValuesOf } from "./record.ts";

/** Something that shall happen to one record. Nothing has happened yet: only server/work.ts makes changes true. */
export type Change =
  | { do: "create"; type: string; id: string; values: object; /** How it stands already, where it comes from elsewhere; only the service may say so. */ as?: { status: string; reason?: string }; /** When it was made there; likewise. */ since?: string }
  | { do: "update"; type: string; id: string; values: object }
  | { do: "act"; type: string; id: string; verb: string; answers: object }
  | { do: "remove"; type: string; id: string };

export const create = <R extends AnyRecord>(type: R, values: ValuesOf<R>, id: string = crypto.randomUUID()) =>
  ({ do: "create", type: type.name, id, values } as const satisfies Change);
/** `null` clears a field. */
export const update = (type: string, id: string, values: object) => ({ do: "update", type, id, values } as const satisfies Change);
export const act = (type: string, id: string, verb: string, answers: object = {}) => ({ do: "act", type, id, verb, answers } as const satisfies Change);
export const remove = (type: string, id: string) => ({ do: "remove", type, id } as const satisfies Change);
