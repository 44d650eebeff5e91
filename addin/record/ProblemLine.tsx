import { Link } from "@fluentui/react/lib/Link";
import type { Problem } from "../../model/problem.ts";
import { sayProblem, useWords } from "./words.ts";

/** What went wrong, in the reader's words, and a way to try again. */
export function ProblemLine({ problem, again }: { problem: Problem | undefined; again?(): void }) {
  const words = useWords();
  return problem ? <p className="problem" role="alert">{sayProblem(words, problem)} {again && <Link as="button" type="button" onClick={again}>{words.again}</Link>}</p> : null;
}

/** Room for what is on its way. */
export const Waiting = ({ rows = 3 }: { rows?: number }) => { const words = useWords(); return <div role="status" aria-label={words.loading}>{Array.from({ length: rows }, (_, n) => <div key={n} className="wait" />)}</div>; };
