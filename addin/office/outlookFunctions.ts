import { begin } from "./outlookEvents.ts";
import type { Command, Given } from "../launch/command.ts";

/** Runs our functions when the rep presses their buttons on the ribbon; each is completed, however it ends. */
export function hearFunctions(commands: Record<string, Command>, open: () => Promise<Given>): void {
  begin();
  for (const name of Object.keys(commands)) Office.actions.associate(name, (event: { completed(): void }) => {
    open().then(given => commands[name]!(given)).catch(() => undefined).finally(() => event.completed());
  });
}
