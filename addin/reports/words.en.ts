const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`;

/** What the pipeline and its figures say, in English. */
export const en = {
  title: "Pipeline", tabs: { board: "Board", forecast: "Forecast", age: "Age", results: "Results" }, whose: "Whose deals", mine: "Mine", everybodys: "Everybody's",
  deals: (n: number) => many(n, "deal"), noStage: "No stage yet", emptyStage: "No deal at this stage.", more: (n: number) => `${n} more`, noDeals: "No open deals. They appear here as soon as a lead is qualified or an opportunity is made.",
  move: (deal: string) => `Move ${deal}`, moveTo: (stage: string) => `Move to ${stage}`, moved: (deal: string, stage: string) => `“${deal}” is now at ${stage}`, keys: "Left and right arrow move the deal to the stage before or after.",
  weighted: "by probability", total: "total", ofTotal: (part: string, all: string) => `${part} of ${all}`, overdue: "Overdue", later: "Later", noDay: "No date", forecastAbout: "Open deals by the month of their expected close; the dark part is weighted by probability.",
  ageAbout: "Open deals by how long ago they were made.", days: (from: number, to?: number) => to ? `${from}–${to} days` : `over ${from} days`,
  period: "Period", periods: { quarter: "This quarter", year: "This year", twelve: "Last 12 months" }, won: "Won", lost: "Lost", winRate: (percent: number) => `Win rate ${percent} %`, noneClosed: "No deal was closed in this time.", why: "Why they were closed", lostTo: "Lost to", noCompetitor: "Nobody named",
  goal: { title: "Progress", never: "Not counted yet. “Recalculate” counts it now; after that it is counted every day.", reached: "Reached", coming: "May still come in this time", ahead: "Ahead of what is planned by today", behind: "Behind what is planned by today", when: (at: string) => `Counted: ${at}` },
  funnel: "Funnel", funnelAbout: "What was made in this time, and what became of it.", leads: "Leads made", qualified: "of these qualified", made: "Deals made", ofMadeWon: "of these won", open: (what: string, n: number) => `${what}: show ${many(n, "record")}`,
};
/** A word that one language lacks does not compile. */
export type Words = typeof en;
