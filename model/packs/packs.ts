import type { Change } from "../change.ts";
import { carParts } from "./carParts.ts";
import { softwareHouse } from "./softwareHouse.ts";

/** Ways of whole trades, out of the sales course: installed and removed with one act each. */
export const packs: Record<string, readonly (Change & { do: "create" })[]> = { "car-parts": carParts, "software-house": softwareHouse };
