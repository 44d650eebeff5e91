import type { Mail } from "../../model/mail.ts";
import { callOffice, queue } from "./call.ts";
import type { Picked, Several } from "./mailbox.ts";
import { has } from "./outlookDraft.ts";
import { behalfOf, describe, type ReadItem } from "./outlookItem.ts";

type Loaded = ReadItem & { unloadAsync(done: (answer: { status: unknown; value: void }) => void): void };
/** As many as Outlook lets one select. */
const most = 100;

/** The messages that are selected. Only these two calls want the whole mailbox, which a company's manifest asks for or not; where it does not, Outlook refuses and nothing is ever selected. */
export function openSeveral(box: Office.Mailbox): Several | undefined {
  if (!has("1.15")) return undefined;
  const hearers = new Set<() => void>(), oneByOne = queue(1);
  let now: readonly Picked[] = [], asked = 0;
  const changed = async () => {
    const mine = ++asked, found = await callOffice<Office.SelectedItemDetails[]>("selection", done => box.getSelectedItemsAsync(done)).catch(() => []);
    const next = found.filter(({ itemType, itemMode }) => /message/i.test(itemType) && /read/i.test(itemMode)).slice(0, most).map(({ itemId, subject }) => ({ id: itemId, subject }));
    if (mine !== asked || String(next.map(one => one.id)) === String(now.map(one => one.id))) return;
    now = next;
    for (const hear of hearers) hear();
  };
  callOffice<void>("selection changes", done => box.addHandlerAsync(Office.EventType.SelectedItemsChanged, () => void changed(), done)).then(changed, () => undefined);
  return {
    now: () => now,
    hear: hear => { hearers.add(hear); return () => hearers.delete(hear); },
    read: one => oneByOne(() => read(box, one)),
  };
}

/** Outlook loads one message at a time, and no other before that one is let go. */
async function read(box: Office.Mailbox, { id }: Picked): Promise<Mail> {
  const loaded = has("1.15") ? await callOffice<Loaded>("loading a message", done => box.loadItemByIdAsync(id, done as never)) : undefined as never;
  try {
    const body = (kind: Office.CoercionType) => callOffice<string>(`body as ${kind}`, done => loaded.body.getAsync(kind, done));
    const [text, html] = await Promise.all([body(Office.CoercionType.Text).catch(() => ""), body(Office.CoercionType.Html).catch(() => undefined)]);
    const behalf = await behalfOf(loaded);
    return { ...describe(loaded).mail!, text, ...html !== undefined && { html }, ...behalf !== undefined && { behalf } };
  } finally { if (has("1.15")) await callOffice<void>("letting a message go", done => loaded.unloadAsync(done)).catch(() => undefined); }
}
