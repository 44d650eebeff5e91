import * as z from "zod/mini";
import { act } from "../change.ts";
import { choice, data, lines, moment, number, prose, ref, refs, text, type Values } from "../field.ts";
import { Problem, problem } from "../problem.ts";
import { record, splitPath } from "../record.ts";

/** What an approval may be asked for. */
export const approvable = ["lead", "contact", "account", "opportunity", "activity", "quote", "order", "invoice"] as const;
const computed = { computed: true } as const;

const history = {
  at: moment("Time", { required: true }), by: text("By", { required: true, max: 64 }), to: text("To", { max: 64 }), word: prose("Comment"),
  what: choice("What", { asked: "Asked", standsIn: "Stands in", mailed: "Asked by e-mail", delegated: "Delegated", approved: "Approved", refused: "Refused", withdrawn: "Withdrawn" }, { required: true }),
};

/** Something that somebody wants to do and somebody else must allow. It is done by the approval itself, in the same commit, or not at all. */
export const approval = record("approval", {
  label: ["Approval", "Approvals"],
  fields: {
    title: text("Subject", { required: true, max: 400, ...computed }),
    on: ref("Record", approvable, { required: true, gone: "remove", ...computed }),
    verb: text("Action", { required: true, max: 40, ...computed }),
    answers: data("Answers", z.record(z.string(), z.unknown()), { required: true, ...computed }),
    /** The version of the record that the asker saw. */
    asOf: number("As of version", { required: true, min: 0, ...computed }),
    asker: ref("Asked by", "user", { required: true, ...computed }),
    approvers: refs("Approvers", "user", { required: true, ...computed }),
    why: text("Reason", { max: 400, ...computed }),
    rule: text("Business rule", { max: 64, ...computed }),
    /** Rules that others have allowed already. */
    cleared: data("Cleared", z.array(z.string()), computed),
    remindAt: moment("Next reminder", { find: true, ...computed }),
    history: lines("History", history, computed),
  },
  title: "title",
  list: ["asker", "approvers"],
  form: [["General", ["title", "on", "asker", "approvers", "why", "remindAt"]], ["History", ["history"]]],
  beside: ["on"],
  statuses: { pending: { label: "Pending" }, approved: { label: "Approved" }, refused: { label: "Refused" }, withdrawn: { label: "Withdrawn" } },
  editableIn: ["pending"],
  buttons: { allow: "Approve", refuse: "Refuse", delegate: "Delegate", withdraw: "Withdraw" },
  verbs: {
    allow: {
      only: approversOf, from: ["pending"], to: "approved",
      /** `seen`: the version of the record that the approver has looked at, where it has changed since it was asked. */
      asks: { word: prose("Comment"), seen: number("Version seen", { min: 0 }) },
      reads: ({ on }) => { const [type, id] = splitPath(on); return { target: { ref: type, id } }; },
      sets: (asked, { word }, by) => noted(asked, { at: by.now, by: by.user, what: "approved", word }),
      then: (asked, { seen }, _by, { target = [] }) => {
        const [row] = target;
        if (!row || row.version !== (seen ?? asked.asOf)) throw new Problem("stale", { current: row, detail: "The record has changed since the approval was asked for: look at it again" });
        return [act(...splitPath(asked.on), asked.verb, asked.answers)];
      },
    },
    refuse: {
      only: approversOf, from: ["pending"], to: "refused", asks: { word: prose("Comment", { required: true }) },
      sets: (asked, { word }, by) => noted(asked, { at: by.now, by: by.user, what: "refused", word }),
    },
    delegate: {
      only: approversOf, from: ["pending"], asks: { to: ref("To", "user", { required: true }), word: prose("Comment") },
      sets: (asked, { to, word }, by) => {
        if (to === asked.asker) throw new Problem("invalid", { fields: [problem("to", "own-approval")] });
        return { approvers: [...asked.approvers.filter(one => one !== by.user && one !== to), to], remindAt: by.now, ...noted(asked, { at: by.now, by: by.user, what: "delegated", to, word }) };
      },
    },
    withdraw: {
      only: ({ asker }) => [asker], from: ["pending"], to: "withdrawn",
      sets: (asked, _given, by) => noted(asked, { at: by.now, by: by.user, what: "withdrawn" }),
    },
  },
});

type Noted = Values<typeof history>;
const noted = (asked: { history?: Noted[] }, line: Noted) => ({ history: [...asked.history ?? [], line], ...["approved", "refused", "withdrawn"].includes(line.what) && { remindAt: null } });
function approversOf({ approvers = [] }: { approvers?: string[] }): string[] { return approvers; }
