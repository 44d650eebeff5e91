import type { Use } from "../../model/scorecard.ts";
import { useDoors } from "../doors.ts";
import { useAsk } from "../use.ts";

/** Of every piece: to how many people it went, and in which deals. */
export function useUses(round = 0) {
  const { api } = useDoors();
  return useAsk(`uses ${round}`, () => api.call<{ uses: Use[] }>("GET", "uses/literature").then(({ uses }) => uses));
}
