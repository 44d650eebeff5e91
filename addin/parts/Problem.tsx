import type { Problem } from "../../model/problem.ts";
import { Icon } from "../icons.tsx";
import { useWords } from "../speech.ts";
import { Button } from "./Button.tsx";

/** What went wrong, why, and what next, in the rep's words; the machine's words stay in a fold. */
export function ProblemLine({ problem, again, signIn }: { problem: Problem | undefined; again?: () => void; signIn?: () => void }) {
  const words = useWords();
  if (!problem) return null;
  const retry = problem.code === "unauthorised" && signIn ? { say: words.firstRun.signIn, act: signIn } : again && { say: words.again, act: again };
  return (
    <div className="problem" role="alert">
      <Icon name="Warning" />
      <div>
        <p>{words.problems[problem.code]}{problem.code === "too-many" && ` ${words.againIn(problem.seconds)}`}</p>
        {retry && <Button text={retry.say} onClick={retry.act} />}
      </div>
    </div>
  );
}
