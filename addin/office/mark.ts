import { Problem } from "../../model/problem.ts";
import { callOffice, type Answer } from "./call.ts";
import type { Mark } from "./mailbox.ts";
import { chop } from "./text.ts";

type Done<T = void> = (answer: Answer<T>) => void;
interface Properties { get(name: string): unknown; set(name: string, value: unknown): void; remove(name: string): void; saveAsync(done: Done): void }

/** What marking needs of a message, in Outlook's words. */
export interface Markable {
  itemType?: unknown;
  loadCustomPropertiesAsync(done: Done<any>): void;
  notificationMessages: { replaceAsync(key: string, message: any, done: Done<any>): void; removeAsync(key: string, done: Done<any>): void };
  categories: { getAsync(done: Done<any>): void; addAsync(names: string[], done: Done<any>): void; removeAsync(names: string[], done: Done<any>): void };
}

/** The category that shows in the message list, the key of the notice and of the property, and the icon's name in the manifest's resources. */
export const marks = { category: "Dealwright", key: "dealwright", icon: "Icon.16x16" };

/** Marks a message in each way that this Outlook has, one after the other, so that none is begun once another message is shown (then rejects with `changed-item`). Resolves to what could not be done. */
export async function markMessage(message: Markable, as: Mark, { may, stillThere }: { may: (version: string) => boolean; stillThere: () => boolean }): Promise<string[]> {
  const undone: string[] = [];
  if (as.ifWrong && await isMarked(message) === as.logged) return [];
  const ways = [property, ...may("1.3") ? [notice] : [], ...may("1.8") ? [category] : []];
  for (const way of ways) {
    if (!stillThere()) throw new Problem("changed-item");
    await way(message, as).catch((error: Error) => undone.push(error.message));
  }
  return undone;
}

/** By the property, which every Outlook has. */
const isMarked = async (message: Markable): Promise<boolean> =>
  (await callOffice<Properties>("custom properties", done => message.loadCustomPropertiesAsync(done))).get(marks.key) === "logged";

type Way = (message: Markable, as: { logged: boolean; words: string }) => Promise<void>;

/** Tried twice: the first save on a fresh message is known to fail at times. */
const property: Way = async (message, { logged }) => {
  const once = async () => {
    const properties = await callOffice<Properties>("custom properties", done => message.loadCustomPropertiesAsync(done));
    if (logged) properties.set(marks.key, "logged"); else properties.remove(marks.key);
    if (String(message.itemType) === "appointment") properties.set("EventLogged", logged); // the telephone's log button shows it
    await callOffice<void>("saving custom properties", done => properties.saveAsync(done));
  };
  await once().catch(once);
};

const notice: Way = (message, { logged, words }) => logged
  ? callOffice<void>("notice", done => message.notificationMessages.replaceAsync(marks.key, { type: "informationalMessage", icon: marks.icon, message: chop(words, 150), persistent: false }, done))
  : callOffice<void>("notice", done => message.notificationMessages.removeAsync(marks.key, done)).catch(() => undefined);

/** Only a category of the mailbox's own list can be put on a message, and that list is not ours to change. */
const category: Way = async (message, { logged }) => {
  const worn = await callOffice<{ displayName: string }[] | null>("categories", done => message.categories.getAsync(done));
  const wears = (worn ?? []).some(one => one.displayName === marks.category);
  if (logged && !wears) await callOffice<void>(`category ${marks.category}`, done => message.categories.addAsync([marks.category], done));
  if (!logged && wears) await callOffice<void>(`category ${marks.category}`, done => message.categories.removeAsync([marks.category], done));
};
