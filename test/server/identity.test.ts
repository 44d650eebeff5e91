import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "@jest/globals";
import express, { type NextFunction, type Request, type Response } from "express";
import { exportSPKI, generateKeyPair, type JWTPayload } from "jose";
import http from "node:http";
import net from "node:net";
import { Problem } from "../../model/problem.ts";
import type { Caller, Identity } from "../../server/identity/caller.ts";
import { directory } from "../../server/identity/entra.ts";
import { openIdentity } from "../../server/identity/identity.ts";
import { sessionRoutes } from "../../server/routes/session.ts";
import { client, elsewhere, home, keyPair, mint, oid, openIssuer, type Issuer } from "./issuer.kit.ts";

const start = 1_790_000_000;
let issuer: Issuer, clock = start * 1000, audit: Record<string, unknown>[] = [], service: Awaited<ReturnType<typeof serve>>;

/** The door behind an Express app; `touched` counts the requests that got past it. */
async function serve(identity: Identity) {
  const app = express(), touched: Caller[] = [];
  app.get("/me", async (request: Request, response: Response) => { const caller = await identity.identify(request); touched.push(caller); response.json(caller); });
  app.use((error: unknown, _q: Request, response: Response, _next: NextFunction) => {
    const problem = error instanceof Problem ? error : new Problem("unexpected");
    response.status(problem.status).json(problem);
  });
  const server = http.createServer({ maxHeaderSize: 64 * 1024 }, app);
  await new Promise<void>(listening => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as net.AddressInfo;
  return {
    touched, port,
    get: (headers: Record<string, string | string[]>, path = "/me") => new Promise<{ status: number; body: any }>((resolve, reject) => {
      http.get({ port, host: "127.0.0.1", path, headers }, response => {
        let text = "";
        response.setEncoding("utf8").on("data", part => { text += part; }).on("end", () => resolve({ status: response.statusCode!, body: text ? JSON.parse(text) : undefined }));
      }).on("error", reject);
    }),
    stop: () => new Promise<void>(stopped => { server.close(() => stopped()); server.closeAllConnections(); }),
  };
}
const open = (admit?: (caller: Caller) => Caller) => openIdentity({ directory: directory(home, client, issuer.origin), log: line => audit.push(line), now: () => clock, ...(admit && { admit }) });
const jwksFetches = () => issuer.asked.filter(path => path.endsWith("/jwks")).length;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

beforeAll(async () => { issuer = await openIssuer(); });
afterAll(() => issuer.stop());
beforeEach(async () => { clock = start * 1000; audit = []; issuer.asked.length = 0; for (const name of Object.keys(issuer.fault)) delete issuer.fault[name as "down"]; await service?.stop(); service = await serve(open()); });
afterAll(() => service.stop());

describe("a token of the tenant", () => {
  it("names a person by tenant and object, whatever the e-mail says", async () => {
    const { status, body } = await service.get(bearer(await mint(issuer, start)));
    expect([status, body]).toEqual([200, { id: `${home}${oid}`.replaceAll("-", ""), name: "Ann Example", email: "ann@fabrikam.example", role: "rep" }]);
    expect(body.id).toMatch(/^[\w-]{1,64}$/);
    const other = await service.get(bearer(await mint(issuer, start, { oid: "55555555-aaaa-4bbb-8ccc-000000000005" })));
    expect(other.body.email).toBe(body.email);
    expect(other.body.id).not.toBe(body.id);
    expect(audit).toEqual([]);
  });
  test.each([["Dealwright.Reader", "reader"], ["Dealwright.Manager", "manager"], ["Dealwright.Administrator", "administrator"]])("with %s makes a %s", async (given, role) => {
    expect((await service.get(bearer(await mint(issuer, start, { roles: ["Dealwright.Reader", given, "Somebody.Else"] })))).body.role).toBe(role);
  });
  test.each<[string, JWTPayload]>([
    ["expired 59 s ago", { exp: start - 59 }], ["valid in 59 s", { nbf: start + 59 }],
    ["with more scopes", { scp: "openid access_as_user profile" }], ["whose idp is our own", { idp: `https://sts.windows.net/${home}/` }], ["of a member", { acct: 0 }],
  ])("%s is taken", async (_name, claims) => expect((await service.get(bearer(await mint(issuer, start, claims)))).status).toBe(200));
});

type Forged = () => Promise<Record<string, string | string[]>> | Record<string, string | string[]>;
const claims = (wrong: JWTPayload & Record<string, unknown>): Forged => async () => bearer(await mint(issuer, start, wrong));
const header = (wrong: Record<string, unknown>): Forged => async () => bearer(await mint(issuer, start, {}, wrong));
const b64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const changed = (change: (token: string) => string): Forged => async () => ({ authorization: change(await mint(issuer, start)) });
const reheaded = (wrong: object): Forged => changed(t => `Bearer ${b64({ alg: "RS256", kid: issuer.key().kid, ...wrong })}.${t.split(".").slice(1).join(".")}`);

const forged: [what: string, status: number, headers: Forged, path?: (token: string) => string][] = [
  ["no token", 401, () => ({})],
  ["alg none", 401, changed(t => `Bearer ${b64({ alg: "none", typ: "JWT" })}.${t.split(".")[1]}.`)],
  ["alg none with a signature", 401, reheaded({ alg: "none" })],
  ["alg NONE in capitals", 401, reheaded({ alg: "NONE" })],
  ["HS256 under the public key", 401, async () => bearer(await mint(issuer, start, {}, { alg: "HS256" }, new TextEncoder().encode(await exportSPKI(issuer.key().publicKey))))],
  ["alg RS512", 401, async () => bearer(await mint(issuer, start, {}, { alg: "RS512" }, (await generateKeyPair("RS512")).privateKey))],
  ["alg ES256", 401, async () => bearer(await mint(issuer, start, {}, { alg: "ES256" }, (await generateKeyPair("ES256")).privateKey))],
  ["alg PS256", 401, reheaded({ alg: "PS256" })],
  ["an unknown kid", 401, header({ kid: "never-seen" })],
  ["no kid", 401, header({ kid: undefined })],
  ["a path as kid", 401, header({ kid: "../../etc/passwd" })],
  ["SQL as kid", 401, header({ kid: "x' OR 1=1 --" })],
  ["kid __proto__", 401, header({ kid: "__proto__" })],
  ["a numeric kid", 401, reheaded({ kid: 7 })],
  ["jku", 401, header({ jku: "https://evil.example/jwks" })],
  ["x5u", 401, header({ x5u: "https://evil.example/cert" })],
  ["x5c", 401, header({ x5c: ["MIIB"] })],
  ["a key of its own", 401, async () => { const own = await keyPair("own"); return bearer(await mint(issuer, start, {}, { kid: "own", jwk: own.public }, own.privateKey)); }],
  ["crit", 401, reheaded({ crit: ["exp"] })],
  ["typ of something else", 401, header({ typ: "secevent+jwt" })],
  ["another key's signature", 401, async () => bearer(await mint(issuer, start, {}, {}, (await keyPair()).privateKey))],
  ["a changed payload", 401, changed(t => { const [h, p, s] = t.split("."); return `Bearer ${h}.${b64({ ...JSON.parse(Buffer.from(p!, "base64url").toString()), roles: ["Dealwright.Administrator"] })}.${s}`; })],
  ["an empty signature", 401, changed(t => `Bearer ${t.split(".").slice(0, 2).join(".")}.`)],
  ["two parts", 401, changed(t => `Bearer ${t.split(".").slice(0, 2).join(".")}`)],
  ["four parts", 401, changed(t => `Bearer ${t}.x`)],
  ["five parts (encrypted)", 401, changed(t => `Bearer ${t}.x.y`)],
  ["rubbish", 401, () => bearer("a.b.c")],
  ["a truncated token", 401, changed(t => `Bearer ${t.slice(0, -20)}`)],
  ["two blanks", 401, changed(t => `Bearer  ${t}`)],
  ["Bearer twice", 401, changed(t => `Bearer Bearer ${t}`)],
  ["bearer in lower case", 401, changed(t => `bearer ${t}`)],
  ["another scheme", 401, changed(t => `DPoP ${t}`)],
  ["the demo's scheme", 401, () => ({ authorization: "Demo admin" })],
  ["two credentials", 401, async () => ({ authorization: [`Bearer ${await mint(issuer, start)}`, "Demo rep"] })],
  ["a token in the address", 401, () => ({}), token => `/me?access_token=${token}`],
  ["a token in the address beside a good one", 401, changed(t => `Bearer ${t}`), token => `/me?a=1&access_token=${token}`],
  ["20 KB of token", 401, claims({ pad: "x".repeat(20_000) })],
  ["expired for 61 s", 401, claims({ exp: start - 61 })],
  ["valid only in 61 s", 401, claims({ nbf: start + 61 })],
  ["issued in 61 s", 401, claims({ iat: start + 61 })],
  ["no exp", 401, claims({ exp: undefined })],
  ["no nbf", 401, claims({ nbf: undefined })],
  ["no iat", 401, claims({ iat: undefined })],
  ["exp as text", 401, claims({ exp: String(start + 3600) as never })],
  ["exp with a fraction", 401, claims({ exp: start + 0.5 })],
  ["exp 1e308", 401, claims({ exp: 1e308 })],
  ["another issuer", 401, claims({ iss: "https://evil.example" })],
  ["the version 1 issuer", 401, claims({ iss: `https://sts.windows.net/${home}/`, ver: "1.0" })],
  ["version 1", 401, claims({ ver: "1.0" })],
  ["another tenant's issuer for our tenant", 401, async () => bearer(await mint(issuer, start, { iss: issuer.issuer(elsewhere) }))],
  ["our issuer for another tenant", 401, claims({ tid: elsewhere })],
  ["another tenant throughout, same oid", 401, async () => bearer(await mint(issuer, start, { iss: issuer.issuer(elsewhere), tid: elsewhere }))],
  ["the tenant of personal accounts", 401, claims({ tid: "9188040d-6c67-4c5b-b112-36a304b66dad" })],
  ["no tid", 401, claims({ tid: undefined })],
  ["Graph's audience", 401, claims({ aud: "00000003-0000-0000-c000-000000000000" })],
  ["another app's audience", 401, claims({ aud: "66666666-aaaa-4bbb-8ccc-000000000006" })],
  ["a list of audiences", 401, claims({ aud: [client, "https://graph.microsoft.com"] })],
  ["the audience as api://", 401, claims({ aud: `api://${client}` })],
  ["no oid", 401, claims({ oid: undefined })],
  ["oid that is no id", 401, claims({ oid: "admin" })],
  ["roles as text", 401, claims({ roles: "Dealwright.Administrator" })],
  ["no azp", 401, claims({ azp: undefined })],
  ["another client", 403, claims({ azp: "66666666-aaaa-4bbb-8ccc-000000000006" })],
  ["an ID token (no scp)", 403, claims({ scp: undefined, nonce: "n" })],
  ["an empty scp", 403, claims({ scp: "" })],
  ["a scope that only begins alike", 403, claims({ scp: "access_as_user2" })],
  ["a scope in capitals", 403, claims({ scp: "ACCESS_AS_USER" })],
  ["an app's own token", 403, claims({ scp: undefined, idtyp: "app", roles: ["Dealwright.Administrator"] })],
  ["an app's own token with a scope", 403, claims({ idtyp: "app" })],
  ["a guest by acct", 403, claims({ acct: 1 })],
  ["a guest by acct as text", 403, claims({ acct: "1" })],
  ["a guest by idp", 403, claims({ idp: `https://sts.windows.net/${elsewhere}/` })],
  ["a role in lower case", 403, claims({ roles: ["dealwright.administrator"] })],
  ["a role named after an object's own", 403, claims({ roles: ["constructor", "__proto__"] })],
  ["no role at all", 403, claims({ roles: undefined })],
];

describe("a forged, stale or foreign credential is refused, says nothing, and leaves one line in the audit", () => {
  it("in at least 45 ways", () => expect(forged.length).toBeGreaterThanOrEqual(45));
  test.each(forged)("%s: %d", async (...[, expected, headers, path]: (typeof forged)[number]) => {
    const token = await mint(issuer, start);
    const { status, body } = await service.get(await headers(), path?.(token));
    expect(status).toBe(expected);
    expect(Object.keys(body).filter(key => !["type", "title", "status", "code", "detail"].includes(key))).toEqual([]);
    expect(service.touched).toEqual([]);
    expect(audit).toHaveLength(1);
    expect(audit[0]).toMatchObject({ audit: "sign-in refused", status: expected });
    expect(JSON.stringify([audit, body])).not.toMatch(/ann|Ann|eyJ|fabrikam|44444444/);
    expect(jwksFetches()).toBeLessThanOrEqual(1);
  });
});

describe("the issuer's keys", () => {
  const unknown = () => mint(issuer, start, {}, { kid: `made-up-${Math.random()}` });
  const status = async (token: string | Promise<string>) => (await service.get(bearer(await token))).status;

  it("are asked for once when 200 tokens with unknown keys arrive together, and again after 30 s", async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => status(unknown())));
    expect(new Set(answers)).toEqual(new Set([401]));
    expect(jwksFetches()).toBe(1);
    clock += 29_999;
    await status(unknown());
    expect(jwksFetches()).toBe(1);
    clock += 1;
    await status(unknown());
    expect(jwksFetches()).toBe(2);
  });
  it("rotate: the new one is taken after one look, the old one refused within ten minutes of its removal", async () => {
    const old = await mint(issuer, start);
    expect(await status(old)).toBe(200);
    await issuer.rotate();
    clock += 30_000;
    expect(await status(mint(issuer, start))).toBe(200);
    expect(jwksFetches()).toBe(2);
    expect(await status(old)).toBe(401);
  });
  it("serve for an hour while the issuer is silent; then the service says that it cannot tell, not that the token is bad", async () => {
    const token = await mint(issuer, start, { exp: start + 7200 });
    expect(await status(token)).toBe(200);
    issuer.fault.down = true;
    clock += 10 * 60_000;
    expect(await status(token)).toBe(200);
    clock += 49 * 60_000;
    expect(await status(token)).toBe(200);
    expect(await status(unknown())).toBe(503);
    clock += 60_000;
    const { status: last, body } = await service.get(bearer(token));
    expect([last, body.seconds]).toEqual([503, 30]);
    delete issuer.fault.down;
    clock += 30_000;
    expect(await status(token)).toBe(200);
  });
  it("were never seen: 503, and not ready", async () => {
    issuer.fault.down = true;
    const identity = open();
    await expect(identity.ready()).rejects.toMatchObject({ code: "unavailable" });
    expect(await status(mint(issuer, start))).toBe(503);
    delete issuer.fault.down;
    clock += 30_000;
    await expect(identity.ready()).resolves.toBeUndefined();
  });
  test.each<[string, () => Promise<string>]>([
    ["no key", async () => JSON.stringify({ keys: [] })],
    ["an EC key of that name", async () => { const { publicKey } = await generateKeyPair("ES256", { extractable: true }); const { exportJWK } = await import("jose"); return JSON.stringify({ keys: [{ ...await exportJWK(publicKey), kid: issuer.key().kid }] }); }],
    ["two keys of one name", async () => JSON.stringify({ keys: [issuer.key().public, (await keyPair(issuer.key().kid)).public] })],
    ["1 MB", async () => JSON.stringify({ keys: [issuer.key().public], pad: "x".repeat(1_000_000) })],
    ["no JSON", async () => "<html>"],
  ])("are unusable (%s): nobody is let in", async (_what, body) => {
    issuer.fault.body = await body();
    expect(await status(mint(issuer, start))).toBe(503);
    expect(service.touched).toEqual([]);
  });
});

