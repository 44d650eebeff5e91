import { demoFrame, DemoDoor } from "./door.ts";
import { h } from "./dom.ts";
import type { Faults } from "./faults.ts";
import type { OfficeHost } from "./host.ts";
import type { Desk, Item, Party } from "./items.ts";

/** A page of the add-in in a frame. */
export interface AddinPage { close(): void; tellItem(): void; run(name: string, event?: object): Promise<unknown> }
export interface Opening { kind: "pane" | "commands"; title: string; place: HTMLElement; item: () => Item | undefined; onClose?: () => void }
/** Opens pages of the add-in, through whichever door. */
export interface Frames { open(path: string, opening: Opening): AddinPage; paint(theme: "light" | "dark"): void }

const colours = {
  dark: { bodyBackgroundColor: 0x1f1f1f, bodyForegroundColor: 0xffffff, controlBackgroundColor: 0x292929, controlForegroundColor: 0xffffff },
  light: { bodyBackgroundColor: 0xffffff, bodyForegroundColor: 0x242424, controlBackgroundColor: 0xf5f5f5, controlForegroundColor: 0x242424 },
};

/** Through Microsoft's library. */
export const officeFrames = (office: OfficeHost): Frames => ({
  open(path, { kind, place, item, onClose }) {
    const frame = office.open(new URL(path, location.href).href, { kind, place, item, onClose });
    return { close: () => office.close(frame), tellItem: () => office.tellItem(frame), run: (name, event) => office.invoke(frame, name, event) };
  },
  paint: theme => office.paint(colours[theme]),
});

/** Through the demo's own door, on plain http. */
export function demoFrames(desk: Desk, as: { me: Party; user: string; language: string; dark: boolean }, faults: Faults): Frames {
  const doors = new Set<DemoDoor>();
  return {
    open(path, { kind, title, place, item }) {
      const address = new URL(path, location.href);
      address.searchParams.set("demo", as.user);
      const frame = h("iframe", { class: `addin ${kind}`, title, src: address.href, hidden: kind === "commands" }), ready = new Promise(loaded => frame.addEventListener("load", loaded, { once: true }));
      const { door, leave } = demoFrame(frame, send => new DemoDoor(desk, { ...as }, faults, send, item));
      doors.add(door);
      place.append(frame);
      return { close: () => { leave(); doors.delete(door); frame.remove(); }, tellItem: () => door.tellItem(), run: name => ready.then(() => door.run(name)) };
    },
    paint: theme => { as.dark = theme === "dark"; doors.forEach(door => door.paint(as.dark)); },
  };
}
