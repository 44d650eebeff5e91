import { Router } from "express";
import { demoUsers } from "../identity/demo.ts";
import { scope, type Directory } from "../identity/entra.ts";

/** What the pane must know before anybody is signed in: nothing here is secret. Its pages carry it, too, which saves the first question. */
export const configurationFor = (directory: Directory | undefined) => directory
  ? { kind: "entra", client: directory.client, authority: `${directory.authority}/${directory.tenant}`, scope: `api://${directory.client}/${scope}` }
  : { kind: "demo", users: demoUsers.map(({ id, name, role }) => ({ id, name, role })) };

export function sessionRoutes(directory: Directory | undefined): Router {
  const config = configurationFor(directory);
  return Router().get("/api/session/config", (_request, response) => { response.set("cache-control", "no-store").json(config); });
}
