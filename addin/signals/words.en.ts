/** What is said of a mail's own words, in English. */
export const en = {
  title: "What this mail says",
  competitor: (name: string) => `Names a competitor: ${name}`, product: (name: string) => `Names a product: ${name}`,
  due: (day: string) => `Asks for an answer by ${day}`, amount: (amount: string) => `Names an amount: ${amount}`,
  refusal: "Seems to say no", acceptance: (quote?: string) => quote ? `Accepts quote ${quote}` : "Accepts our offer", order: (n: number) => n === 1 ? "Asks for one item" : `Asks for ${n} items`,
  unmatched: (code: string) => `${code} is not in the catalogue`, quantity: (n: string, name: string) => `${n} × ${name}`, quantityOf: (name: string) => `Quantity of ${name}`,
  isOn: (deal: string) => `On ${deal} already`, linkTo: (deal: string) => `Link to ${deal}`, linked: (name: string, deal: string) => `${name} linked to ${deal}`,
  makeTask: (day: string) => `Make a task, ${day}`, madeTask: (day: string) => `Task for ${day} made`, taskSubject: (subject: string) => `Answer: ${subject}`,
  disqualify: (lead: string) => `Disqualify ${lead}…`, disqualified: (lead: string) => `${lead} disqualified`, lose: (deal: string) => `Close ${deal} as lost…`, lost: (deal: string) => `${deal} closed as lost`, saveReason: "Save with this reason",
  addLines: (deal: string) => `Add lines to ${deal}…`, addNow: (n: number) => n === 1 ? "Add one line" : `Add ${n} lines`, addedLines: (n: number, deal: string) => n === 1 ? `One line added to ${deal}` : `${n} lines added to ${deal}`,
  newQuote: "New quote with these lines…", quoteNow: (n: number) => n === 1 ? "Save a quote of one line" : `Save a quote of ${n} lines`, quoted: (n: number) => n === 1 ? "Draft quote of one line made" : `Draft quote of ${n} lines made`,
  orderFrom: (quote: string) => `Make an order of ${quote}…`, makeOrder: "Make the order", ordered: (quote: string) => `Order made of ${quote}, with this mail as evidence`,
  estimate: (deal: string, amount: string) => `Estimate ${deal} at ${amount}…`, saveEstimate: "Save the estimate", estimated: (deal: string) => `Estimate of ${deal} saved`,
  open: (title: string) => `Open ${title}`,
  complete: (task: string) => `Complete the task: ${task}`, completed: "Task completed", openTask: (task: string) => `There is still a task: ${task}`,
  undone: "Taken back", show: "Show in the mail", hide: "Hide",
};
export type Words = typeof en;
