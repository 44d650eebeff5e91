/** What is said beside a meeting, in English. */
export const en = {
  title: "Meeting", nobody: "Invite somebody: who they are, and what is open with them, appears here.", more: (n: number) => `${n} more`, loggedTo: (title: string) => `Logged to ${title}`, noDeal: "Choose under Regarding what this meeting is about.",
  brief: "Briefing", agenda: "Agenda", outcome: "Outcome", print: "Print",
  deal: "About", situation: "Situation:", need: "Need:", planned: "Planned", nothingPlanned: "Nothing is planned.", mails: "Last mails", noMails: "No mail is logged yet.", notes: "Notes", against: "Up against", card: "Battle card", quote: "Quote", revision: (n: number) => `rev. ${n}`, notActive: "not active",
  decided: "What was decided", next: "Next steps", task: (n: number) => `Next step ${n}`, taskHint: "Who does what", due: (n: number) => `Due date of step ${n}`, remove: (n: number) => `Remove step ${n}`, addTask: "Add a step", stage: "Stage of the deal now", save: "Save outcome", saving: "Saving…", saved: "Outcome saved: note, tasks and stage", held: "An outcome of this meeting is on record. What you write is added to it.",
};
export type Words = typeof en;
