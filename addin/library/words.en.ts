const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`;

/** What the library says, in English. */
export const en = {
  title: "Library", search: "Search titles and inside files", nothing: "Nothing in the library holds these words.", noneSuch: "None of the pieces here is of this sort.", empty: "The library is empty.", show: "Show",
  which: { all: "All", customers: "For customers", internal: "For us only", ending: "Ended or ending soon" }, more: "Show more",
  sent: (n: number, behind: number) => behind ? `sent to ${many(n, "person", "people")}, ${behind} with an older version` : `sent to ${many(n, "person", "people")}`, deals: (won: number, lost: number, open: number) => `deals: ${won} won · ${lost} lost · ${open} open`,
  drop: "Drop files here to add them", choose: "Choose files…", newVersion: "New version", newVersionOf: (title: string) => `New version of ${title}`, dropVersion: (title: string) => `Drop to make it the new version of ${title}`,
  sending: (name: string, percent: number) => `${name}: ${percent} %`, renewed: (title: string) => `${title} has a new version`, seeWho: (n: number) => `${many(n, "person has", "people have")} an older one`,
  name: "Title", subject: "Subject", kind: "Type", forCustomers: "For customers", forCustomersHint: "Else for our own people only", expires: "May be sent until", add: "Add to library", cancel: "Leave out", added: (title: string) => `${title} added`, undone: "Taken back",
  files: "Files", download: "Download", downloadNamed: (name: string) => `Download ${name}`, earlier: (n: number) => many(n, "earlier version"), until: (day: string) => `until ${day}`, hide: "Hide earlier versions",
  who: "Who has it", nobody: "Nobody was sent it yet.", hasOlder: "older version", hasCurrent: "up to date", takenOff: "no longer in the library", noEmail: "does not want e-mail", received: (file: string, day: string) => `${file} · ${day}`,
  sendTo: (n: number) => `Send the new version to ${many(n, "person", "people")}`, sendAgain: "There is a newer version than some of them have.", opened: "Opened in Outlook: look at it and send it.", copied: "Outlook opened no new mail. The text is on the clipboard.", chooseNamed: (name: string) => `Send it to ${name}`,
  links: "Links that work", linkUntil: (day: string, by: string) => `until ${day} · made by ${by}`, stop: "Stop", stopNamed: (name: string) => `Stop the link to ${name}`, stopped: (name: string) => `Link to ${name} stopped`, you: "you",
};
/** A word that one language lacks does not compile. */
export type Words = typeof en;
