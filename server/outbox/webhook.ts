import { lookup as resolve } from "node:dns";
import http from "node:http";
import https from "node:https";
import ipaddr from "ipaddr.js";
import { Permanent, type Way } from "./deliver.ts";

/** Whether an address is on the public internet: nothing private, local, reserved or carried inside another kind. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const read = ipaddr.process(address);
  return read.range() === "unicast" && !(read.kind() === "ipv6" && /^(64:ff9b|2002|2001:0?:)/i.test(read.toString()));
}

type Resolve = typeof resolve;
/** Posts to https addresses on the public internet alone. The name is looked up once, and what was checked is what is connected to; redirects are not followed. `mayReach` is another rule for tests. */
export function webhook({ look = resolve, mayReach = isPublic, schemes = ["https:"] }: { look?: Resolve; mayReach?: (address: string) => boolean; schemes?: string[] } = {}): Way {
  return {
    send: (id, { to: [address], text }) => new Promise<void>((done, fail) => {
      const url = URL.canParse(address!) ? new URL(address!) : undefined;
      if (!url || !schemes.includes(url.protocol) || url.username || url.password) { fail(new Permanent("A webhook needs an https address without a user in it")); return; }
      const host = url.hostname.replace(/^\[|\]$/g, "");
      if (ipaddr.isValid(host) && !mayReach(host)) { fail(new Permanent("A webhook may not reach a private address")); return; }
      const pinned = (name: string, options: object, call: (...args: never[]) => void) => look(name, { ...options, all: true }, (error, found) => {
        const give = call as (error: Error | null, found?: unknown, family?: number) => void;
        if (error) return give(error);
        if (!found.length || !found.every(one => mayReach(one.address))) return give(new Permanent("A webhook may not reach a private address"));
        return (options as { all?: boolean }).all ? give(null, found) : give(null, found[0]!.address, found[0]!.family);
      });
      const request = (url.protocol === "https:" ? https : http).request(url, { method: "POST", agent: false, timeout: 5000, lookup: pinned as never, headers: { "content-type": "application/json", "idempotency-key": id, "content-length": Buffer.byteLength(text) } }, response => {
        const { statusCode = 0 } = response;
        response.destroy(); // what it says is of no interest
        if (statusCode >= 200 && statusCode < 300) done();
        else fail(statusCode >= 500 || statusCode === 429 || statusCode === 408 ? new Error(`The webhook answered ${statusCode}`) : new Permanent(`The webhook answered ${statusCode}`));
      });
      request.on("timeout", () => request.destroy(new Error("The webhook did not answer in time"))).on("error", fail).end(text);
    }),
  };
}
