import { useCallback, useEffect, useRef, useState } from "react";
import type { Problem } from "../../model/problem.ts";
import { problemOf } from "../use.ts";

/** Loads anew whenever the key changes; an answer to an older key is never shown. The last answer stays while the same key loads again. */
export function useLoaded<T>(key: string, load: () => Promise<T>) {
  const [state, put] = useState<{ key: string; data?: T; problem?: Problem }>({ key });
  const [round, setRound] = useState(0);
  const latest = useRef(load);
  useEffect(() => { latest.current = load; });
  useEffect(() => {
    let current = true;
    latest.current().then(data => { if (current) put({ key, data }); }, error => { if (current) put(was => ({ key, data: was.key === key ? was.data : undefined, problem: problemOf(error) })); });
    return () => { current = false; };
  }, [key, round]);
  const mine = state.key === key;
  return { data: mine ? state.data : undefined, problem: mine ? state.problem : undefined, reload: useCallback(() => setRound(n => n + 1), []) };
}
