import { email, moment, ref, refs, text } from "../field.ts";
import { record } from "../record.ts";
import { subjects } from "./activity.ts";

/** One person was sent one version of a piece of literature: whom to tell when a newer one comes. Written by the service when a mail is logged. */
export const sending = record("sending", {
  label: ["Sent literature", "Sent literature"],
  fields: {
    literature: ref("Sales literature", "literature", { required: true, computed: true, gone: "remove" }),
    name: text("File name", { required: true, computed: true, max: 255 }),
    /** Of the file's content: it tells the versions apart. */
    hash: text("Hash", { required: true, computed: true, max: 64, find: true }),
    to: email("To", { required: true, computed: true, find: true }),
    person: ref("Person", ["contact", "lead"], { computed: true }),
    activity: ref("E-mail", "activity", { computed: true }),
    regarding: refs("Regarding", subjects, { computed: true }),
    at: moment("Time", { required: true, computed: true }),
  },
  title: row => `${row.name ?? ""} → ${row.to ?? ""}`,
  list: ["literature", "to", "at"],
  form: [["General", ["literature", "name", "to", "person", "at", "regarding"]], ["Details", ["activity", "hash"]]],
  statuses: { active: { label: "Active" } },
  buttons: {},
  verbs: {},
});
