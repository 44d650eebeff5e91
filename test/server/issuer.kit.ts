import express from "express";
import { exportJWK, generateKeyPair, SignJWT, type JWTHeaderParameters, type JWTPayload } from "jose";
import { randomUUID } from "node:crypto";
import http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";

export const home = "11111111-aaaa-4bbb-8ccc-000000000001", elsewhere = "22222222-aaaa-4bbb-8ccc-000000000002";
export const client = "33333333-aaaa-4bbb-8ccc-000000000003", oid = "44444444-aaaa-4bbb-8ccc-000000000004";

/** RSA keys as an issuer keeps them. */
export async function keyPair(kid: string = randomUUID()) {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const marks = { kid, use: "sig", alg: "RS256" };
  return { kid, privateKey, publicKey, private: { ...await exportJWK(privateKey), ...marks }, public: { ...await exportJWK(publicKey), ...marks } };
}
export type Pair = Awaited<ReturnType<typeof keyPair>>;

interface Fault { down?: boolean; body?: string; delay?: Promise<void> }

/** A real OIDC server on loopback with two tenants at Entra's addresses, whose keys rotate and whose key endpoint can misbehave. */
export async function openIssuer({ tls, redirect = "https://localhost/signin.html" }: { tls?: { key: string; cert: string }; redirect?: string } = {}) {
  const { default: Provider } = await import("oidc-provider" as string);
  const app = express();
  const server = tls ? https.createServer(tls, app) : http.createServer(app);
  await new Promise<void>(listening => server.listen(0, "127.0.0.1", listening));
  const origin = `${tls ? "https://localhost" : "http://127.0.0.1"}:${(server.address() as AddressInfo).port}`;
  let keys: Pair[] = [await keyPair()];
  const providers: Record<string, (q: unknown, s: unknown) => void> = {}, fault: Fault = {}, asked: string[] = [];

  function open() {
    for (const tid of [home, elsewhere]) providers[tid] = provider(tid);
  }
  function provider(tid: string) {
    const made = new Provider(`${origin}/${tid}/v2.0`, {
      jwks: { keys: keys.map(pair => pair.private) }, cookies: { keys: ["loopback"] },
      clients: [{ client_id: client, token_endpoint_auth_method: "none", redirect_uris: [redirect], grant_types: ["authorization_code", "refresh_token"], response_types: ["code"], post_logout_redirect_uris: [redirect] }],
      clientBasedCORS: () => true, pkce: { required: () => true },
      scopes: ["openid", "profile", "offline_access", `api://${client}/access_as_user`],
      claims: { openid: ["sub", "oid", "tid", "preferred_username", "name"] }, conformIdTokenClaims: false,
      findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, oid, tid, preferred_username: id, name: "Ann Example" }) }),
      features: { devInteractions: { enabled: true }, resourceIndicators: { enabled: true, defaultResource: () => "urn:dealwright", useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: `api://${client}/access_as_user`, audience: client, accessTokenTTL: 3600, accessTokenFormat: "jwt", jwt: { sign: { alg: "RS256" } } }) } },
      formats: { customizers: { jwt: (_: unknown, __: unknown, parts: { payload: JWTPayload }) => {
        Object.assign(parts.payload, { ver: "2.0", tid, oid, azp: client, scp: String(parts.payload.scope ?? "").replaceAll(`api://${client}/`, ""), nbf: parts.payload.iat, name: "Ann Example", preferred_username: "ann@fabrikam.example", roles: ["Dealwright.Rep"] });
      } } },
    });
    return made.callback();
  }
  open();
  app.use((request, response, next) => {
    asked.push(request.path);
    if (!request.path.endsWith("/jwks")) return next();
    if (fault.down) return void request.socket.destroy();
    if (fault.body !== undefined) return void response.type("json").send(fault.body);
    next();
  });
  for (const tid of [home, elsewhere]) app.use(`/${tid}/v2.0`, (request, response) => providers[tid]!(request, response));

  return {
    origin, fault, asked, key: () => keys[0]!,
    issuer: (tid = home) => `${origin}/${tid}/v2.0`,
    /** New keys from now on; the old ones stay published where said. */
    async rotate({ keepOld = false } = {}) { keys = [await keyPair(), ...keepOld ? keys : []]; open(); },
    stop: () => new Promise<void>(stopped => { server.close(() => stopped()); server.closeAllConnections(); }),
  };
}
export type Issuer = Awaited<ReturnType<typeof openIssuer>>;

/** A token such as Entra gives for a rep at `at` (seconds), with whatever is wrong with it. */
export async function mint(issuer: Issuer, at: number, claims: JWTPayload = {}, header: Partial<JWTHeaderParameters> & Record<string, unknown> = {}, key: CryptoKey | Uint8Array = issuer.key().privateKey): Promise<string> {
  const sound = { ver: "2.0", iss: issuer.issuer(), aud: client, tid: home, oid, sub: "s", iat: at, nbf: at, exp: at + 3600, scp: "access_as_user", azp: client, name: "Ann Example", preferred_username: "ann@fabrikam.example", roles: ["Dealwright.Rep"] };
  return new SignJWT(JSON.parse(JSON.stringify({ ...sound, ...claims })) as JWTPayload).setProtectedHeader({ alg: "RS256", typ: "JWT", kid: issuer.key().kid, ...header }).sign(key);
}
