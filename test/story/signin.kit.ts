import * as esbuild from "esbuild";
import express, { type NextFunction, type Request, type Response } from "express";
import { readFile } from "node:fs/promises";
import https from "node:https";
import type { Page } from "playwright-core";
import selfsigned from "selfsigned";
import { Problem } from "../../model/problem.ts";
import { directory } from "../../server/identity/entra.ts";
import { openIdentity } from "../../server/identity/identity.ts";
import { sessionRoutes } from "../../server/routes/session.ts";
import { client, home, openIssuer } from "../server/issuer.kit.ts";

export const root = new URL("../../", import.meta.url);

/** For `https://localhost`, for a day. */
export async function certificate(): Promise<{ key: string; cert: string }> {
  const pem = await selfsigned.generate([{ name: "commonName", value: "localhost" }], { algorithm: "sha256", keySize: 2048, extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }] });
  return { key: pem.private, cert: pem.cert };
}

/** A service that can do one thing, tell a caller who he is, and its issuer. `/pane.html` has two buttons, `in` and `out`, and runs `pane`; `/signin.html` is the real one. `audit` hears why somebody was refused. */
export async function openSignIn({ publicUrl, pane, head = "", tls }: { publicUrl: string; pane: string; head?: string; tls: { key: string; cert: string } }) {
  const issuer = await openIssuer({ tls, redirect: `${publicUrl}/signin.html` }), audit: string[] = [];
  const entra = { ...directory(home, client, issuer.origin)!, load: (address: string) => load(address, tls.cert) };
  const identity = openIdentity({ directory: entra, log: line => audit.push(line.reason) });
  const scripts = new Map([
    ...await bundle({ stdin: { contents: pane, resolveDir: root.pathname, sourcefile: "pane.ts" }, entryNames: "pane" }),
    ...await bundle({ entryPoints: [new URL("addin/signin.ts", root).pathname] }),
  ].map(file => [file.path, file.text]));
  const signin = await readFile(new URL("addin/signin.html", root), "utf8");
  const policy = `default-src 'none'; script-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com; style-src 'self'; connect-src 'self' ${issuer.origin}; frame-src ${issuer.origin}; img-src 'self' data:; base-uri 'none'; form-action 'none'`;
  const send = (response: Response, text: string) => { response.set("content-security-policy", policy).type("html").send(text); };
  const link = (script: string) => `<link rel="icon" href="data:,"><script type="module" src="${script}"></script>`;
  const app = express();
  app.use(sessionRoutes(entra));
  app.get("/api/me", async (request, response) => { response.json(await identity.identify(request)); });
  app.get("/pane.html", (_request, response) => send(response, `<!doctype html>${head}<button id="in">Sign in</button><button id="out">Sign out</button>${link("/pane.js")}`));
  app.get("/signin.html", (_request, response) => send(response, signin.replace("</head>", `${link("/signin.js")}</head>`)));
  app.get("/{*file}", (request, response, next) => { const script = scripts.get(request.path); if (script) response.type("js").send(script); else next(); });
  app.use((error: unknown, _q: Request, response: Response, _next: NextFunction) => { const problem = error instanceof Problem ? error : new Problem("unexpected"); response.status(problem.status).json(problem); });
  return { app, issuer, audit };
}

const bundle = async (what: esbuild.BuildOptions) => (await esbuild.build({ ...what, bundle: true, write: false, splitting: true, format: "esm", target: "es2022", outdir: "/", logLevel: "error" })).outputFiles!;

/** Asks an https server whose certificate is not anybody's but ours. */
export const load = (address: string, ca: string) => new Promise<string>((resolve, reject) => {
  https.get(address, { ca }, response => { let text = ""; response.setEncoding("utf8").on("data", part => { text += part; }).on("end", () => resolve(text)); }).on("error", reject);
});

/** Fills in the issuer's pages, until the window closes. */
export async function signInAt(opened: Page): Promise<void> {
  await opened.fill("input[name=login]", "ann@fabrikam.example");
  await opened.fill("input[name=password]", "x");
  await opened.click("button[type=submit]");
  await opened.waitForSelector("input[name=prompt][value=consent]", { state: "attached" });
  await Promise.all([opened.waitForEvent("close"), opened.click("button[type=submit]")]);
}
