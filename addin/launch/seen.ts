import type { Known } from "../../model/known.ts";
import type { Api } from "../api.ts";
import { mailOf } from "../belongs.ts";
import type { Item, Mailbox } from "../office/mailbox.ts";

const seen = new Set<string>();

/** The sent item of a mail that was handed over without its message id is here: it is logged as it went out, once, where it was logged before. */
export async function complete(mailbox: Pick<Mailbox, "body" | "behalf" | "current">, api: Pick<Api, "log">, item: Item, known: Known): Promise<Known | undefined> {
  if (seen.has(item.key)) return undefined;
  seen.add(item.key);
  return (await api.log(await mailOf(mailbox, item), known.logged.map(({ on }) => ({ type: on.type, id: on.id })))).known;
}
