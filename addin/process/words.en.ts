import type { Ailment, Complaint } from "../../model/score.ts";

const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`;

/** What stages and approvals say, in English. */
export const en = {
  stages: "Stages", otherProcess: "Another process", chooseProcess: "Which process does this follow?", keepProcess: "Keep this one", processIs: (name: string) => `The process is now “${name}”`,
  stageOf: (stage: string, n: number, all: number) => `${stage}, stage ${n} of ${all}`, past: "done", now: "now", ahead: "ahead", probability: (n: number) => `${n} %`, daysIn: (n: number) => n === 0 ? "in this stage since today" : `${many(n, "day")} in this stage`, doneOf: (n: number, all: number) => `${n} of ${all} done`,
  next: (stage: string) => `Next: ${stage}`, backTo: (stage: string) => `Back to ${stage}`, moveTo: (stage: string) => `Move to ${stage}`, moved: (stage: string) => `Stage is now ${stage}`, needed: "needed", done: "done", open: "open", fill: (step: string) => `Fill in ${step}`, ticked: (step: string) => `${step}: done`, unticked: (step: string) => `${step}: open again`,
  planned: (days: number) => days === 0 ? "task for the same day" : `task within ${many(days, "working day")}`, missing: "Before the next stage, this is still missing:", noSteps: "Nothing has to be done in this stage.", elsewhere: (type: string) => `This stage belongs to the ${type.toLowerCase()}.`,
  approvals: "Approvals", waitsFor: (names: string) => `Waits for ${names}`, askedBy: (name: string, when: string) => `Asked by ${name}, ${when}`, approve: "Approve", refuse: "Refuse", delegate: "Hand on", withdraw: "Take back", you: "you",
  approved: "Approved", refused: "Refused", delegated: "Handed on", withdrawn: "Taken back", history: "History", waitingForYou: "Waiting for your approval", changedSince: "The record has changed since this was asked. Look at it again; approving then means the record as it is now.", approveAnyway: "I have looked: approve",
  score: "Score", points: (n: string) => `${n} points`, noReasons: "Nothing speaks for or against this lead yet.", weights: "Change what counts",
  health: "Deserves attention", ails: {
    noNextStep: (_n: number) => "Nothing is planned next", silent: (n: number) => `No contact for ${many(n, "day")}`, late: (n: number) => `The close date passed ${many(n, "day")} ago`, moved: (n: number) => `The close date has moved ${many(n, "time")}`,
    oneContact: (n: number): string => n ? "We know only one person there" : "We know nobody there", stageTooLong: (n: number) => `In this stage for ${many(n, "day")}`,
  } satisfies Record<Ailment, (n: number) => string>, mends: { addTask: "Plan a task", call: "Note a call", setCloseDate: "Set the close date", addContact: "Add a person", moveStage: "See the stages" } satisfies Record<Complaint["mend"], string>,
  runs: "Automations", showRuns: (n: number) => `Show what ${many(n, "automation")} did`, hideRuns: "Hide", outcomes: { done: "done", waiting: "waits", skipped: "not done", failed: "failed", stopped: "stopped" } as Record<string, string>, until: (when: string) => `goes on ${when}`,
  did: { create: (what: string) => `${what} created`, update: (what: string) => `Changed: ${what}`, assign: (who: string) => `Given to ${who}`, mail: (n: number) => `E-mail to ${many(n, "person", "people")}`, noMail: "No e-mail: nobody to send it to", webhook: (host: string) => `Told ${host}`, dialog: "A conversation begun", act: (what: string) => `${what}: done` }, why: { loop: "It would set itself off again", gone: "The record is no longer there" },
  steps: { asked: "asked", standsIn: "stands in", mailed: "was asked by e-mail", delegated: "handed on", approved: "approved", refused: "refused", withdrawn: "took it back" } as Record<string, string>, forWhom: (name: string) => `to ${name}`,
};
/** A word that one language lacks does not compile. */
export type Words = typeof en;
