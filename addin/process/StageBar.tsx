import type { LookAt, Stages } from "./stages.ts";
import { useProcessWords } from "./words.ts";

/** How far a record is: the stages of its process as a slim bar; each can be looked at. */
export function StageBar({ stages: { process, all, now, shown, label }, lookAt }: { stages: Stages; lookAt: LookAt }) {
  const words = useProcessWords(), nowAt = all.indexOf(now);
  return (
    <ol className="processBar" aria-label={process.name}>{all.map((stage, n) => {
      const state = n < nowAt ? "past" : n === nowAt ? "now" : "ahead";
      return <li key={stage.key} className={state}><button type="button" aria-current={state === "now" ? "step" : undefined} aria-pressed={stage === shown} aria-label={`${words.stageOf(label(stage), n + 1, all.length)}, ${words[state]}`} onClick={() => lookAt(stage.key)}><span title={label(stage)}>{label(stage)}</span></button></li>;
    })}</ol>
  );
}
