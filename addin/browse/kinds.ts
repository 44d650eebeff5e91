import { records, type RecordName } from "../../model/records.ts";

export type Kind = "sell" | "customers" | "work" | "offer" | "market" | "company";
const known: [Kind, readonly string[]][] = [
  ["sell", ["lead", "opportunity", "quote", "order", "invoice", "goal"]],
  ["customers", ["account", "contact", "connection"]],
  ["work", ["activity", "note"]],
  ["offer", ["product", "productAssociation", "productSubstitute", "bundleItem", "priceList", "priceListItem", "discountList", "unitGroup", "unit", "currency"]],
  ["market", ["competitor", "literature", "literatureItem", "campaign", "subject"]],
];
/** Every type of record in the order in which a sales department thinks of them; whatever is nowhere else belongs to the company. */
export const kinds: [Kind, RecordName[]][] = [
  ...known.map(([kind, names]): [Kind, RecordName[]] => [kind, names.filter(name => name in records) as RecordName[]]),
  ["company", (Object.keys(records) as RecordName[]).filter(name => !known.some(([, names]) => names.includes(name)))],
];
