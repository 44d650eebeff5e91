import type { Caller, Identity } from "./caller.ts";
import { demo, isLoopback } from "./demo.ts";
import { entra, type Directory } from "./entra.ts";
import { Refusal } from "./refusal.ts";

interface Options {
  /** Without a directory only the demo's users exist, and only on this machine. */
  directory?: Directory | undefined;
  /** Where the world finds the service; anywhere but this machine forbids the demo. */
  publicUrl?: string | undefined;
  /** One line for every refusal: no names, no tokens. */
  log: (line: { audit: "sign-in refused"; reason: string; status: number; request?: unknown }) => void;
  /** The last word, once somebody is known for certain: throws for the disabled, gives a role to those whom the directory gave none. */
  admit?: (caller: Caller) => Caller | Promise<Caller>;
  now?: () => number;
}

/** Opens the one way of signing in that the configuration allows. */
export function openIdentity({ directory, publicUrl, log, admit = needsRole, now = Date.now }: Options): Identity {
  if (!directory && publicUrl && !isLoopback(new URL(publicUrl).hostname)) throw new Error("TENANT_ID and CLIENT_ID are needed where PUBLIC_URL is not this machine: the demo's users must not be reached from outside.");
  const check = directory ? entra(directory, now) : demo;
  return {
    ready: () => check.ready(),
    async identify(request) {
      try {
        return await admit(await check.identify(request));
      } catch (error) {
        if (error instanceof Refusal) log({ audit: "sign-in refused", reason: error.reason, status: error.status, request: (request as { id?: unknown }).id });
        throw error;
      }
    },
  };
}

function needsRole(caller: Caller): Caller {
  if (!caller.role) throw new Refusal("forbidden", "no role", { detail: "Nobody has given you a role in Dealwright yet. Please ask your administrator." });
  return caller;
}
