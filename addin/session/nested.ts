/** A token and when it ends (ms since 1970). */
export interface Pass { token: string; expires: number }

/** The account that Outlook itself is signed in with, as far as it lends it to us. Everything rejects with Declined. */
export interface Nested {
  /** Shows nothing to anybody. */
  silently(): Promise<Pass>;
  /** May show Outlook's own sign-in. */
  asking(): Promise<Pass>;
  forget(): Promise<void>;
}

/** Why there is no token: a person has to do something; the person would not; an administrator has to allow it first; trying again may help; this Outlook cannot. */
export class Declined extends Error {
  constructor(readonly why: "interaction" | "cancelled" | "consent" | "offline" | "broken", cause?: unknown) {
    super(why, { cause });
    Object.assign(this, { name: "Declined" });
  }
}
