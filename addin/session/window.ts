import { Problem } from "../../model/problem.ts";
import type { Dialogs, TellParent } from "./handover.ts";

/** Plain browser windows, where the pane is not in an Outlook that opens its own. */
export const windowDialogs: Dialogs = {
  open: (address, hear) => new Promise((resolve, reject) => {
    const opened = window.open(address, "_blank", "popup,width=480,height=640");
    if (!opened) return reject(new Problem("outlook", { detail: "The browser did not open the sign-in window" }));
    const watch = setInterval(() => { if (opened.closed) finish(false); }, 250);
    const listen = (event: MessageEvent) => {
      if (event.source === opened && typeof event.data === "string" && hear(event.data, event.origin)) finish(true);
    };
    window.addEventListener("message", listen);
    function finish(heard: boolean) {
      clearInterval(watch);
      window.removeEventListener("message", listen);
      opened!.close();
      resolve(heard);
    }
  }),
};

/** The browser drops the message where the opener is of another origin by now. */
export const tellOpener: TellParent = async (message, origin) => {
  if (!window.opener) throw new Problem("outlook", { detail: "Nobody opened this page" });
  (window.opener as Window).postMessage(message, origin);
};
