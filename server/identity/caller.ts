import type { IncomingMessage } from "node:http";

/** From least to most. */
export const roles = ["reader", "rep", "manager", "administrator"] as const;
export type Role = (typeof roles)[number];

/** Who asks. `id` fits a reference field, never changes and is never used again for somebody else; name and e-mail are for people's eyes only. */
export interface Caller { id: string; name: string; email: string; role?: Role }

/** Sign-in, as the service sees it. */
export interface Identity {
  /** Rejects with `unauthorised` (sign in again), `forbidden` (known, but not for here) or `unavailable` (cannot tell now). */
  identify(request: IncomingMessage): Promise<Caller>;
  /** Rejects when nobody could sign in now. */
  ready(): Promise<void>;
}
