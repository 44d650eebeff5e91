import type { RecordName } from "../model/records.ts";

/** Where in the pane one is. Kept in memory only: office.js takes history.pushState away. */
export type Place =
  | { at: "home" }                                                // the message, or My day where there is none
  | { at: "day" }                                                 // My day, also while a message is shown
  | { at: "lead-from-mail"; address: string }                     // the prefilled form for one person of the message
  | { at: "log-to" }                                              // choose the record that the message belongs to
  | { at: "record"; type: RecordName; id: string; edit?: string; quick?: "task" | "phoneCall" | "appointment" | "note" } // `edit`: with this field open to be filled in; `quick`: with this to be added
  | { at: "new"; type: RecordName; values?: Record<string, unknown> }
  | { at: "list"; type: RecordName; view?: string; filter?: Record<string, string> }
  | { at: "import"; type: RecordName }                            // records from a file
  | { at: "types" }                                               // every type of record there is
  | { at: "library" }                                             // what there is to send, and who has it
  | { at: "pipeline" }                                            // deals by stage, month and age, and what became of them
  | { at: "dialog"; id: string }                                  // a guided conversation on its way, or its summary
  | { at: "ways" }                                                // the company's ways: rules, processes, dialogs, automations, packs
  | { at: "waiting" }                                             // what the service has not taken yet
  | { at: "search"; text?: string }
  | { at: "settings" };
