const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`;

/** What guided conversations say, in English. */
export const en = {
  title: "Guided conversations", start: (name: string) => `Start: ${name}`, resume: "Continue", resumeIt: (name: string) => `Continue: ${name}`, begun: (when: string, pages: number) => pages ? `begun ${when}, ${many(pages, "page")} answered` : `begun ${when}`,
  ended: { completed: "finished", canceled: "stopped", open: "on its way" } as Record<string, string>, byWhom: (name: string, when: string) => `${name}, ${when}`, earlier: (n: number) => `${many(n, "earlier conversation")}`,
  page: (n: number) => `Page ${n}`, next: "Next", back: "Previous page", later: "Continue later", stop: "Stop", stopIt: (name: string) => `Stop: ${name}`, stopped: "The conversation is stopped.",
  tip: "Tip", notKept: "This answer is used now and not kept anywhere.", comments: "Comments", addComment: "+ Comments", commentKept: "Comments saved", open: (what: string) => `Open ${what}`, visit: (host: string) => `Open ${host}`,
  elsewhere: "This conversation has gone on somewhere else. Here is where it stands now.", needed: (n: number) => n === 1 ? "One answer needs attention" : `${n} answers need attention`, record: "The record does not allow this yet:",
  done: "The conversation is finished.", wasStopped: "The conversation was stopped.", summary: "What was answered", nothing: "Nothing was answered.", masked: "not kept", answered: (name: string, when: string) => `Answered by ${name}, ${when}`, backTo: "Back", goOn: "Conversations to continue",
};
/** A word that one language lacks does not compile. */
export type Words = typeof en;
