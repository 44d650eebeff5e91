import { openOutlook } from "../office/outlook.ts";
import { hearFunctions } from "../office/outlookFunctions.ts";
import { openService } from "../service.ts";
import { commands } from "./command.ts";

/** The ribbon's functions, which run in a page of their own without anything to see. */
hearFunctions(commands, async () => {
  const mailbox = await openOutlook();
  return { mailbox, api: openService(undefined, mailbox.dialogs, mailbox.me.name).api };
});
