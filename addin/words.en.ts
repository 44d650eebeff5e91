const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;

/** What the pane says, in English. Words that a record type declares are not here. */
export const en = {
  product: "Dealwright",
  search: "Search records", back: "Back", myDay: "My day", menu: "Menu", home: "This message", settings: "Settings", close: "Close", clear: "Clear", again: "Try again", undo: "Undo", undone: "Undone", save: "Save", saving: "Saving…", cancel: "Cancel", more: "More", loading: "Loading…",
  leads: "Leads", opportunities: "Opportunities", contacts: "Contacts", accounts: "Accounts", activities: "Activities", pipeline: "Pipeline", library: "Library", allRecords: "All records", ways: "Company's ways", newRecord: "New…",
  firstRun: { title: "Sales work, right where your mail is", about: "See who wrote, what you have on them, and make a lead in one click.", signIn: "Sign in", signingIn: "Signing you in…", popUp: "A sign-in window opens. If nothing appears, allow pop-ups for this page and try again.", stranger: "You are signed in, but nobody has given you access here yet. Ask your administrator to add you.", privacy: "A message is only stored when you log it or make a lead of it." },
  noService: { title: "Dealwright cannot be reached", about: "Your mail is fine; nothing you see here is saved until the service answers. We keep trying.", },
  noOutlook: { title: "Outlook did not answer", about: "Close this pane and open it again from the ribbon. If that does not help, restart Outlook." },
  crashed: { title: "This page stopped working", about: "Nothing that was saved is lost. Go back, or load the pane again.", reload: "Load again" },
  newMessage: (subject: string) => `Outlook now shows “${subject}”`, show: "Show", nowShowing: (subject: string) => `Now showing: ${subject}`, noSubject: "(no subject)",
  notSaved: (n: number) => `${many(n, "change is", "changes are")} not saved yet.`, notLasting: "This browser keeps nothing for the pane: leave it open until they are.", savedNow: "What was waiting is saved", keptForLater: "Not saved yet: it is sent when the service is back",
  unsupported: { title: "This message cannot be read here", about: "It is encrypted or of a kind that Outlook does not hand to add-ins. You can still search your records." },
  unnamed: "No name", isNew: "New", colleague: "Colleague", you: "you", owner: (name: string) => `Owner: ${name}`, yours: "Yours",
  via: (name: string) => `Through ${name}`, alsoHere: "Also on this message", openDeals: "Open deals", recent: "Last activities", noActivities: "Nothing has happened with them yet.", records: "On record", call: (number: string) => `Call ${number}`,
  noNextStep: "No next step", closes: (day: string) => `Closes ${day}`, overdue: (day: string) => `Close date passed: ${day}`,
  lastContact: (what: string, when: string, by?: string) => `${what} ${when}${by ? `, ${by}` : ""}`, byYou: "yours", fromThem: "from them", lastSaid: "What they said last", colleagues: "Colleagues", useThis: "Use this one", useThisFor: (title: string) => `Use this one: ${title}`,
  sameConversation: (title: string) => `Same conversation as ${title}`, stopHere: "Stop here", stopped: "Nothing is suggested for this conversation.", resume: "Suggest again", keptOut: { internal: "Only colleagues are on this message, so it is not logged.", never: (rule: string) => `Your company does not log mail with ${rule}.` },
  attachments: "Attachments to keep", logToSeveral: (n: number) => `Log to ${many(n, "record", "records")}`, uploading: (name: string, part: number) => `${name}: ${Math.round(part * 100)} %`, choose: (title: string) => `Choose ${title}`,
  showAll: "Show all", showLess: "Show less",
  againIn: (seconds?: number) => seconds ? `Try again in ${many(seconds, "second", "seconds")}.` : "Try again in a moment.", readsOnly: "You may look at records, but not change them.", createLead: "Create lead", continueLead: "Continue lead", logTo: (title: string) => `Log to ${title}`, logToOther: "Log to…", logging: "Logging…", open: (title: string) => `Open ${title}`,
  logged: (who: string, when: string) => `Logged by ${who}, ${when} on`, loggedNow: (title: string) => `Logged to ${title}`, unlog: "Undo", unlogged: "No longer logged", leadCreated: "Lead created",
  logTitle: "Log this message to…", suggested: "Suggested", found: "Found", nothingFound: (text: string) => `No record matches “${text}”.`, typeToSearch: "Search leads, contacts, accounts and deals", why: { conversation: "same conversation", deal: "open deal", person: "this person" },
  loggedMark: (title: string) => `Logged to ${title}`.slice(0, 150),
  changedItem: "Outlook shows another message now, so nothing was done. Go back to that message to go on; your entries are kept.",
  leadTitle: "New lead", fromSignature: "Suggested from the message", showWords: "Show where", hideWords: "Hide", inTheMessage: "In the message", suggestionMark: "Suggested from the message; check it", reading: "Reading the message…", readFailed: "The message's text could not be read. Name and address come from Outlook.",
  saveLead: "Save lead", needsOne: (n: number) => many(n, "field needs attention", "fields need attention"), fieldWrong: { required: "Please fill this in", "too-long": "This is too long", "wrong-format": "This does not look right", "not-a-phone": "This is not a phone number", other: "This does not look right" } as Record<string, string>,
  duplicates: "Maybe you have them already", sameBy: { email: "same e-mail", name: "same name", company: "same company", phone: "same phone" }, openIt: "Open", useExisting: "Use existing", heldBack: "Not saved yet. Use one of these, or save it as it is.", saveAnyway: "Save anyway",
  theme: "Colours", themeAuto: "As Outlook", themeLight: "Light", themeDark: "Dark", language: "Language", languageAuto: "As Outlook", signedInAs: "Signed in as", actAs: "Try it as", roles: { rep: "Sales rep", manager: "Sales manager", administrator: "Administrator", reader: "Reader" } as Record<string, string>, signOut: "Sign out",
  problems: {
    malformed: "The service did not understand this. Please report it.", unauthorised: "Your sign-in has run out. Sign in again; your entries are kept.", forbidden: "You may not do this. Ask the owner of the record or your administrator.",
    consent: "Your administrator has to allow Dealwright once for your company. Ask them to open the setup page and choose “Grant consent”, then sign in again.", "not-found": "This record is no longer there. It may have been removed or merged.", "no-such-method": "The service does not offer this. Please report it.", "wrong-status": "The record's status does not allow this any more. Load it again to see how it stands.",
    duplicate: "There is such a record already.", "in-use": "Other records still refer to this one.", numbered: "What has a number stays; cancel it instead.", "in-flight": "The same thing is already being saved. Wait a moment.", "awaits-approval": "This waits for an approval already.", touched: "Something has changed since, so this can no longer be undone.",
    stale: "Someone else changed this record meanwhile. Load it again, then repeat your change.", "too-large": "This is too large to be saved.", "wrong-type": "This kind of file is not taken.", invalid: "Some fields need attention.",
    "key-reused": "This was sent before with other content. Load again.", "needs-version": "Load the record again, then repeat your change.", "too-many": "Too many requests at once. Nothing was lost.",
    unexpected: "Something went wrong on our side. Try again in a moment.", unavailable: "The service is busy or being updated. Try again in a moment.", "disk-full": "The service has no room left: nothing was saved. Tell your administrator.",
    "kept-out": "Your company does not keep messages like this one.", queued: "Not saved yet. It is kept here and sent when the service is back.", offline: "The service cannot be reached. Check your connection, then try again.", outlook: "Outlook did not answer. Try again.", "changed-item": "Outlook shows another message now.",
  },
};
/** A word that one language lacks does not compile. */
export type Words = typeof en;
