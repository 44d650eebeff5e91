import type { Problem } from "../model/problem.ts";
import { useDoors } from "./doors.ts";
import { Button } from "./parts/Button.tsx";
import { ProblemLine } from "./parts/Problem.tsx";
import { TextButton } from "./parts/TextButton.tsx";
import { useWords } from "./speech.ts";
import { useWork } from "./use.ts";

/** Before anybody is signed in: what this is for, and the one button. */
export function FirstRun({ signIn, problem }: { signIn(): Promise<void>; problem: Problem }) {
  const { firstRun } = useWords(), { mailbox } = useDoors();
  const work = useWork();
  return (
    <div className="stop">
      <h1>{firstRun.title}</h1>
      <p>{firstRun.about}</p>
      <Button primary text={work.busy ? firstRun.signingIn : firstRun.signIn} aria-busy={work.busy} onClick={() => void (work.busy ? signIn().catch(() => undefined) : work.run(signIn))} />
      {work.busy && <p className="quiet" role="status">{firstRun.popUp}</p>}
      {work.problem ? work.problem.code !== "unauthorised" && <ProblemLine problem={work.problem} /> : problem.code === "forbidden" && <p className="problem" role="alert">{firstRun.stranger}</p>}
      <p className="quiet">{firstRun.privacy}</p>
      <p className="links">{(["privacy", "terms"] as const).map(page => <TextButton key={page} onClick={() => mailbox.browse(new URL(`assets/${page}.html`, document.baseURI).href)}>{firstRun.pages[page]}</TextButton>)}</p>
    </div>
  );
}

/** The service does not answer; the message's own people stay in view below. */
export function NoService({ problem, retry }: { problem: Problem; retry(): void }) {
  const words = useWords();
  return <div className="noService" role="alert"><p><b>{words.noService.title}</b></p><p>{problem.code === "offline" ? words.noService.about : words.problems[problem.code]}</p><Button text={words.again} onClick={retry} /></div>;
}

/** Outlook itself did not come up: nothing works without it. */
export function NoOutlook({ detail }: { detail?: string }) {
  const words = useWords();
  return <main><div className="stop" role="alert"><h1>{words.noOutlook.title}</h1><p>{words.noOutlook.about}</p>{detail && <details><summary>{words.more}</summary><p className="quiet">{detail}</p></details>}<Button primary text={words.again} onClick={() => location.reload()} /></div></main>;
}
