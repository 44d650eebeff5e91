import { Link } from "@fluentui/react/lib/Link";
import { useEffect, useState, type ReactNode } from "react";
import { useDoors } from "../doors.ts";
import { useWork } from "../use.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { useWords } from "./words.ts";

/** What was done, and the name under which it can be taken back. */
export interface Deed { said: string; commit?: string; more?: ReactNode }

/** One line of truth after an act, said once aloud, with the way back. */
export function Truth({ deed, onUndone }: { deed: Deed | undefined; onUndone(): void }) {
  const { api, announce } = useDoors(), words = useWords(), { busy, problem, run, clear } = useWork();
  const [undone, setUndone] = useState<Deed>();
  useEffect(() => { clear(); if (deed) announce(deed.said); }, [deed, announce, clear]);
  if (!deed) return null;
  if (problem) return <ProblemLine problem={problem} />;
  if (undone === deed) return <p className="truth">{words.undone}</p>;
  const undo = () => void run(async () => { await api.undo(deed.commit!); setUndone(deed); announce(words.undone); onUndone(); });
  return <p className="truth"><span>{deed.said}</span>{deed.more}{deed.commit && <Link as="button" type="button" disabled={busy} onClick={undo}>{words.undo}</Link>}</p>;
}
