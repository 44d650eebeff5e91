import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import { rateLimit } from "express-rate-limit";
import helmet from "helmet";
import { Problem } from "../model/problem.ts";
import type { Doors } from "./app.ts";

/** Where Outlook on the web shows add-ins from; the desktop clients do not ask. */
const outlooks = ["https://outlook.office.com", "https://outlook.office365.com", "https://outlook.live.com", "https://outlook-sdf.office.com", "https://outlook-sdf.office365.com", "https://*.cloud.microsoft"];

/** What every answer carries and every request must pass: policy headers, and a limit on how fast one may ask. */
export function guards({ directory, rate = 1200 }: Doors): RequestHandler[] {
  const nonce = (_request: unknown, response: unknown) => `'nonce-${(response as Response).locals.nonce as string}'`;
  const signIn = directory ? [directory.authority] : [];
  return [
    (_request, response, next) => {
      response.locals.nonce = randomBytes(18).toString("base64");
      response.set("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
      next();
    },
    helmet({
      frameguard: false,
      crossOriginOpenerPolicy: false,
      crossOriginResourcePolicy: false,
      crossOriginEmbedderPolicy: false,
      hsts: directory ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          "default-src": ["'none'"],
          "script-src": ["'self'", "https://appsforoffice.microsoft.com", "https://ajax.aspnetcdn.com", nonce],
          "style-src": ["'self'", nonce],
          "img-src": ["'self'", "data:", "blob:"],
          "font-src": ["'self'"],
          "connect-src": ["'self'", ...signIn],
          "frame-src": ["'self'", ...signIn],
          "base-uri": ["'none'"],
          "form-action": ["'none'"],
          "object-src": ["'none'"],
          "frame-ancestors": [request => request.url?.startsWith("/signin.html") ? "'none'" : ["'self'", ...outlooks].join(" ")], // signing in happens in a window of its own
        },
      },
    }) as RequestHandler,
    (request, response, next) => {
      if (request.path.startsWith("/api")) { response.set("cache-control", "no-store"); response.set("cross-origin-resource-policy", "same-origin"); }
      next();
    },
    rateLimit({
      windowMs: 60_000, limit: rate, standardHeaders: "draft-8", legacyHeaders: false, skip: request => !request.path.startsWith("/api"),
      handler: () => { throw new Problem("too-many", { seconds: 30 }); },
    }) as RequestHandler,
  ];
}
