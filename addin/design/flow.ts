import type { Step } from "../../model/automation.ts";
import type { DialogStep } from "../../model/dialog.ts";
import type { Say } from "../../model/expression.ts";
import type { Stage } from "../../model/process.ts";

/** A way as boxes from top to bottom; one that divides has branches side by side, after which it goes on. */
export interface Flow { text: string; note?: string; sort: "begin" | "ask" | "do" | "end"; branches?: { text: string; flow: Flow[] }[] }
/** How things are called in the reader's language. */
export interface Speech { term(key: string): string; said(say: Say): string; type(name: string): string; brief(value: unknown): string }

export function flowOf(kind: string, values: Record<string, unknown>, speech: Speech): Flow[] {
  if (kind === "process") return ofStages((values.stages ?? []) as Stage[], speech);
  if (kind === "dialog") return ofDialog((values.steps ?? []) as DialogStep[], speech);
  if (kind === "automation") return [{ text: speech.term(`on.${(values.trigger as { on?: string } | undefined)?.on ?? "created"}`), note: speech.brief(values.when), sort: "begin" }, ...ofSteps((values.steps ?? []) as Step[], speech)];
  if (kind !== "rule" || !values.when) return [];
  const effects = (of: unknown) => ((of ?? []) as object[]).map((effect): Flow => ({ text: speech.brief(effect), sort: "do" }));
  return [{ text: speech.brief(values.when) || speech.term("save"), sort: "ask", branches: [{ text: speech.term("then"), flow: effects(values.then) }, ...((values.otherwise ?? []) as object[]).length ? [{ text: speech.term("otherwise"), flow: effects(values.otherwise) }] : []] }];
}

const ofStages = (stages: Stage[], { said, type, term }: Speech): Flow[] => stages.map(({ label, on, steps = [], probability, gate }, n): Flow => ({
  text: said(label), sort: stages[n - 1]?.on === on ? "do" : "begin",
  note: [type(on), probability !== undefined && `${probability} %`, steps.some(step => step.required) && `${term("required")}: ${steps.filter(step => step.required).length}`, gate && term("gate")].filter(Boolean).join(" · "),
}));
const ofSteps = (steps: Step[], speech: Speech): Flow[] => steps.map((step): Flow => step.do === "if"
  ? { text: speech.brief(step.when), sort: "ask", branches: [{ text: speech.term("then"), flow: ofSteps(step.then ?? [], speech) }, { text: speech.term("otherwise"), flow: ofSteps(step.otherwise ?? [], speech) }] }
  : { text: speech.term(step.do), note: speech.brief(Object.fromEntries(Object.entries(step).filter(([name]) => name !== "do"))), sort: step.do === "stop" ? "end" : "do" });
const ofDialog = (steps: DialogStep[], speech: Speech): Flow[] => steps.map((step): Flow =>
  "if" in step ? { text: speech.brief(step.if), sort: "ask", branches: [{ text: speech.term("then"), flow: ofDialog(step.then ?? [], speech) }, { text: speech.term("otherwise"), flow: ofDialog(step.else ?? [], speech) }] }
  : "page" in step ? { text: speech.said(step.title), note: `${speech.term("prompts")}: ${step.prompts?.length ?? 0}`, sort: "begin" } : "stop" in step ? { text: speech.term(step.stop), note: step.say && speech.said(step.say), sort: "end" }
  : "set" in step ? { text: `${speech.term("setVar")}: ${step.set}`, sort: "do" } : "query" in step ? { text: `${speech.term("query")} ${step.query}`, note: speech.type(step.type), sort: "do" } : "child" in step ? { text: speech.term("child"), note: step.child, sort: "do" }
  : { text: speech.term(step.act.do), note: speech.brief(Object.fromEntries(Object.entries(step.act).filter(([name]) => name !== "do"))), sort: "do" });

export interface Box extends Pick<Flow, "text" | "note" | "sort"> { x: number; y: number }
export interface Laid { boxes: Box[]; lines: { from: [number, number]; to: [number, number]; text?: string }[]; width: number; height: number }
export const size = { width: 140, height: 44, across: 12, down: 22 };

/** Whatever divides is as wide as its branches side by side. */
function widthOf(flow: readonly Flow[], known: Widths): number {
  let width = known.get(flow);
  if (width === undefined) known.set(flow, width = Math.max(size.width, ...flow.flatMap(({ branches }) => branches ? besideOf(branches, known) : [])));
  return width;
}
const besideOf = (branches: NonNullable<Flow["branches"]>, known: Widths) => branches.reduce((sum, { flow }) => sum + widthOf(flow, known) + size.across, -size.across);
type Widths = Map<readonly Flow[], number>;

/** Where every box and line is, in pixels: branches stand side by side under what divides, and meet again below. */
export function lay(flow: readonly Flow[], x = 0, y = 0, known: Widths = new Map()): Laid & { ends: [number, number][] } {
  const laid: Laid = { boxes: [], lines: [], width: widthOf(flow, known), height: 0 };
  const middle = x + laid.width / 2;
  let at = y, ends: [number, number][] = [];
  for (const { text, note, sort, branches } of flow) {
    for (const end of ends) laid.lines.push({ from: end, to: [middle, at] });
    laid.boxes.push({ text, note, sort, x: middle - size.width / 2, y: at });
    const below = at + size.height;
    if (!branches) { ends = sort === "end" ? [] : [[middle, below]]; at = below + size.down; continue; }
    let left = middle - besideOf(branches, known) / 2, deepest = below + size.down;
    ends = [];
    for (const branch of branches) {
      const inner = lay(branch.flow, left, below + size.down, known), centre = left + inner.width / 2;
      laid.boxes.push(...inner.boxes); laid.lines.push(...inner.lines, { from: [middle, below], to: [centre, below + size.down], text: branch.text });
      ends.push(...branch.flow.length ? inner.ends : [[centre, below + size.down] as [number, number]]);
      deepest = Math.max(deepest, below + size.down + inner.height + (inner.height ? size.down : 0)); left += inner.width + size.across;
    }
    at = deepest;
  }
  return { ...laid, height: Math.max(0, at - y - size.down), ends };
}
