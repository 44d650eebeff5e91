import { AuthError, createNestablePublicClientApplication, createStandardPublicClientApplication, InteractionRequiredAuthError, PublicClientApplication, type AuthenticationResult, type Configuration } from "@azure/msal-browser";
import { Declined, type Nested, type Pass } from "./nested.ts";
import type { Directory } from "./session.ts";

/** Nested app authentication. Rejects with `broken` where Outlook has no bridge, or one that does not answer sensibly. */
export async function openNested(directory: Directory): Promise<Nested> {
  let bridged = false;
  const application = await createNestablePublicClientApplication(settings(directory), undefined, (configuration, controller) => {
    bridged = true; // without a bridge the library makes an ordinary application and does not say so
    return new PublicClientApplication(configuration, controller);
  }).catch((cause: unknown) => { throw new Declined("broken", cause); });
  if (!bridged) throw new Declined("broken", "no bridge");
  const request = { scopes: [directory.scope], authority: directory.authority };
  return {
    silently: () => application.acquireTokenSilent(request).then(passOf, decline),
    asking: () => application.acquireTokenPopup(request).then(passOf, decline),
    forget: () => application.clearCache(),
  };
}

/** One visit of the sign-in page: goes to the directory and never resolves, or has come back from there and resolves to what it brought for which `state`. Rejects with the directory's or the library's word for what is wrong. */
export async function visitDirectory(directory: Directory, { page, state, choose }: { page: string; state: string; choose: boolean }): Promise<Pass & { state: string }> {
  const application = await createStandardPublicClientApplication(settings(directory, page));
  const back = await application.handleRedirectPromise({ navigateToLoginRequestUrl: false }).catch((error: unknown) => { if (lacksConsent(error)) throw new Declined("consent", error); throw error; });
  if (back) {
    await application.clearCache();
    return { ...passOf(back), state: back.state ?? "" };
  }
  if (!state) throw new Declined("broken", "nobody asked for a sign-in");
  await application.acquireTokenRedirect({ scopes: [directory.scope], state, ...(choose && { prompt: "select_account" }) });
  return new Promise(() => undefined);
}

/** Naming the authority as known saves the question whether it is Microsoft's. Tokens stay in memory; only going away and coming back needs the storage of the window. */
const settings = ({ client, authority }: Directory, page?: string): Configuration => ({
  auth: { clientId: client, authority, knownAuthorities: [new URL(authority).host], ...(page !== undefined && { redirectUri: page }) },
  cache: { cacheLocation: page === undefined ? "memoryStorage" : "sessionStorage" },
  system: { loggerOptions: { piiLoggingEnabled: false, loggerCallback: () => undefined } },
});

function passOf({ accessToken, expiresOn }: AuthenticationResult): Pass {
  if (!accessToken || !expiresOn) throw new Declined("broken", "no access token");
  return { token: accessToken, expires: expiresOn.getTime() };
}

const lacksConsent = (error: unknown): boolean => error instanceof AuthError && /AADSTS(65001|90094|90097|900941)\b/.test(error.errorMessage);

/** Only what is certain gets a word of its own; a failure without a code (new Outlook, Mac) means that the bridge is of no use. */
function decline(error: unknown): never {
  const code = error instanceof AuthError ? error.errorCode : "";
  if (code === "user_canceled" || code === "user_cancelled") throw new Declined("cancelled", error);
  if (code === "no_network_connectivity") throw new Declined("offline", error);
  if (lacksConsent(error)) throw new Declined("consent", error);
  if (error instanceof InteractionRequiredAuthError || code === "no_account_found") throw new Declined("interaction", error);
  throw new Declined("broken", error);
}
