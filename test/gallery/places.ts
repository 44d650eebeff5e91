import { fails, never } from "./cast.ts";
import type { State } from "./state.tsx";

const nothing = async () => ({ records: [], total: 0 });
const approval = { id: "ap1", title: "Brake pads 2027", on: "opportunity/brakes", verb: "win", answers: {}, asOf: 1, asker: "ben", approvers: ["ana"], status: "pending" };

/** The other places: the day, lists, reports, choices, what waits. */
export const places: Record<string, State> = {
  "day": { shows: ".rows", rows: { approval: [approval] } },
  "day, all done": { api: { list: nothing }, shows: ".nothing" },
  "day loading": { api: { list: never }, shows: "h1" },
  "day unread": { api: { list: fails("offline") }, shows: ".problem" },
  "list": { begin: { at: "list", type: "lead" }, shows: ".rows" },
  "list of deals": { begin: { at: "list", type: "opportunity", view: "closing" }, shows: ".rows" },
  "list, nothing yet": { begin: { at: "list", type: "lead" }, api: { list: nothing }, shows: ".nothing" },
  "list unread": { begin: { at: "list", type: "opportunity" }, api: { list: fails("unavailable") }, shows: ".problem" },
  "list, some selected": { begin: { at: "list", type: "lead" }, does: [".links [aria-pressed]", ".rows input[type=checkbox]"], shows: ".rows input:checked" },
  "all records": { begin: { at: "types" }, shows: ".rows" },
  "pipeline": { begin: { at: "pipeline" }, shows: "main section" },
  "settings in the demo": { begin: { at: "settings" }, users: [{ id: "ana", name: "Ana Ruiz", role: "rep" }, { id: "mia", name: "Mia Kern", role: "manager" }], shows: ".ms-ChoiceField" },
  "settings": { begin: { at: "settings" }, shows: ".ms-Button" },
  "nothing waits": { begin: { at: "waiting" }, shows: ".nothing" },
  "menu": { does: ["[aria-haspopup=menu]"], shows: ".ms-ContextualMenu" },
};
