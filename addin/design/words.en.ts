const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`;

/** What the company's ways and their designers say, in English. */
export const en = {
  title: "Company's ways", about: "How your company sells: what must be filled in, who must agree, which stages a deal goes through, and what happens by itself.", notYours: "Only an administrator changes the company's ways.",
  kinds: { rule: "Business rules", process: "Sales processes", dialog: "Guided conversations", automation: "Automations" } as Record<string, string>, add: (kind: string) => `Add: ${kind}`, off: "off", switchOff: (name: string) => `Switch off: ${name}`, switchOn: (name: string) => `Switch on: ${name}`, isOff: (name: string) => `“${name}” is off`, isOn: (name: string) => `“${name}” is on`, none: "None yet.", scoring: "Score and health", openScoring: "Weights and limits",
  packs: "Packs for a trade", packNames: { "car-parts": "Car-parts supplier", "software-house": "Custom-software house" } as Record<string, string>, packAbout: { "car-parts": "Contact, meetings, quote, accepted or refused.", "software-house": "Request for proposal found, response written, approved before it is sent, accepted or refused." } as Record<string, string>,
  picture: "Picture", dryRun: "Try it out", dryRunAbout: "What this would change in the records that you have. Nothing is changed.", tryIt: "Try it on past records", trying: "Trying…", tried: (would: number, looked: number) => `${would} of ${many(looked, "record")} would be touched. Nothing has been changed.`, outdated: "It has been changed since; try it again.", more: (n: number) => `Show ${n} more`, emptied: "nothing", wouldAsk: "Would ask for approval",
  parts: (n: number) => many(n, "part"), install: "Install", remove: "Remove", installIt: (name: string) => `Install: ${name}`, removeIt: (name: string) => `Remove: ${name}`, installed: (name: string) => `“${name}” is installed`, removed: (name: string) => `“${name}” is removed`, warnInstall: "Its process stands before the others: new records begin with it.", warnRemove: "Its rules, process and automations go, also where you have changed them. Leads and deals stay as they are.",
};
/** A word that one language lacks does not compile. */
export type Words = typeof en;
