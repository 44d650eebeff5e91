declare global { interface Window { FabricConfig?: { fontBaseUrl?: string; iconBaseUrl?: string; mergeStyles?: object }; CSPSettings?: { nonce: string } } }

/** Must be the very first import: Fluent reads this while its modules load. Without it, Fluent's styles break the content security policy and its fonts are fetched from a foreign host. */
export const nonce = document.querySelector<HTMLMetaElement>("meta[name=csp-nonce]")?.content ?? "";
window.FabricConfig = { fontBaseUrl: "", iconBaseUrl: "", mergeStyles: nonce ? { cspSettings: { nonce } } : {} };
if (nonce) window.CSPSettings = { nonce };
