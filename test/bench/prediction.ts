import * as numbers from "../../model/reading/phones.ts";
import type { ReadableMail } from "../../model/reading/reading.ts";
import { readMail } from "../../model/reading/read.ts";

/** A row of labelled mail, as far as a reader may look at it. */
export interface Row { id: string; from: { name: string; address: string }; receivedFor?: { name: string; address: string } | null; subject: string; text: string; html?: string | null; defaultRegion?: string }

/** A row as the reader gets it. */
export const mailOf = ({ from, receivedFor, subject, text, html, defaultRegion }: Row): ReadableMail => ({ from, receivedFor: receivedFor ?? undefined, subject: subject ?? "", text: text ?? "", html: html ?? undefined, defaultRegion });

/** What is read of a row, as the evaluation wants it, with the milliseconds that it took. */
export function predictionOf(row: Row): object {
  const start = performance.now();
  const { kind, phones, reply, ...fields } = readMail(mailOf(row), numbers);
  const ms = performance.now() - start;
  const value = (field: "firstName" | "lastName" | "company" | "jobTitle" | "website" | "email" | "address" | "city" | "postalCode" | "country" | "topic") => fields[field]?.value ?? null;
  return { id: row.id, kind, firstName: value("firstName"), lastName: value("lastName"), company: value("company"), jobTitle: value("jobTitle"), phones: phones.map(phone => phone.value), website: value("website"), email: value("email"), address: value("address"), city: value("city"), postalCode: value("postalCode"), country: value("country"), topic: value("topic"), latestReplyText: reply?.value ?? null, ms };
}
