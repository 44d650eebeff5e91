/** The kinds of activity. */
export const kinds = {
  task: "Task", phoneCall: "Phone call", email: "E-mail", appointment: "Appointment", letter: "Letter", fax: "Fax",
  opportunityClose: "Opportunity close", quoteClose: "Quote close", orderClose: "Order close",
} as const;

/** The Dynamics status reasons of each kind, by our status and reason: what is the same word differs in number from kind to kind. */
export const reasonCodes: Record<keyof typeof kinds, Record<string, Record<string, number>>> = {
  task: { open: { notStarted: 2, inProgress: 3, waiting: 4, deferred: 7 }, completed: { completed: 5 }, canceled: { canceled: 6 } },
  phoneCall: { open: { open: 1 }, completed: { made: 2, received: 4 }, canceled: { canceled: 3 } },
  email: { open: { draft: 1, failed: 8 }, completed: { completed: 2, sent: 3, received: 4, pendingSend: 6, sending: 7 }, canceled: { canceled: 5 } },
  appointment: { open: { free: 1, tentative: 2 }, completed: { completed: 3 }, canceled: { canceled: 4 }, scheduled: { busy: 5, outOfOffice: 6 } },
  letter: { open: { open: 1, draft: 2 }, completed: { received: 3, sent: 4 }, canceled: { canceled: 5 } },
  fax: { open: { open: 1 }, completed: { completed: 2, sent: 3, received: 4 }, canceled: { canceled: 5 } },
  opportunityClose: { open: { open: 1 }, completed: { completed: 2 }, canceled: { canceled: 3 } },
  quoteClose: { open: { open: 1 }, completed: { completed: 2 }, canceled: { canceled: 3 } },
  orderClose: { open: { open: 1 }, completed: { completed: 2 }, canceled: { canceled: 3 } },
};

interface Doing { kind: string; direction?: string; happened?: string }
/** The reason that goes with having been done. */
export const doneAs = ({ kind, direction }: Doing): string => {
  const incoming = direction === "incoming";
  return kind === "phoneCall" ? incoming ? "received" : "made" : ["email", "letter", "fax"].includes(kind) ? incoming ? "received" : "sent" : "completed";
};
/** Mails and closings have happened when they are written down, and so has whatever says when. */
export const bornAs = (values: Doing): { status: string; reason: string } =>
  values.kind === "email" || values.kind.endsWith("Close") || values.happened ? { status: "completed", reason: values.kind === "email" && values.direction !== "outgoing" ? "received" : doneAs(values) }
  : values.kind === "appointment" ? { status: "scheduled", reason: "busy" } : { status: "open", reason: values.kind === "task" ? "notStarted" : "open" };
