import { useEffect, useState } from "react";
import { useDoors } from "../doors.ts";
import { useReach } from "../reach.ts";
import { useProcessWords } from "./words.ts";

/** People by name, in one line; oneself is “you”. Empty until they are known. */
export function useNames(ids: readonly string[]): string {
  const { title } = useReach(), { me } = useDoors(), words = useProcessWords(), [told, tell] = useState<{ of: string; names: string }>(), of = ids.join();
  useEffect(() => {
    let current = true;
    Promise.all(of.split(",").filter(Boolean).map(async id => id === me.id ? words.you : await title("user", id) ?? id)).then(names => { if (current) tell({ of, names: names.join(", ") }); }, () => undefined);
    return () => { current = false; };
  }, [of, title, me.id, words]);
  return told?.of === of ? told.names : "";
}
