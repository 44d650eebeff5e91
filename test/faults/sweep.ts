import { sweepDisk } from "../server/sweep.kit.ts";
import type { Found } from "./all.ts";

/** The disk fails at each of its acts in turn, with EIO and with ENOSPC, once and for a while. */
export async function sweep(): Promise<Found> {
  const made: Found = { told: "", faults: [] };
  let places = 0, refused = 0;
  for (const code of ["EIO", "ENOSPC"] as const) for (const span of [1, 6]) {
    const swept = await sweepDisk(code, span, 1);
    places += swept.places; refused += swept.refused; made.faults.push(...swept.faults);
  }
  return { ...made, told: `EIO and ENOSPC at each act of the disk, one act long and six: ${places} failures, ${refused} writes refused` };
}