describe("admission", () => {
  it("is ours to refuse while the token is still valid", async () => {
    let disabled = false;
    await service.stop();
    service = await serve(open(caller => { if (disabled) throw new Problem("forbidden"); return caller; }));
    const token = await mint(issuer, start);
    expect((await service.get(bearer(token))).status).toBe(200);
    disabled = true;
    expect((await service.get(bearer(token))).status).toBe(403);
  });
});

describe("the demo's people", () => {
  const demo = () => openIdentity({ log: line => audit.push(line) });
  beforeEach(async () => { await service.stop(); service = await serve(demo()); });

  test.each(["rep", "rep2", "manager", "admin"])("%s comes in from this machine", async user => {
    expect((await service.get({ authorization: `Demo ${user}` })).body.id).toBe(user);
  });
  test.each<[string, Record<string, string>]>([
    ["nobody", {}], ["a stranger", { authorization: "Demo root" }], ["a longer name", { authorization: "Demo rep x" }], ["__proto__", { authorization: "Demo __proto__" }],
    ["a forwarded request", { authorization: "Demo admin", "x-forwarded-for": "127.0.0.1" }], ["a forwarded host", { authorization: "Demo admin", "x-forwarded-host": "localhost" }],
    ["Forwarded", { authorization: "Demo admin", forwarded: "for=127.0.0.1" }], ["Via", { authorization: "Demo admin", via: "1.1 proxy" }], ["a rebound name", { authorization: "Demo admin", host: "evil.example:3000" }],
  ])("keep %s out", async (_what, headers) => {
    expect((await service.get(headers)).status).toBe(401);
    expect(audit).toHaveLength(1);
  });
  it("are judged by the socket's address, not by what the request says", async () => {
    const request = (remoteAddress?: string) => ({ socket: { remoteAddress }, headers: { host: "localhost:3000", authorization: "Demo admin" }, httpVersion: "1.1", rawHeaders: [] }) as never;
    for (const from of ["192.0.2.7", "::ffff:192.0.2.7", "10.0.0.1", "127.0.0.1.evil", undefined]) await expect(demo().identify(request(from))).rejects.toMatchObject({ code: "unauthorised" });
    for (const from of ["127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"]) await expect(demo().identify(request(from))).resolves.toMatchObject({ role: "administrator" });
  });
  it("cannot be served to the world", () => {
    expect(() => openIdentity({ log() {}, publicUrl: "https://crm.example" })).toThrow("TENANT_ID and CLIENT_ID are needed");
    expect(() => openIdentity({ log() {}, publicUrl: "http://localhost:3000" })).not.toThrow();
  });
});

