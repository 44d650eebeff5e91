import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type { Caller } from "../model/may.ts";
import { Problem } from "../model/problem.ts";
import { decide } from "./decide.ts";
import { guards } from "./guards.ts";
import type { Identity } from "./identity/caller.ts";
import { pages } from "./pages.ts";
import { problemOf } from "./problems.ts";
import { docs } from "./docs/docs.ts";
import { files } from "./routes/files.ts";
import { library, linked } from "./routes/library.ts";
import { dialogs } from "./routes/dialogs.ts";
import { mail } from "./routes/mail.ts";
import { meetings } from "./routes/meeting.ts";
import { papers } from "./routes/papers.ts";
import { preferences } from "./routes/preferences.ts";
import { prices } from "./routes/prices.ts";
import { records } from "./routes/records.ts";
import { sent } from "./routes/sent.ts";
import { catalogue } from "./routes/catalogue.ts";
import { rest } from "./routes/rest.ts";
import { scorecards } from "./routes/scorecard.ts";
import { sums } from "./routes/sums.ts";
import { transfer } from "./routes/transfer.ts";
import { titles } from "./routes/titles.ts";
import { standingOf } from "./standing.ts";
import { ways } from "./routes/ways.ts";
import { sessionRoutes } from "./routes/session.ts";
import type { Directory } from "./identity/entra.ts";
import { bearsTicket, holderOf } from "./ticket.ts";
import type { Store } from "./store/store.ts";

export interface Doors {
  store: Store;
  identity: Identity;
  directory?: Directory;
  now: () => Date;
  log: (line: Record<string, unknown>) => void;
  publicUrl?: string;
  /** The built add-in and, in the demo, the simulated Outlook. */
  dist: string;
  /** Requests a minute from one address to the API. */
  rate?: number;
  /** Bytes of one file. */
  largestFile?: number;
}

/** The whole service, top to bottom. */
export function createApp(doors: Doors): Express {
  const app = express().disable("x-powered-by").set("query parser", "simple");
  if (doors.directory) app.set("trust proxy", "loopback, uniquelocal");
  app.use(logged(doors), ...guards(doors));
  app.get("/healthz", (_request, response) => { response.json({ ok: true }); });
  app.get("/readyz", async (_request, response) => {
    try { await Promise.all([doors.store.ready(), doors.identity.ready()]); } catch (cause) { throw new Problem("unavailable", { cause, seconds: 5 }); }
    response.json({ ok: true });
  });
  app.use(sessionRoutes(doors.directory), decide(doors));
  app.get("/get/:token", linked(doors));
  app.use("/api", docs());
  app.use("/api", identified(doors), files(doors), transfer(doors), onlyJson, express.json({ limit: "1mb" }), dialogs(doors), ways(doors), rest(doors), catalogue(doors), titles(doors), sums(doors), scorecards(doors), papers(doors), library(doors), mail(doors), preferences(doors), sent(doors), meetings(doors), prices(doors), records(doors), unknownMethod);
  app.use(pages(doors));
  app.use(() => { throw new Problem("not-found"); });
  app.use(problems(doors));
  return app;
}

const identified = ({ store, identity, directory, now }: Doors): RequestHandler => async (request, response, next) => {
  const caller = bearsTicket(request) ? await holderOf(store, request, { now: now(), demo: !directory }) : await identity.identify(request) as Caller;
  response.locals.who = { ...caller, ...await standingOf(store, caller), now: now().toISOString() };
  next();
};

const onlyJson: RequestHandler = (request, _response, next) => {
  if (["POST", "PATCH", "PUT"].includes(request.method) && request.headers["content-length"] !== "0" && !request.is("application/json") && request.headers["content-type"]) throw new Problem("wrong-type", { detail: "Send application/json" });
  next();
};

const unknownMethod: RequestHandler = (request, response, next) => {
  if (["GET", "POST", "PATCH", "DELETE"].includes(request.method)) return next();
  response.set("allow", "GET, POST, PATCH, DELETE");
  throw new Problem("no-such-method");
};

/** One line for each request: which route and how it ended, never what was in it. */
const logged = ({ log }: Doors): RequestHandler => (request, response, next) => {
  const began = performance.now(), path = request.path;
  response.on("finish", () => { if (path.startsWith("/api")) log({ method: request.method, route: path.replace(/\/[\w-]{16,}/g, "/…").slice(0, 60), status: response.statusCode, ms: Math.round(performance.now() - began) }); });
  next();
};

/** The one place where an error becomes an answer of its own. */
const problems = ({ log }: Doors): ErrorRequestHandler => (error: unknown, _request, response, next) => {
  const problem = problemOf(error, log);
  if (response.headersSent) return next(error);
  if (problem.status === 401) response.set("www-authenticate", "Bearer");
  if (problem.seconds !== undefined) response.set("retry-after", String(problem.seconds));
  response.status(problem.status).type("application/problem+json").send(JSON.stringify(problem));
};
