import { addressPattern } from "../model/field.ts";
import { directory, type Directory } from "./identity/entra.ts";
import { usualLimits, type FileLimits } from "./store/files.ts";

export interface Config { port: number; data: string; databaseUrl?: string; publicUrl?: string; directory?: Directory; fileLimits: FileLimits;
  /** Requests a minute from one address. */
  rate: number;
  /** The mail server, and in whose name mails go out. */
  smtp?: { url: string; from: string };
  /** Whether automations may call addresses on the internet. */
  webhooks: boolean;
}

/** What the environment says, checked: a wrong value ends the start with one sentence. */
export function configOf(env: Record<string, string | undefined>): Config {
  const { PORT, DATA, DATABASE_URL, PUBLIC_URL, TENANT_ID, CLIENT_ID, MAX_FILE_MB, MAX_FILES_GB, RATE_PER_MINUTE, SMTP_URL, MAIL_FROM, WEBHOOKS } = env;
  const port = Number(PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT must be a number from 0 to 65535, not “${PORT}”.`);
  if (DATABASE_URL && !/^postgres(ql)?:\/\//.test(DATABASE_URL)) throw new Error("DATABASE_URL must begin with postgres:// or postgresql://.");
  if (PUBLIC_URL && !URL.canParse(PUBLIC_URL)) throw new Error(`PUBLIC_URL must be an address such as https://crm.example.com, not “${PUBLIC_URL}”.`);
  if (SMTP_URL && !(/^smtps?:\/\//.test(SMTP_URL) && URL.canParse(SMTP_URL))) throw new Error("SMTP_URL must read like smtps://user:password@mail.example.com.");
  if (SMTP_URL && !addressPattern.test(MAIL_FROM ?? "")) throw new Error("With SMTP_URL, MAIL_FROM must be the e-mail address that mails are sent from.");
  if (WEBHOOKS && !["on", "off"].includes(WEBHOOKS)) throw new Error(`WEBHOOKS is on or off, not “${WEBHOOKS}”.`);
  const fileLimits = { ...usualLimits, size: sizeOf("MAX_FILE_MB", MAX_FILE_MB, 25) * 2 ** 20, quota: sizeOf("MAX_FILES_GB", MAX_FILES_GB, 10) * 2 ** 30 };
  const where = directory(TENANT_ID, CLIENT_ID);
  if (where && PUBLIC_URL && new URL(PUBLIC_URL).protocol !== "https:") throw new Error("PUBLIC_URL must begin with https://: Outlook loads nothing else.");
  return { port, data: DATA || "data", databaseUrl: DATABASE_URL || undefined, publicUrl: PUBLIC_URL || undefined, directory: where, fileLimits, rate: sizeOf("RATE_PER_MINUTE", RATE_PER_MINUTE, 1200, 1e9), smtp: SMTP_URL ? { url: SMTP_URL, from: MAIL_FROM! } : undefined, webhooks: WEBHOOKS === "on" };
}

function sizeOf(name: string, said: string | undefined, unsaid: number, most = 100_000): number {
  const size = Number(said || unsaid);
  if (!(size > 0 && size <= most)) throw new Error(`${name} must be a number above 0, not “${said}”.`);
  return size;
}
