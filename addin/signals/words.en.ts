/** What is said of a mail's own words, in English. */
export const en = {
  title: "What this mail says",
  competitor: (name: string) => `Names a competitor: ${name}`, product: (name: string) => `Names a product: ${name}`,
  due: (day: string) => `Asks for an answer by ${day}`, amount: (amount: string) => `Names an amount: ${amount}`,
  refusal: "Turns us down", acceptance: (quote: string) => `Accepts quote ${quote}`, order: (n: number) => n === 1 ? "Asks for one item" : `Asks for ${n} items`,
  unmatched: (code: string) => `${code} is not in the catalogue`, quantity: (n: string, name: string) => `${n} × ${name}`,
  linkTo: (deal: string) => `Link to ${deal}`, linked: (name: string, deal: string) => `${name} linked to ${deal}`,
  makeTask: (day: string) => `Make a task, ${day}`, madeTask: (day: string) => `Task for ${day} made`, taskSubject: (subject: string) => `Answer: ${subject}`,
  disqualify: (lead: string) => `Disqualify ${lead}`, disqualified: (lead: string) => `${lead} disqualified`,
  addLines: (deal: string) => `Add lines to ${deal}`, addedLines: (n: number, deal: string) => n === 1 ? `One line added to ${deal}` : `${n} lines added to ${deal}`,
  openQuote: "Open the quote", openDeal: (deal: string) => `Open ${deal}`,
  complete: (task: string) => `Complete the task: ${task}`, completed: "Task completed", openTask: (task: string) => `There is still a task: ${task}`,
  undone: "Taken back", show: "Show in the mail", hide: "Hide",
};
export type Words = typeof en;
