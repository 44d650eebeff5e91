import { openDemo } from "../../addin/office/demo.ts";
import type { Item, Look, Mailbox } from "../../addin/office/mailbox.ts";
import { openOutlook } from "../../addin/office/outlook.ts";

declare global { interface Window { mailbox: Promise<Mailbox>; opened?: Mailbox; heard: Item[] } }

/** The smallest pane there can be: opens the door, shows whom the message is from, keeps what it heard for the test that asks. */
const demo = new URLSearchParams(location.search).has("demo");
window.heard = [];
window.mailbox = demo ? openDemo() : openOutlook();

const put = (id: string, text: string) => { document.getElementById(id)!.textContent = text; };
const show = (mailbox: Mailbox, item: Item) => {
  put("who", item.mail ? item.mail.from.name || item.mail.from.address : "");
  put("subject", item.mail?.subject ?? item.surface);
  put("text", "");
  if (item.mail) mailbox.body(item).then(({ text }) => put("text", text.slice(0, 300)), () => undefined);
};
const paint = ({ dark }: Look) => { document.documentElement.dataset["look"] = dark ? "dark" : "light"; };

window.mailbox.then(mailbox => {
  window.opened = mailbox;
  mailbox.onItem(item => { window.heard.push(item); show(mailbox, item); });
  mailbox.onLook(paint);
  paint(mailbox.look());
  show(mailbox, mailbox.current());
  document.documentElement.dataset["ready"] = "yes";
}, (error: { code?: string; detail?: string }) => { document.documentElement.dataset["failed"] = `${error.code}: ${error.detail}`; });
