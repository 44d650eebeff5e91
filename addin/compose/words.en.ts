/** What is said beside a draft, in English. */
export const en = {
  whenSent: "Log when sent", logged: "It is logged with its files as you send it, also with this pane closed.", notLogged: "It goes out without being logged.", to: (title: string) => `To ${title}`, nobody: "Nobody on it is known yet. It is logged if you choose where.",
  noEvents: "Outlook does not tell us here when a mail goes out.", logNow: "Log as it stands now", logging: "Logging…", loggedNow: "Logged before it is sent", completed: "Open it in Sent Items once, with this pane beside it, and what was sent takes the place of this.",
};
export type Words = typeof en;
