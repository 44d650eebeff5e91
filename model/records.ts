import type { AnyRecord, Says } from "./record.ts";
import { account } from "./records/account.ts";
import { activity } from "./records/activity.ts";
import { approval } from "./records/approval.ts";
import { company } from "./records/company.ts";
import { automation } from "./records/automation.ts";
import { competitor } from "./records/competitor.ts";
import { contact } from "./records/contact.ts";
import { dialog, dialogSession } from "./records/dialog.ts";
import { process } from "./records/process.ts";
import { lead } from "./records/lead.ts";
import { literature } from "./records/literature.ts";
import { note } from "./records/note.ts";
import { opportunity } from "./records/opportunity.ts";
import { paper } from "./records/paper.ts";
import { product } from "./records/product.ts";
import { sending } from "./records/sending.ts";
import { rule } from "./records/rule.ts";
import { team } from "./records/team.ts";
import { template } from "./records/template.ts";
import { user } from "./records/user.ts";
import { weblink } from "./records/weblink.ts";
import type { SharingSays } from "./sharing.ts";

/** All the record types there are. A new one is one file and one word here. */
export const records = {
  lead, contact, account, opportunity,
  activity, note,
  competitor, product,
  literature, paper, sending, weblink, template,
  company, rule, approval, automation, process, dialog, dialogSession,
  user, team,
};
export type RecordName = keyof typeof records;
/** Every word that a declaration shows. */
export type Label = { [N in RecordName]: Says<(typeof records)[N]> }[RecordName] | SharingSays;

export const recordType = (name: string): AnyRecord | undefined => Object.hasOwn(records, name) ? (records as unknown as Record<string, AnyRecord>)[name] : undefined;
