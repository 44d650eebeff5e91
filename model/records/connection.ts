import { act, create, update } from "../change.ts";
import { date, flag, prose, ref } from "../field.ts";
import { record, type AnyRow, type Read } from "../record.ts";
import { subjects } from "./activity.ts";
import { standing, standingButtons } from "./shared.ts";

const otherEnd = (row: { mirror?: string }): Record<string, Read> => ({ mirror: { ref: "connection", id: row.mirror } });
const ends = [...subjects, "product", "campaign", "goal", "literature", "user", "team"] as const;

/** Two records that have to do with each other, each in a role. It is kept as a pair, one seen from either end, and both change together. */
export const connection = record("connection", {
  label: ["Connection", "Connections"],
  dynamics: "connection",
  fields: {
    from: ref("Connected from", ends, { required: true, gone: "remove", dynamics: "record1id" }),
    fromRole: ref("Role of this end", "connectionRole", { dynamics: "record1roleid" }),
    to: ref("Connected to", ends, { required: true, gone: "remove", dynamics: "record2id" }),
    toRole: ref("Role of the other end", "connectionRole", { dynamics: "record2roleid" }),
    starts: date("Starting", { dynamics: "effectivestart" }),
    ends: date("Ending", { dynamics: "effectiveend" }),
    description: prose("Description", { dynamics: "description" }),
    /** The one of the pair that was made first. */
    master: flag("Main one of the pair", { computed: true, dynamics: "ismaster" }),
    mirror: ref("Other one of the pair", "connection", { computed: true, gone: "remove", dynamics: "relatedconnectionid" }),
  },
  echoes: (now, before) => {
    const { from, fromRole, to, toRole, starts, ends: until, description, owner } = now, seen = { from: to, fromRole: toRole ?? null, to: from, toRole: fromRole ?? null, starts: starts ?? null, ends: until ?? null, description: description ?? null };
    if (before) return now.mirror ? [update("connection", now.mirror, seen)] : [];
    const made = create({ name: "connection" } as never, { ...seen, owner, mirror: now.id } as never);
    return [made, update("connection", now.id, { mirror: made.id, master: true })];
  },
  title: row => row.description?.slice(0, 80),
  list: ["to", "toRole", "starts"],
  form: [["General", ["from", "fromRole", "to", "toRole", "starts", "ends"]], ["Notes", ["description"]]],
  statuses: standing,
  editableIn: ["active"],
  beside: ["from"],
  buttons: standingButtons,
  verbs: {
    deactivate: { from: ["active"], to: "inactive", reads: otherEnd, then: (_row, _given, _by, { mirror: [mirror] = [] as AnyRow[] }) => mirror?.status === "active" ? [act("connection", mirror.id, "deactivate")] : [] },
    activate: { from: ["inactive"], to: "active", reads: otherEnd, then: (_row, _given, _by, { mirror: [mirror] = [] as AnyRow[] }) => mirror?.status === "inactive" ? [act("connection", mirror.id, "activate")] : [] },
  },
});
