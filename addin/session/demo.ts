import { Problem } from "../../model/problem.ts";
import type { Session } from "./session.ts";

/** One of the demo's people: no password, as the service lets them in from its own machine only. */
export function openDemo(user: string): Session {
  let signedIn = true;
  return {
    async authorization() {
      if (!signedIn) throw new Problem("unauthorised");
      return `Demo ${user}`;
    },
    async signIn() { signedIn = true; },
    async signOut() { signedIn = false; },
  };
}
