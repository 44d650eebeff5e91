import { describe, expect, test } from "@jest/globals";
import * as numbers from "../../../model/reading/phones.ts";
import { readMail } from "../../../model/reading/read.ts";
import type { ReadableMail } from "../../../model/reading/reading.ts";
import { quotes } from "./invented/clients.ts";
import { readingOf } from "./letterScore.ts";
import { batches, lettersOf, type Letter } from "./letters.ts";

const all = batches.flatMap(lettersOf);
/** Letters of one person to us, as plain text, with nothing quoted in them. */
const direct = all.filter(({ kind, mail }) => kind === "direct" && mail.text && mail.from.name && !/^>|@.*wrote|^(?:From|Von|De):/m.test(mail.text));
const our = { name: "Sam Ortiz", address: "sam.ortiz@dealwright.example" };
const person = ({ mail }: Letter, text: ReadableMail) => { const { first, last, company, title, phones, site } = readingOf({ mail: { ...mail, ...text } } as Letter); return { first, last, company, title, phones, site }; };

type Forward = (letter: Letter) => string;
const forwards: Record<string, Forward> = {
  "Gmail": ({ mail: { from, subject, text } }) => `Yours?\n\n---------- Forwarded message ---------\nFrom: ${from.name} <${from.address}>\nDate: Tue, 4 Jun 2024 at 07:58\nSubject: ${subject}\nTo: <info@dealwright.example>\n\n\n${text}`,
  "Outlook": ({ mail: { from, subject, text } }) => `fyi\n\n________________________________\nFrom: ${from.name} <${from.address}>\nSent: Friday, May 17, 2024 3:05 PM\nTo: ${our.name} <${our.address}>\nSubject: ${subject}\n\n${text}`,
  "Apple Mail": ({ mail: { from, subject, text } }) => `Begin forwarded message:\n\nFrom: ${from.name} <${from.address}>\nSubject: ${subject}\nDate: March 5, 2024 at 9:12:40 AM EST\nTo: ${our.address}\n\n${text}`,
  "German Outlook": ({ mail: { from, subject, text } }) => `z. K.\n\nVon: ${from.name} <${from.address}>\nGesendet: Mittwoch, 5. Juni 2024 16:20\nAn: ${our.name}\nBetreff: ${subject}\n\n${text}`,
  "Foxmail": ({ mail: { from, subject, text } }) => `请跟进\n\n发件人： ${from.name} <${from.address}>\n发送时间： 2024-06-03 16:40\n收件人： ${our.address}\n主题： ${subject}\n\n${text}`,
  "French Thunderbird": ({ mail: { from, subject, text } }) => `\n-------- Message transféré --------\nSujet : ${subject}\nDate : Tue, 4 Jun 2024 07:58:00 +0200\nDe : ${from.name} <${from.address}>\nPour : ${our.address}\n\n${text}`,
};

describe("the lead of a forwarded mail is who wrote first", () => {
  test.each(Object.entries(forwards))("as %s forwards", (_, forward) => {
    const other = direct.filter(letter => JSON.stringify(person(letter, { ...letter.mail, from: our, subject: `Fwd: ${letter.mail.subject}`, text: forward(letter) })) !== JSON.stringify(person(letter, letter.mail)));
    expect(other.map(({ says }) => says)).toEqual([]);
  });
});

test("what is quoted of ours below a letter changes nothing of whose it is", () => {
  const other = direct.flatMap((letter, n) => {
    const [client, above] = quotes[n % quotes.length]!, older = /[:：]$/.test(above) ? "> Dear customer, our offer.\n> Sam Ortiz\n> Account Executive\n> Dealwright Inc.\n> +1 415 555 0199" : "\nDear customer, our offer.\nSam Ortiz\nAccount Executive\nDealwright Inc.\n+1 415 555 0199";
    return JSON.stringify(person(letter, { ...letter.mail, subject: `Re: ${letter.mail.subject}`, text: `${letter.mail.text}\n\n${above}\n${older}\n` })) === JSON.stringify(person(letter, letter.mail)) ? [] : [`${letter.says}, quoted by ${client}`];
  });
  expect(other).toEqual([]);
});

test("our own rep's name, address and number are nobody's", () => {
  for (const { says, mail } of all) {
    const { firstName, lastName, company, email, phones } = readMail(mail, numbers);
    expect({ says, rep: firstName?.value === "Sam" && lastName?.value === "Ortiz", house: /dealwright/i.test(company?.value ?? ""), address: email?.value === our.address, number: phones.some(({ value }) => /^\+14155550199|^\+33199009999|^\+498999998101/.test(value)) }).toEqual({ says, rep: false, house: false, address: false, number: false });
  }
});

test("a brand of free mail is nobody's company", () => {
  for (const brand of ["gmail.com", "outlook.com", "web.de", "qq.com", "163.com", "yahoo.co.jp", "orange.fr", "libero.it", "naver.com", "mail.ru"]) for (const text of ["Hello,\n\ntwo please.\n\nAnna Berg\n", "Hello,\n\ntwo please.\n\nAnna Berg\nanna.berg@" + brand + "\n"]) {
    const { company, website } = readMail({ from: { name: "Anna Berg", address: `anna.berg@${brand}` }, subject: "Two", text }, numbers);
    expect([brand, company, website]).toEqual([brand, undefined, undefined]);
  }
});
