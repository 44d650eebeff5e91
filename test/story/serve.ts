import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import http, { type RequestListener } from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { promisify } from "node:util";

export const root = path.resolve(import.meta.dirname, "../..");
const built = path.join(root, "dist/outlook"), lock = path.join(root, "dist/.outlook-lock"), stamp = path.join(root, "dist/.outlook-built");
const types: Record<string, string> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".xml": "application/xml", ".png": "image/png", ".svg": "image/svg+xml", ".json": "application/json" };

/** Builds the simulated Outlook where its sources are newer than what is there; two test files at once build it once. */
export async function buildOutlook(): Promise<void> {
  mkdirSync(path.dirname(lock), { recursive: true });
  while (!isFresh()) {
    if (!taken()) { await new Promise(next => setTimeout(next, 100)); continue; }
    try {
      await promisify(execFile)(process.execPath, [path.join(root, "node_modules/webpack/bin/webpack.js"), "-c", "test/outlook/webpack.config.js"], { cwd: root });
      writeFileSync(stamp, "");
    } finally { rmSync(lock, { recursive: true, force: true }); }
  }
}
/** The bundler leaves a file alone whose content stays the same, so when it ran last is kept beside. */
const isFresh = () => !existsSync(lock) && existsSync(stamp) && statSync(stamp).mtimeMs > Math.max(...["test/outlook", "addin/office", "addin/assets", "model"].map(newest));
const newest = (folder: string) => Math.max(...readdirSync(path.join(root, folder)).map(name => statSync(path.join(root, folder, name)).mtimeMs));
/** Whether the right to build is ours now; a lock that nobody gave back in two minutes is broken. */
function taken(): boolean {
  if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 120_000) rmSync(lock, { recursive: true, force: true });
  try { mkdirSync(lock); return true; } catch { return false; }
}

/** Serves the built page and the manifest; index.html at the root. */
export const serveOutlook: RequestListener = async (request, response) => {
  const asked = new URL(request.url ?? "/", "http://localhost").pathname.replace(/^\/$/, "/index.html");
  const file = asked === "/manifest.xml" ? path.join(root, "manifest.xml") : asked.startsWith("/assets/") ? path.join(root, "addin", path.normalize(asked)) : path.join(built, path.normalize(asked));
  const text = await readFile(file).catch(() => undefined);
  const missing = asked === "/manifest.xml" ? 204 : 404;
  response.writeHead(text ? 200 : missing, { "content-type": types[path.extname(file)] ?? "application/octet-stream", "cache-control": "no-store" }).end(text);
};

/** A server on a free port of this machine. */
export async function listen(handler: RequestListener, tls?: { key: string; cert: string }): Promise<{ port: number; close(): Promise<void> }> {
  const server = tls ? https.createServer(tls, handler) : http.createServer(handler);
  await new Promise<void>(ready => server.listen(0, "localhost", ready));
  return { port: (server.address() as AddressInfo).port, close: () => new Promise(done => { server.close(() => done()); server.closeAllConnections(); }) };
}

/** Puts https before a service that speaks http. Adds the page that holds the pane to `frame-ancestors`, which in production are Microsoft's; nothing else is changed. */
export const before = (origin: () => string, holder: string): RequestListener => (request, response) => {
  const onward = http.request(new URL(request.url ?? "/", origin()), { method: request.method, headers: request.headers }, answer => {
    const headers = { ...answer.headers }, policy = headers["content-security-policy"];
    if (typeof policy === "string") headers["content-security-policy"] = policy.replace("frame-ancestors", `frame-ancestors ${holder}`);
    response.writeHead(answer.statusCode ?? 502, headers);
    answer.pipe(response);
  });
  onward.on("error", () => { if (response.headersSent) response.destroy(); else response.writeHead(502).end(); });
  response.on("close", () => onward.destroy());
  request.pipe(onward);
};
