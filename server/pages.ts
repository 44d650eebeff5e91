import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import express, { Router, type RequestHandler } from "express";
import type { Doors } from "./app.ts";
import { manifestFor } from "./manifest.ts";
import { configurationFor } from "./routes/session.ts";

/** The pages that Outlook shows, each with this answer's nonce and the pane's with the way to sign in, and the files that they load. */
export function pages({ dist, directory, publicUrl }: Doors): Router {
  const addin = join(dist, "addin"), outlook = join(dist, "outlook"), router = Router(), session = attribute(JSON.stringify(configurationFor(directory))), manifest = readerOf(join(dist, "..", "manifest.xml"));
  const html = (folder: string, name: string): RequestHandler => {
    const read = readerOf(join(folder, name));
    return (_request, response, next) => {
      const page = read();
      if (page === undefined) return next();
      response.set("cache-control", "no-store").type("html").send(page.replaceAll("__CSP_NONCE__", response.locals.nonce as string).replace("__SESSION__", () => session));
    };
  };
  for (const name of ["taskpane", "signin", "commands"]) router.get(`/${name}.html`, html(addin, `${name}.html`));
  if (!directory) for (const name of ["demo", "demo-commands"]) router.get(`/${name}.html`, html(addin, `${name}.html`));
  if (!directory) router.get("/", html(outlook, "index.html"));
  router.use(compressed(addin), express.static(addin, { index: false, maxAge: "1y", immutable: true, redirect: false, setHeaders: named }));
  if (!directory) router.use(express.static(outlook, { index: false, maxAge: 0, redirect: false }));
  router.get("/.well-known/microsoft-officeaddins-allowed.json", (_request, response) => { response.set("cache-control", "no-cache").json({ allowed: publicUrl ? [`${new URL(publicUrl).origin}/launch.js`] : [] }); });
  router.get("/manifest.xml", (_request, response, next) => {
    const xml = manifest();
    if (xml === undefined) return next();
    response.type("application/xml").set("cache-control", "no-cache").send(publicUrl?.startsWith("https:") ? manifestFor(xml, { url: publicUrl }) : xml);
  });
  return router;
}

const attribute = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** A file that is read again only after it has changed. */
function readerOf(path: string): () => string | undefined {
  let text: string | undefined, at = 0;
  return () => {
    const now = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (now === undefined) return undefined;
    if (now !== at) { text = readFileSync(path, "utf8"); at = now; }
    return text;
  };
}

/** Scripts were compressed when they were built: hand out what the browser takes. */
const compressed = (folder: string): RequestHandler => (request, response, next) => {
  if (!/^\/[\w.-]+\.(js|css)$/.test(request.path)) return next();
  const takes = String(request.headers["accept-encoding"] ?? "");
  for (const [encoding, ending] of [["br", ".br"], ["gzip", ".gz"]] as const) {
    if (!takes.includes(encoding) || !existsSync(join(folder, request.path + ending))) continue;
    response.set({ "content-encoding": encoding, vary: "accept-encoding", "cache-control": hashed.test(request.path) ? "public, max-age=31536000, immutable" : "no-cache" });
    response.type(request.path.endsWith(".css") ? "css" : "js");
    response.sendFile(request.path.slice(1) + ending, { root: folder, cacheControl: false, headers: { "content-type": request.path.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8" } });
    return;
  }
  next();
};

const hashed = /\.[0-9a-f]{8,}\.(js|css)$/;
/** Only what carries a hash in its name may be kept for ever; icons for a day; what Outlook runs by itself is asked for each time. */
function named(response: { setHeader(name: string, value: string): void }, path: string): void {
  if (!hashed.test(path)) response.setHeader("cache-control", path.endsWith("launch.js") ? "no-cache" : "public, max-age=86400");
}
