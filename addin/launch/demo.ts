import { connect } from "../api.ts";
import { openDemo } from "../office/demo.ts";
import { commands } from "./command.ts";
import { handlers } from "./events.ts";
import { post } from "./post.ts";

/** Events and functions in the demo's Outlook, which has no library of Microsoft's: the same handlers behind the demo's own door. */
void openDemo().then(mailbox => mailbox.onRun((name, done) => {
  const item = mailbox.current(), api = connect("", async () => `Demo ${mailbox.user}`);
  const run = { item, draft: mailbox.draft, settings: mailbox.settings, language: mailbox.language, ask: post, now: () => Date.now(), text: async () => (await mailbox.body(item)).text, meeting: () => mailbox.meeting(item) };
  Promise.resolve(handlers[name]?.(run) ?? commands[name]?.({ mailbox, api })).then(outcome => done(outcome ?? undefined), () => done({ allowEvent: true }));
}));
