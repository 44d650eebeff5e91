import { Problem } from "../../model/problem.ts";
import type { Dialogs, TellParent } from "../session/handover.ts";
import { callOffice } from "./call.ts";
import { ready } from "./outlookReady.ts";

/** Outlook's own windows; one more than the one that may be open, or one that the browser holds back, is `outlook`. Where Outlook cannot tell a message's origin, it lets only ours through. */
export const dialogs: Dialogs = {
  async open(address, hear) {
    const dialog = await callOffice<Office.Dialog>("window", done => Office.context.ui.displayDialogAsync(address, { width: 30, height: 60, promptBeforeOpen: false }, done), 60_000);
    const unknown = Office.context.requirements.isSetSupported("DialogOrigin", "1.1") ? undefined : location.origin;
    return new Promise((resolve, reject) => {
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, told => {
        if (!("message" in told) || !hear(told.message, told.origin ?? unknown)) return;
        dialog.close();
        resolve(true);
      });
      dialog.addEventHandler(Office.EventType.DialogEventReceived, told => {
        if ("error" in told && told.error === 12006) return resolve(false);
        dialog.close();
        reject(new Problem("outlook", { detail: `The window's page could not be shown (${"error" in told ? told.error : "?"})` }));
      });
    });
  },
};

/** For a page inside such a window. */
export const tellParent: TellParent = async (message, targetOrigin) => {
  await ready(10_000);
  Office.context.ui.messageParent(message, { targetOrigin });
};
