import type { Fitness, Reason } from "../../model/recommend.ts";

const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`;

/** What is said beside a mail that is being written, in English. */
export const en = {
  title: "Writing", nobody: "Add a recipient: who they are, and what fits them, appears here.", to: "To", noEmail: "does not want e-mail", outside: "not in our records", more: (n: number) => `${n} more`,
  regarding: "Regarding", none: "Nothing yet", choose: "Choose", change: "Change", proposed: "proposed", forget: "Take off",
  tabs: { literature: "Literature", templates: "Templates", quotes: "Quotes" },
  search: "Search titles and inside files", nothing: "Nothing in the library holds these words.", emptyLibrary: "The library is empty. A manager can add literature to it.", offline: "The library cannot be reached.",
  attach: "Attach", attachThese: (n: number) => `Attach ${many(n, "file")}`, link: "Insert as link", preview: "Preview", closePreview: "Close preview", attaching: (n: number, all: number, name: string) => all > 1 ? `Attaching ${n} of ${all}: ${name}` : `Attaching ${name}`, attached: (names: string) => `Attached ${names}`, linked: (name: string, day: string) => `Link to ${name} inserted; it works until ${day}`, linkWorks: "A link works for", days: (n: number) => `${n} days`, stopped: "The link leads nowhere any more; take its words out of the mail.", wholeLibrary: "Open the library", undo: "Undo", removed: (names: string) => `${names} taken off`,
  already: "attached", tooLarge: (size: string, limit: string) => `Together ${size}; a mail may carry ${limit}. Choose fewer, or insert a link.`, sum: (size: string, limit: string) => `${size} of ${limit}`, choosePiece: (title: string) => `Choose ${title}`, pages: (n: number) => many(n, "page"),
  fitness: { fine: "", expiring: "ends soon", expired: "expired", internal: "for us only" } satisfies Record<Fitness, string>,
  until: (day: string) => `until ${day}`, cannot: { expired: (day: string) => `Expired on ${day}: it can't be sent any more.`, internal: (person: string) => `For us only, and ${person} is outside.` },
  why: { product: (of: string) => `about ${of}`, competitor: (of: string) => `against ${of}`, campaign: (of: string) => `from ${of}`, title: (of: string) => `named “${of}”`, inside: () => "inside the file", stage: () => "helps at this stage", often: () => "often sent" } satisfies Record<Reason["why"], (of: string) => string>,
  polite: { write: "Write a polite answer", opened: "The answer is open in Outlook", copied: "Outlook opened no answer. The text is on the clipboard." },
  opening: { empty: "Is it empty there?", copy: "Copy its text", copied: "The text is on the clipboard: paste it into the mail." },
  template: { search: "Search templates", noMatch: "No template holds these words.", none: "No template fits. A manager can write some under Templates.", insert: "Insert", preview: "Preview", missing: (names: string) => `Missing, left out: ${names}`, inserted: (name: string) => `${name} inserted`, other: "In other languages", subjectToo: "Use its subject too" },
  quote: { make: "Make a quote", made: (number: string) => `Quote ${number} made from the deal`, activate: "Activate", activated: (number: string) => `Quote ${number} is active`, waits: "It becomes active once it is approved.", lines: "The deal has no priced products yet: open the quote and add them.", none: "No active quote on this deal.", noDeal: "Choose a deal under Regarding to see its quotes.", attach: "Attach PDF", draft: "draft: activate it first", superseded: "replaced by a newer revision", rev: (n: number) => `rev. ${n}`, open: "Open quote" },
  whenSent: {
    title: "Log when sent", logged: "It is logged with its files as you send it, also with this pane closed.", notLogged: "It goes out without being logged.", to: (title: string) => `To ${title}`, nobody: "Nobody on it is known yet. It is logged if you choose where.", stopped: "You have stopped suggestions in this conversation. It is logged if you choose where.",
    noEvents: "Outlook does not tell us here when a mail goes out.", logNow: "Log as it stands now", logging: "Logging…", loggedNow: "Logged before it is sent", completed: "Open it in Sent Items once, with this pane beside it, and what was sent takes the place of this.",
  },
  guards: "Before you send", opened: "Open", retry: "Try again", working: "One moment…",
};
/** A word that one language lacks does not compile. */
export type Words = typeof en;
