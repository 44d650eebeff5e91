import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Router, type RequestHandler } from "express";
import { openapi } from "../openapi.ts";

/** The description of the service and a page to try it with; nothing in them is secret, so that nobody has to be signed in to read. */
export function docs(): Router {
  let text: string | undefined;
  return Router().get("/openapi.json", (_request, response) => { response.type("json").send(text ??= JSON.stringify(openapi())); }).get("/docs", file("html")).get("/docs/page.css", file("css")).get("/docs/page.js", file("js"));
}

function file(ending: "html" | "css" | "js"): RequestHandler {
  const text = readFileSync(join(import.meta.dirname, `page.${ending}`), "utf8");
  return (_request, response) => { response.type(ending).send(text); };
}
