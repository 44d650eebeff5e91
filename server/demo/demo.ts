/** A record of the sample company as it is written down; what is not said is as when the record is new. */
export interface Sample { type: string; id: string; values: Record<string, unknown>; status?: string; reason?: string; owner?: string; createdAt: string }

/** Days count from today, so that the sample never looks stale; weekends give way to the nearest working day further from today. */
export interface Clock { now: string; day(days: number): string; at(days: number, time?: string): string }

export function clockOf(now: string): Clock {
  const day = (days: number): string => {
    const date = new Date(`${now.slice(0, 10)}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + days);
    const weekday = date.getUTCDay(), off = weekday === 6 ? [-1, 2] : weekday === 0 ? [-2, 1] : [0, 0];
    if (days !== 0) date.setUTCDate(date.getUTCDate() + off[days < 0 ? 0 : 1]!);
    return date.toISOString().slice(0, 10);
  };
  return { now, day, at: (days, time = "09:20") => `${day(days)}T${time}:00.000Z` };
}
