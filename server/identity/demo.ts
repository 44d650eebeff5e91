import type { IncomingMessage } from "node:http";
import type { Caller, Identity } from "./caller.ts";
import { Refusal } from "./refusal.ts";

/** The invented people of the demo. They need no password, so they are let in from this very machine only. */
export const demoUsers: readonly (Caller & { role: NonNullable<Caller["role"]> })[] = [
  { id: "rep", name: "Robin Sommer", email: "robin.sommer@lindenfeld.example", role: "rep" },
  { id: "rep2", name: "陈雨桐", email: "yutong.chen@lindenfeld.example", role: "rep" },
  { id: "manager", name: "Marta Keller", email: "marta.keller@lindenfeld.example", role: "manager" },
  { id: "admin", name: "Jonas Aalto", email: "jonas.aalto@lindenfeld.example", role: "administrator" },
];

/** `Authorization: Demo rep`. Not the address in a header counts but that of the socket; a proxy's traces, or a name that is not this machine's (a rebound DNS name), refuse. */
export const demo: Identity = {
  async ready() {},
  async identify(request) {
    if (!fromThisMachine(request)) throw new Refusal("unauthorised", "demo from elsewhere");
    const user = /^Demo ([a-z0-9]{1,20})$/.exec(request.headers.authorization ?? "")?.[1];
    const caller = demoUsers.find(({ id }) => id === user);
    if (!caller) throw new Refusal("unauthorised", "not a demo user");
    return { ...caller };
  },
};

/** A request of this very machine, that nobody has passed on. */
export function fromThisMachine({ socket, headers, httpVersion }: IncomingMessage): boolean {
  const address = socket.remoteAddress ?? "";
  return (address === "::1" || /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address))
    && isLoopback((headers.host ?? "").replace(/:\d{1,5}$/, ""))
    && httpVersion === "1.1" // what a proxy that says nothing of itself speaks is often 1.0
    && !Object.keys(headers).some(name => name.startsWith("x-forwarded") || ["forwarded", "via", "x-real-ip", "x-original-host", "cf-connecting-ip", "true-client-ip"].includes(name));
}

/** This machine's own names, as they stand in a URL or a Host header (without its port). */
export const isLoopback = (host: string): boolean => ["localhost", "127.0.0.1", "[::1]"].includes(host.toLowerCase());
