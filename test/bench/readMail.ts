/** Rows of labelled mail on stdin, one prediction a line on stdout, with the milliseconds that each took. */
import { createInterface } from "node:readline";
import { readMail } from "../../model/reading/read.ts";

for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const row = JSON.parse(line);
  const start = performance.now();
  const { kind, phones, reply, ...fields } = readMail({ from: row.from, receivedFor: row.receivedFor ?? undefined, subject: row.subject ?? "", text: row.text ?? "", html: row.html ?? undefined, defaultRegion: row.defaultRegion });
  const ms = performance.now() - start;
  const value = (field: "firstName" | "lastName" | "company" | "jobTitle" | "website" | "email" | "address" | "city" | "postalCode" | "country" | "topic") => fields[field]?.value ?? null;
  console.log(JSON.stringify({ id: row.id, kind, firstName: value("firstName"), lastName: value("lastName"), company: value("company"), jobTitle: value("jobTitle"), phones: phones.map(phone => phone.value), website: value("website"), email: value("email"), address: value("address"), city: value("city"), postalCode: value("postalCode"), country: value("country"), topic: value("topic"), latestReplyText: reply?.value ?? null, ms }));
}
