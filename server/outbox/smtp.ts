import { createTransport } from "nodemailer";
import { Permanent, type Way } from "./deliver.ts";

/** Mail over SMTP. The message's id is the outbox's own, so that a second delivery can be recognised as the same. `patience`: how long a silent server is waited for, in ms. */
export function smtp(url: string, { from, linkFor, patience = 20_000 }: { from: string; patience?: number; linkFor?: (pass: { approval: string; user: string }) => Promise<string | undefined> }): Way {
  const address = new URL(url), { hostname } = address;
  for (const [name, ms] of [["connectionTimeout", 10_000], ["greetingTimeout", 10_000], ["socketTimeout", patience]] as const) if (!address.searchParams.has(name)) address.searchParams.set(name, String(ms));
  const transport = createTransport(address.href); // options beside an address are not read
  return {
    async send(id, { to, subject, text, pass }) {
      const link = pass && await linkFor?.(pass);
      try {
        await transport.sendMail({ from, to, subject, text: link ? `${text}\n\n${link}\n` : text, messageId: `<${id}@${from.slice(from.lastIndexOf("@") + 1).replace(/>$/, "") || hostname}>`, headers: { "Auto-Submitted": "auto-generated" }, disableFileAccess: true, disableUrlAccess: true });
      } catch (error) {
        const { responseCode = 0 } = error as { responseCode?: number };
        throw responseCode >= 500 ? new Permanent(`The mail server refused it for good (${responseCode})`) : new Error(responseCode ? `The mail server refused it for now (${responseCode})` : `The mail server could not be reached (${(error as { code?: string }).code ?? "no answer"})`);
      }
    },
  };
}