describe("the environment", () => {
  test.each<[string | undefined, string | undefined, string]>([
    [home, undefined, "CLIENT_ID must be"], [undefined, client, "TENANT_ID must be"], ["common", client, "TENANT_ID must be"], ["9188040d-6c67-4c5b-b112-36a304b66dad", client, "personal"],
  ])("%s and %s end the start with a sentence", (tenant, app, sentence) => expect(() => directory(tenant, app)).toThrow(sentence));
  it("without either is the demo, with both Microsoft's directory", () => {
    expect(directory()).toBeUndefined();
    expect(directory(home.toUpperCase(), client)).toEqual({ tenant: home, client, authority: "https://login.microsoftonline.com" });
  });
  it("is told to the pane, nothing secret in it", async () => {
    const app = express().use(sessionRoutes(directory(home, client)));
    const server = app.listen(0, "127.0.0.1");
    await new Promise(listening => server.once("listening", listening));
    const answer = await fetch(`http://127.0.0.1:${(server.address() as net.AddressInfo).port}/api/session/config`);
    expect([answer.headers.get("cache-control"), await answer.json()]).toEqual(["no-store", { kind: "entra", client, authority: `https://login.microsoftonline.com/${home}`, scope: `api://${client}/access_as_user` }]);
    await new Promise(closed => server.close(closed));
  });
});
