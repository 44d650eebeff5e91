import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from "jose";
import type { IncomingMessage } from "node:http";
import * as z from "zod";
import { roles, type Caller, type Identity, type Role } from "./caller.ts";
import { signingKeys, type Load } from "./keys.ts";
import { Refusal } from "./refusal.ts";

/** One Microsoft Entra tenant, and the app registration that is both the pane and this service. */
export interface Directory { tenant: string; client: string; authority: string; load?: Load }

/** The scope that the pane asks for and the service insists on. */
export const scope = "access_as_user";
const microsoft = "https://login.microsoftonline.com";
/** The tenant of personal Microsoft accounts: everybody in the world. */
const consumers = "9188040d-6c67-4c5b-b112-36a304b66dad";
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Seconds that two clocks may differ. */
const skew = 60;

/** Reads TENANT_ID and CLIENT_ID; neither is the demo, one alone or a wrong one a sentence. */
export function directory(tenant?: string, client?: string, authority: string = microsoft): Directory | undefined {
  if (!tenant && !client) return undefined;
  const read = { tenant: tenant?.toLowerCase() ?? "", client: client?.toLowerCase() ?? "", authority };
  if (!guid.test(read.tenant)) throw new Error("TENANT_ID must be the directory (tenant) ID of the app registration, 8-4-4-4-12 hexadecimal digits.");
  if (read.tenant === consumers) throw new Error("TENANT_ID names the tenant of personal Microsoft accounts; a work tenant is needed.");
  if (!guid.test(read.client)) throw new Error("CLIENT_ID must be the application (client) ID of the app registration, 8-4-4-4-12 hexadecimal digits.");
  const { protocol, hostname, pathname } = new URL(authority);
  if (pathname !== "/" || authority.endsWith("/") || (protocol !== "https:" && hostname !== "127.0.0.1")) throw new Error("The authority must be an https origin without a path.");
  return read;
}

/** Access tokens of that tenant, for this service, given to our own pane, for a person who works there. */
export function entra({ tenant, client, authority, load }: Directory, now: () => number): Identity {
  const issuer = `${authority}/${tenant}/v2.0`;
  const keys = signingKeys(issuer, now, load);
  const claims = z.object({
    ver: z.literal("2.0"), iss: z.literal(issuer), aud: z.literal(client), tid: z.literal(tenant), oid: z.string().regex(guid),
    exp: z.int(), nbf: z.int(), iat: z.int(),
    scp: z.string().optional(), azp: z.string(), idtyp: z.string().optional(), idp: z.string().optional(), acct: z.union([z.number(), z.string()]).optional(),
    roles: z.array(z.string()).optional(), name: z.string().optional(), email: z.string().optional(), preferred_username: z.string().optional(),
  });

  return {
    async ready() { await keys(); },
    async identify(request) {
      const token = bearer(request);
      const { kid } = readHeader(token);
      const key = await keys(kid);
      if (!key) throw new Refusal("unauthorised", "unknown key");
      const payload = await verified(token, key);
      const read = claims.safeParse(payload);
      if (!read.success) throw new Refusal("unauthorised", `claim ${String(read.error.issues[0]?.path[0])}`);
      const is = read.data;
      if (is.iat * 1000 > now() + skew * 1000) throw new Refusal("unauthorised", "from the future");
      if (is.idtyp === "app" || !is.scp) throw new Refusal("forbidden", "not a person's token");
      if (!is.scp.split(" ").includes(scope)) throw new Refusal("forbidden", "scope");
      if (is.azp !== client) throw new Refusal("forbidden", "another client");
      if (isGuest(is.acct, is.idp)) throw new Refusal("forbidden", "guest");
      return callerFrom(is);
    },
  };

  async function verified(token: string, key: Parameters<typeof jwtVerify>[1]): Promise<JWTPayload> {
    try {
      const options = { algorithms: ["RS256"], issuer, audience: client, requiredClaims: ["exp", "nbf", "iat"], clockTolerance: skew, currentDate: new Date(now()) };
      return (await jwtVerify(token, key, options)).payload;
    } catch (error) {
      throw new Refusal("unauthorised", error instanceof errors.JOSEError ? error.code : "unreadable token");
    }
  }
  /** Guests come from another directory; their own one is named where it is not ours. */
  function isGuest(acct: number | string | undefined, idp: string | undefined): boolean {
    return Number(acct ?? 0) !== 0 || (idp !== undefined && idp !== issuer && idp !== `https://sts.windows.net/${tenant}/`);
  }
}

/** The one token of the one Authorization header; a token in the address would end up in logs and is no token. */
function bearer(request: IncomingMessage): string {
  if (/[?&](access_token|token|id_token)=/i.test(request.url ?? "")) throw new Refusal("unauthorised", "token in the address");
  if (request.rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === "authorization").length > 1) throw new Refusal("unauthorised", "two credentials");
  const said = request.headers.authorization ?? "";
  if (!said) throw new Refusal("unauthorised", "no token");
  if (said.length > 16_384) throw new Refusal("unauthorised", "token too long");
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(said)?.[1];
  if (!token) throw new Refusal("unauthorised", "not a bearer token");
  return token;
}

/** What the header says is the sender's claim: it may name a key of ours, and never bring its own. */
function readHeader(token: string): { kid: string } {
  try {
    return header.parse(decodeProtectedHeader(token));
  } catch {
    throw new Refusal("unauthorised", "token header");
  }
}
const absent = z.never().optional();
const header = z.object({ alg: z.literal("RS256"), kid: z.string().regex(/^[\w.-]{1,200}$/), typ: z.enum(["JWT", "at+jwt"]).optional(), jku: absent, jwk: absent, x5u: absent, x5c: absent, crit: absent, zip: absent });

interface Person { tid: string; oid: string; roles?: string[] | undefined; name?: string | undefined; email?: string | undefined; preferred_username?: string | undefined }
/** Tenant and object id together name a person for ever; an e-mail address may be somebody else's tomorrow and decides nothing. */
function callerFrom({ tid, oid, roles: given, name, email, preferred_username }: Person): Caller {
  const held = given?.flatMap(each => granted[each] ?? []) ?? [];
  if (given?.length && !held.length) throw new Refusal("forbidden", "unknown role");
  const role = roles.findLast(each => held.includes(each));
  return { id: `${tid}${oid}`.replaceAll("-", ""), name: name ?? preferred_username ?? "", email: email ?? preferred_username ?? "", ...(role && { role }) };
}
/** The app roles of the registration. */
const granted: Record<string, Role | undefined> = Object.assign(Object.create(null), {
  "Dealwright.Reader": "reader", "Dealwright.Rep": "rep", "Dealwright.Manager": "manager", "Dealwright.Administrator": "administrator",
});
