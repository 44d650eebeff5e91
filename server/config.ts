import { directory, type Directory } from "./identity/entra.ts";

export interface Config { port: number; data: string; databaseUrl?: string; publicUrl?: string; directory?: Directory }

/** What the environment says, checked: a wrong value ends the start with one sentence. */
export function configOf(env: Record<string, string | undefined>): Config {
  const { PORT, DATA, DATABASE_URL, PUBLIC_URL, TENANT_ID, CLIENT_ID } = env;
  const port = Number(PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT must be a number from 0 to 65535, not “${PORT}”.`);
  if (DATABASE_URL && !/^postgres(ql)?:\/\//.test(DATABASE_URL)) throw new Error("DATABASE_URL must begin with postgres:// or postgresql://.");
  if (PUBLIC_URL && !URL.canParse(PUBLIC_URL)) throw new Error(`PUBLIC_URL must be an address such as https://crm.example.com, not “${PUBLIC_URL}”.`);
  const where = directory(TENANT_ID, CLIENT_ID);
  if (where && PUBLIC_URL && new URL(PUBLIC_URL).protocol !== "https:") throw new Error("PUBLIC_URL must begin with https://: Outlook loads nothing else.");
  return { port, data: DATA || "data", databaseUrl: DATABASE_URL || undefined, publicUrl: PUBLIC_URL || undefined, directory: where };
}
