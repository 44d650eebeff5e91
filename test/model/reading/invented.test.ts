import { describe, expect, test } from "@jest/globals";
import * as numbers from "../../../model/reading/phones.ts";
import { readMail } from "../../../model/reading/read.ts";
import type { Reading } from "../../../model/reading/reading.ts";
import { quotes } from "./invented/clients.ts";
import { forms } from "./invented/forms.ts";
import { autoReplies, machineMails } from "./invented/machines.ts";
import { signedMails, type Label } from "./invented/signatures.ts";

/** What was read of the fields that a label asks for. */
function asked(reading: Reading, want: Label & { email?: string }): Record<string, unknown> {
  const read: Record<string, unknown> = { first: reading.firstName?.value, last: reading.lastName?.value, company: reading.company?.value ?? null, title: reading.jobTitle?.value ?? null, phones: reading.phones.map(phone => phone.value), site: reading.website?.value, city: reading.city?.value, zip: reading.postalCode?.value, address: reading.address?.value, email: reading.email?.value };
  return Object.fromEntries(Object.keys(want).map(key => [key, read[key]]));
}

describe("reads a signature laid out as", () => {
  for (const { says, mail, want, reply } of signedMails) test(says, () => {
    const reading = readMail(mail, numbers);
    expect({ kind: reading.kind, reply: reading.reply?.value, ...asked(reading, want) }).toEqual({ kind: "direct", reply, ...want });
  });
});

describe("takes off the older message that is quoted by", () => {
  for (const [says, above] of quotes) test(says, () => {
    const older = /[:：]$/.test(above) ? "> Dear Ana, our offer.\n> Sam Ortiz\n> 020 7946 0999" : "\nDear Ana, our offer.\nSam Ortiz\n020 7946 0999";
    const reading = readMail({ from: { name: "Ana Kohl", address: "ana@kohlbrick.example" }, receivedFor: { name: "Sam Ortiz", address: "sam.ortiz@dealwright.example" }, subject: "Re: Offer", defaultRegion: "GB", text: `We take the blue one.\n\nBest regards,\nAna Kohl\nKohl Brick Ltd\n\n${above}\n${older}\n` }, numbers);
    expect({ kind: reading.kind, reply: reading.reply?.value, last: reading.lastName?.value, company: reading.company?.value, phones: reading.phones.length }).toEqual({ kind: "reply", reply: "We take the blue one.", last: "Kohl", company: "Kohl Brick Ltd", phones: 0 });
  });
});

describe("finds the lead in", () => {
  for (const { says, mail, want, reply } of forms) test(says, () => {
    const reading = readMail(mail, numbers);
    expect({ kind: reading.kind, reply: reading.reply?.value, ...asked(reading, want) }).toEqual({ kind: "webform", reply, ...want });
  });
});

describe("reads nobody in", () => {
  for (const [says, kind, mail] of machineMails) test(says, () => {
    const reading = readMail(mail, numbers);
    expect({ kind: reading.kind, first: reading.firstName, last: reading.lastName, company: reading.company, title: reading.jobTitle, phones: reading.phones }).toEqual({ kind, first: undefined, last: undefined, company: undefined, title: undefined, phones: [] });
  });
});

describe("keeps the author of an automatic reply, not the stand-in, in", () => {
  for (const [says, mail, first, last] of autoReplies) test(says, () => {
    const reading = readMail(mail, numbers);
    expect({ kind: reading.kind, first: reading.firstName?.value, last: reading.lastName?.value, phones: reading.phones }).toEqual({ kind: "autoreply", first, last, phones: [] });
  });
});
