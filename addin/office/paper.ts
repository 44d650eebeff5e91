import type { Attachment, Person } from "../../model/mail.ts";
import { Problem } from "../../model/problem.ts";
import { mayJoin, sizeOf, within } from "./limits.ts";
import type { Drafting, Item, Meeting } from "./mailbox.ts";

/** A draft as plain values: what Outlook keeps of a message or a meeting that is being written. */
export interface Paper {
  meeting?: { start: string; end: string; location: string };
  kind: "new" | "reply" | "forward";
  from: Person; to: Person[]; cc: Person[]; bcc: Person[];
  subject: string;
  /** The cursor stands at `<!--cursor-->`, or at the beginning. */
  html: string;
  files: (Attachment & { base64: string })[];
  saved: boolean;
  told: Record<string, string>;
}
export const emptyPaper = (of: Partial<Paper> & Pick<Paper, "from">): Paper => ({ kind: "new", to: [], cc: [], bcc: [], subject: "", html: "", files: [], saved: false, told: {}, ...of });

/** Where the cursor stands in a body. */
export const cursor = "<!--cursor-->";
/** A body with something put where the cursor is; the cursor comes to stand behind it. */
export const atCursor = (html: string, more: string): string => html.includes(cursor) ? html.replace(cursor, () => more + cursor) : more + cursor + html;

/** Writing without Outlook: the fake's side, and that of the demo's page. `changed` says what of the draft. */
export function writeOn(paperOf: (item: Item) => Promise<Paper>, changed: (paper: Paper, what: "people" | "files" | "text" | "told") => void = () => undefined): Drafting {
  const on = async <T>(item: Item, work: (paper: Paper) => T): Promise<T> => work(await paperOf(item));
  const set = (item: Item, what: "people" | "files" | "text" | "told", work: (paper: Paper) => void) => on(item, paper => { work(paper); changed(paper, what); });
  return {
    people: item => on(item, ({ from, to, cc, bcc }) => ({ from, to, cc, bcc })),
    address: (item, as, people) => set(item, "people", paper => {
      const known = new Set(paper[as].map(one => one.address.toLowerCase()));
      paper[as] = [...paper[as], ...people.filter(({ address }) => !known.has(address.toLowerCase()) && known.add(address.toLowerCase()))];
    }),
    subject: item => on(item, paper => paper.subject),
    setSubject: async (item, words) => { within("subject", words.length); await set(item, "text", paper => { paper.subject = words; }); },
    insert: async (item, html, where) => { within("body", html.length); await set(item, "text", paper => { paper.html = where === "cursor" ? atCursor(paper.html, html) : html + paper.html; }); },
    replace: async (item, html) => { within("body", html.length); await set(item, "text", paper => { paper.html = html; }); },
    attachments: item => on(item, ({ files }) => files.map(({ base64: _, ...file }) => file)),
    attach: (item, { name, base64 }) => on(item, paper => {
      mayJoin(paper.files, { name, base64 });
      const file = { id: `file-${crypto.randomUUID()}`, name, size: sizeOf(base64), contentType: "file", inline: false };
      paper.files = [...paper.files, { ...file, base64 }];
      changed(paper, "files");
      return file;
    }),
    detach: (item, id) => set(item, "files", paper => {
      if (!paper.files.some(file => file.id === id)) throw new Problem("outlook", { detail: "There is no such attachment" });
      paper.files = paper.files.filter(file => file.id !== id);
    }),
    kind: item => on(item, ({ kind, meeting }) => meeting ? undefined : kind),
    saved: item => on(item, ({ saved }) => saved),
    tell: async (item, what, words) => {
      within("session data", words?.length ?? 0);
      const property = `dealwright.${what}`;
      await set(item, "told", paper => { const { [property]: _, ...rest } = paper.told; paper.told = words === undefined ? rest : { ...rest, [property]: words }; });
    },
    told: (item, what) => on(item, ({ told }) => told[`dealwright.${what}`] || undefined),
  };
}

export const meetingOn = ({ meeting, subject, from, to, cc }: Paper): Meeting => {
  if (!meeting) throw new Problem("outlook", { detail: "This is no meeting" });
  return { subject, organizer: from, required: to, optional: cc, ...meeting };
};
/** Settings that last as long as the object they are in. */
export const settingsOn = (kept: Record<string, string>, changed: () => void = () => undefined) => ({
  get: (name: string): string | undefined => kept[name],
  async set(values: Record<string, string | undefined>): Promise<void> {
    const next = { ...kept, ...values };
    within("settings", JSON.stringify(next).length);
    for (const [name, value] of Object.entries(next)) if (value === undefined) delete kept[name]; else kept[name] = value;
    changed();
  },
});
