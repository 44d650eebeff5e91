import type { AnyRecord, Says } from "./record.ts";
import { account } from "./records/account.ts";
import { activity } from "./records/activity.ts";
import { approval } from "./records/approval.ts";
import { businessUnit } from "./records/businessUnit.ts";
import { campaign } from "./records/campaign.ts";
import { company } from "./records/company.ts";
import { automation } from "./records/automation.ts";
import { competitor } from "./records/competitor.ts";
import { connection } from "./records/connection.ts";
import { connectionRole } from "./records/connectionRole.ts";
import { contact } from "./records/contact.ts";
import { dialog, dialogSession } from "./records/dialog.ts";
import { process } from "./records/process.ts";
import { currency } from "./records/currency.ts";
import { discountList } from "./records/discountList.ts";
import { goal } from "./records/goal.ts";
import { invoice } from "./records/invoice.ts";
import { duplicateRule } from "./records/duplicateRule.ts";
import { lead } from "./records/lead.ts";
import { literature } from "./records/literature.ts";
import { metric } from "./records/metric.ts";
import { note } from "./records/note.ts";
import { opportunity } from "./records/opportunity.ts";
import { order } from "./records/order.ts";
import { paper } from "./records/paper.ts";
import { priceList } from "./records/priceList.ts";
import { priceListItem } from "./records/priceListItem.ts";
import { product } from "./records/product.ts";
import { quote } from "./records/quote.ts";
import { sending } from "./records/sending.ts";
import { rule } from "./records/rule.ts";
import { scoring } from "./records/scoring.ts";
import { subject } from "./records/subject.ts";
import { team } from "./records/team.ts";
import { template } from "./records/template.ts";
import { territory } from "./records/territory.ts";
import { unit } from "./records/unit.ts";
import { unitGroup } from "./records/unitGroup.ts";
import { user } from "./records/user.ts";
import { weblink } from "./records/weblink.ts";
import type { CommonSays } from "./common.ts";

/** All the record types there are. A new one is one file and one word here. */
export const records = {
  lead, contact, account, opportunity, quote, order, invoice,
  activity, note, connection, goal, campaign,
  competitor, product, priceList, priceListItem, discountList, unitGroup, unit,
  literature, paper, sending, weblink, template,
  company, duplicateRule, rule, approval, automation, process, dialog, dialogSession, scoring,
  user, team, businessUnit, territory, currency, subject, connectionRole, metric,
};
export type RecordName = keyof typeof records;
/** Every word that a declaration shows. */
export type Label = { [N in RecordName]: Says<(typeof records)[N]> }[RecordName] | CommonSays;

export const recordType = (name: string): AnyRecord | undefined => Object.hasOwn(records, name) ? (records as unknown as Record<string, AnyRecord>)[name] : undefined;
