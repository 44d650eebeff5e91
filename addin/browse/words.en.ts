const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`;

/** What lists say beyond their rows, in English. */
export const en = {
  allTypes: "All records", kinds: { sell: "Selling", customers: "Customers", work: "Work", offer: "What we sell", market: "Market and literature", company: "Company and set-up" },
  chosenRows: "Records", chosenCount: (n: number) => `${n} chosen`, filter: "Filter", filtering: (n: number) => `Filter (${n})`, status: "Status", owner: "Owner", you: "you", clear: "Clear all", drop: (what: string) => `Remove filter ${what}`, is: (field: string, value: string) => `${field}: ${value}`, nothing: "empty", between: (from: string, to: string) => from && to ? from === to ? from : `${from} – ${to}` : from ? `from ${from}` : `until ${to}`,
  when: (field: string) => `${field}, when`, any: "Any time", overdue: "Before today", week: "Next 7 days", month: "This month", nextMonth: "Next month", noDay: "No date",
  up: "Sort downwards", down: "Sort upwards", records: (n: number) => many(n, "record"), noMatch: "Nothing matches these filters.", dropAll: "Show all",
  select: "Select", stop: "Done", selectAll: "Select all shown", beside: (title: string) => `${title} is shown beside the list`, selectOne: (title: string) => `Select ${title}`, selected: (n: number) => `${n} selected`, none: "Select the records to work on.",
  verb: (verb: string, n: number) => `${verb} (${n})`, working: (n: number, all: number) => `${n} of ${all}…`, stopWork: "Stop",
  done: (what: string, n: number) => `${what}: ${many(n, "record")} done`, refused: (n: number) => `${n} refused; they stay selected`, undoing: "Taking back…", undone: (n: number) => `Taken back: ${many(n, "record")}`, notUndone: (n: number) => `${n} could not be taken back, as they have changed since`,
  eachOwn: "Each lead gets its own account, contact and opportunity, unless there is one already with the same e-mail or company.",
};
/** A word that one language lacks does not compile. */
export type Words = typeof en;
