export const surfaces = ["MessageRead", "MessageCompose", "AppointmentOrganizer", "AppointmentAttendee"] as const;
/** Where a button can be: on a message that is read or written, on a meeting of one's own or somebody else's. */
export type Surface = (typeof surfaces)[number];
/** A button of the add-in: it shows a page beside the item, or runs a function. */
export interface Button { id: string; label: string; tip?: string; icon?: string; pane?: string; pinned?: boolean; run?: string }
/** What happens in Outlook and is told to the add-in. */
export type LaunchEvent = { name: string; run: string; sendMode?: string };

/** What Outlook shows of an add-in before it runs. */
export interface Declared {
  id: string; name: string; permission: "ReadItem" | "ReadWriteItem" | "ReadWriteMailbox";
  buttons: Record<Surface, Button[]>;
  /** The page that functions and events run in. */
  functions?: string;
  events: LaunchEvent[];
}

const pane = (name: string): Button[] => [{ id: name, label: "Dealwright", pinned: name.startsWith("Message") }];
const nothing: Declared = {
  id: "6f0d5a9e-52c4-4a0b-9c55-0f4f2c6a8b11", name: "Dealwright", permission: "ReadWriteItem", events: [],
  buttons: { MessageRead: pane("MessageRead"), MessageCompose: pane("MessageCompose"), AppointmentOrganizer: pane("AppointmentOrganizer"), AppointmentAttendee: pane("AppointmentAttendee") },
};

/** Reads /manifest.xml; where there is none yet, the product's bare name. Addresses become paths on our own origin, wherever the manifest was made for. */
export async function readManifest(language: string): Promise<Declared> {
  const answer = await fetch("/manifest.xml").catch(() => undefined), xml = answer?.ok ? await answer.text() : "";
  return xml ? parseManifest(xml, language) : nothing;
}

/** The add-in's declaration in the language of Outlook, as the newest Outlook takes it. */
export function parseManifest(xml: string, language: string): Declared {
  const manifest = new DOMParser().parseFromString(xml, "text/xml");
  const all = (name: string, under: Document | Element | undefined = manifest) => [...(under?.getElementsByTagNameNS("*", name) ?? [])];
  const newest = all("VersionOverrides").at(-1);
  const spoken = (element: Element | undefined) => {
    const other = all("Override", element).find(one => one.getAttribute("Locale")?.toLowerCase() === language.toLowerCase());
    return other?.getAttribute("Value") ?? element?.getAttribute("DefaultValue") ?? undefined;
  };
  const resources = all("Resources", newest).at(-1);
  const resource = (element: Element | undefined) => [...all("Image", resources), ...all("String", resources), ...all("Url", resources)].find(one => one.getAttribute("id") === element?.getAttribute("resid"));
  const path = (address: string | undefined) => address ? new URL(address, location.href).pathname : undefined;
  const buttonOf = (control: Element): Button => {
    const action = all("Action", control)[0], kind = action?.getAttribute("xsi:type");
    return {
      id: control.getAttribute("id") ?? "", label: spoken(resource(all("Label", control)[0])) ?? "", tip: spoken(resource(all("Description", control)[0])),
      icon: path(spoken(resource(all("Image", control).find(one => one.getAttribute("size") === "32")))),
      ...kind === "ExecuteFunction" ? { run: all("FunctionName", action)[0]?.textContent?.trim() } : { pane: path(spoken(resource(all("SourceLocation", action)[0]))), pinned: all("SupportsPinning", action)[0]?.textContent?.trim() === "true" },
    };
  };
  const inPoint = (name: string, what: string) => all("ExtensionPoint", newest).filter(one => one.getAttribute("xsi:type") === name).flatMap(point => all(what, point));
  const asked = all("Permissions")[0]?.textContent?.trim();
  if (!newest) return nothing;
  return {
    id: all("Id")[0]?.textContent?.trim() || nothing.id,
    name: spoken(all("DisplayName")[0]) ?? nothing.name,
    permission: asked === "ReadItem" || asked === "ReadWriteMailbox" ? asked : "ReadWriteItem",
    buttons: Object.fromEntries(surfaces.map(surface => [surface, inPoint(`${surface}CommandSurface`, "Control").map(buttonOf)])) as Declared["buttons"],
    functions: path(spoken(resource(all("FunctionFile", newest)[0]))),
    events: inPoint("LaunchEvent", "LaunchEvent").map(event => ({ name: event.getAttribute("Type") ?? "", run: event.getAttribute("FunctionName") ?? "", ...event.hasAttribute("SendMode") && { sendMode: event.getAttribute("SendMode")! } })),
  };
}
