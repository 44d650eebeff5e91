import * as z from "zod";
import { Refusal } from "./refusal.ts";

/** An RSA key that the issuer signs with. */
export interface SigningKey { kty: "RSA"; kid: string; n: string; e: string; [more: string]: unknown }
/** The text behind an address; rejects for anything but a plain, small, prompt answer. */
export type Load = (address: string) => Promise<string>;

const fresh = 10 * 60_000, kept = 60 * 60_000, pause = 30_000;

/**
 * The issuer's keys, by their names. An unknown name is worth one look at the issuer, at most every 30 s;
 * while the issuer is silent the keys last seen serve for an hour, after that nobody can be told from anybody (`unavailable`, never `unauthorised`).
 */
export function signingKeys(issuer: string, now: () => number, load: Load = loadSmall) {
  let keys = new Map<string, SigningKey>(), address: string | undefined;
  let loadedAt = -Infinity, triedAt = -Infinity, pending: Promise<void> | undefined, cause: unknown;

  async function reload() {
    triedAt = now();
    try {
      address ??= await keysAddress(issuer, load);
      keys = readKeys(await load(address));
      loadedAt = triedAt;
    } catch (error) {
      cause = error; // the keys last seen stay, as long as they may
    }
  }

  return async function find(name?: string): Promise<SigningKey | undefined> {
    const known = name === undefined ? keys.size > 0 : keys.has(name);
    if (!known || now() - loadedAt >= fresh) {
      if (!pending && now() - triedAt >= pause) pending = reload().finally(() => { pending = undefined; });
      await pending;
    }
    if (now() - loadedAt >= kept || (loadedAt < triedAt && name !== undefined && !keys.has(name))) throw new Refusal("unavailable", "issuer's keys out of reach", { seconds: 30, cause });
    return keys.get(name ?? "");
  };
}

async function keysAddress(issuer: string, load: Load): Promise<string> {
  const told = z.object({ issuer: z.literal(issuer), jwks_uri: z.url() }).parse(JSON.parse(await load(`${issuer}/.well-known/openid-configuration`)));
  if (new URL(told.jwks_uri).origin !== new URL(issuer).origin) throw new Error("The issuer's keys are not at the issuer's");
  return told.jwks_uri;
}

/** RSA keys for signing; a name that stands for two different keys stands for none. */
function readKeys(text: string): Map<string, SigningKey> {
  const found = new Map<string, SigningKey>(), twice = new Set<string>();
  for (const key of z.object({ keys: z.array(z.unknown()).max(100) }).parse(JSON.parse(text)).keys) {
    const read = signingKey.safeParse(key).data as SigningKey | undefined;
    if (!read) continue;
    if (found.has(read.kid) && found.get(read.kid)!.n !== read.n) twice.add(read.kid);
    found.set(read.kid, read);
  }
  for (const name of twice) found.delete(name);
  if (!found.size) throw new Error("No key to check a signature with");
  return found;
}
const signingKey = z.object({ kty: z.literal("RSA"), kid: z.string().min(1).max(200), n: z.string().min(340).max(1400), e: z.string().max(12), use: z.literal("sig").optional(), alg: z.literal("RS256").optional() });

/** At most 256 KB within 5 s, from this address and no other. */
async function loadSmall(address: string): Promise<string> {
  const response = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(5000), headers: { accept: "application/json" } });
  if (!response.ok || !response.body) throw new Error(`The issuer answered ${response.status}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    if ((size += part.length) > 256 * 1024) throw new Error("The issuer answered at too great length");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
