import { date, ref, text } from "../field.ts";
import { record } from "../record.ts";

/** A link by which anybody who has it may fetch one file of the library until a day, or until somebody stops it. */
export const weblink = record("weblink", {
  label: ["Link to a file", "Links to files"],
  fields: {
    literature: ref("Sales literature", "literature", { required: true, computed: true, gone: "remove" }),
    name: text("File name", { required: true, computed: true, max: 255 }),
    hash: text("Hash", { required: true, computed: true, max: 64 }),
    /** SHA-256 of what the link ends in: who reads the records cannot make the link from it. */
    key: text("Key", { required: true, computed: true, max: 64, find: true }),
    until: date("Works until", { required: true, computed: true }),
  },
  title: "name",
  list: ["literature", "until"],
  form: [["General", ["literature", "name", "until"]], ["Details", ["hash", "key"]]],
  statuses: { open: { label: "Open" }, stopped: { label: "Stopped" } },
  buttons: { stop: "Stop link" },
  verbs: { stop: { from: ["open"], to: "stopped" } },
});
