/** What Outlook shows of an add-in before it runs. */
export interface Declared { id: string; name: string; button: string; icon?: string; pane?: string; permission: "ReadItem" | "ReadWriteItem" | "ReadWriteMailbox" }

const nothing: Declared = { id: "6f0d5a9e-52c4-4a0b-9c55-0f4f2c6a8b11", name: "Dealwright", button: "Dealwright", permission: "ReadWriteItem" };

/** Reads /manifest.xml; where there is none yet, the product's bare name. Addresses become paths on our own origin, wherever the manifest was made for. */
export async function readManifest(language: string): Promise<Declared> {
  const answer = await fetch("/manifest.xml").catch(() => undefined), xml = answer?.ok ? await answer.text() : "";
  return xml ? parseManifest(xml, language) : nothing;
}

/** The add-in's declaration in the language of Outlook. */
export function parseManifest(xml: string, language: string): Declared {
  const manifest = new DOMParser().parseFromString(xml, "text/xml");
  const all = (name: string, under: Document | Element | undefined = manifest) => [...(under?.getElementsByTagNameNS("*", name) ?? [])];
  const spoken = (element: Element | undefined) => {
    const other = all("Override", element).find(one => one.getAttribute("Locale")?.toLowerCase() === language.toLowerCase());
    return other?.getAttribute("Value") ?? element?.getAttribute("DefaultValue") ?? undefined;
  };
  const resource = (id: string | null | undefined) => all("Resources").flatMap(one => [...all("Image", one), ...all("String", one), ...all("Url", one)]).find(one => one.getAttribute("id") === id);
  const path = (address: string | undefined) => address ? new URL(address, location.href).pathname : undefined;
  const surface = all("ExtensionPoint").find(one => one.getAttribute("xsi:type") === "MessageReadCommandSurface");
  const button = all("Control", surface)[0];
  const asked = all("Permissions")[0]?.textContent?.trim();
  return {
    id: all("Id")[0]?.textContent?.trim() || nothing.id,
    name: spoken(all("DisplayName")[0]) ?? nothing.name,
    button: spoken(resource(all("Label", button)[0]?.getAttribute("resid"))) ?? spoken(all("DisplayName")[0]) ?? nothing.button,
    icon: path(spoken(resource(all("Image", button).find(one => one.getAttribute("size") === "32")?.getAttribute("resid")))),
    pane: path(spoken(resource(all("SourceLocation", surface)[0]?.getAttribute("resid")))),
    permission: asked === "ReadItem" || asked === "ReadWriteMailbox" ? asked : "ReadWriteItem",
  };
}
