import type { Faults } from "./faults.ts";
import { drawDialog } from "./dom.ts";
import { HostError } from "./hostError.ts";
import { isDraft, type Change, type Desk, type Item } from "./items.ts";
import { methods } from "./methods.ts";
import { appContext, initialData, type Settings } from "./wire.ts";

/** A message of the library's protocol, as far as the host reads it. */
interface Packet { _messageType: number; _actionName: string; _actionType?: number; _conversationId?: string; _correlationId: number; _data: any }
export interface Frame {
  element: HTMLIFrameElement; kind: "pane" | "dialog" | "commands"; id: string; conversation: string; origin: string; listeners: Map<string, Packet>; opener?: Frame;
  /** What the library is served from; `first` is what it began with. */
  item: () => Item | undefined; first: Item | undefined;
  onClose: () => void;
}
interface Opening { kind?: Frame["kind"]; item?: () => Item | undefined; place?: HTMLElement; opener?: Frame; onClose?: () => void }

/** Plays Outlook on the web to Microsoft's own library: opens pages of the add-in in frames, answers their calls from the desk, tells them of changes. Knows frames by their window and origin; nobody else is heard. */
export class OfficeHost {
  readonly calls: string[] = [];
  readonly frames = new Set<Frame>();
  /** Answers a request of nested app authentication; a test sets it, together with the bridge in the pane's frame. Rejecting with `{status, ...}` is an error of the bridge. */
  nestedAuth: ((request: any) => Promise<object>) | undefined;
  private readonly invocations = new Map<string, (event: unknown) => void>();
  private readonly failed = new WeakMap<Item, Set<string>>();
  private wandered = 0;

  constructor(readonly desk: Desk, readonly settings: Settings, readonly faults: Faults) {
    window.addEventListener("message", event => { void this.receive(event); });
    desk.onChange((what, item) => { if (item && isDraft(item)) this.tellDraft(what, item.id); });
  }

  open(address: string, { kind = "pane", item = () => this.desk.selected, place = document.body, opener, onClose = () => undefined }: Opening = {}): Frame {
    const url = new URL(address, location.href), id = kind === "pane" ? this.settings.addinId : `${this.settings.addinId}-${kind}-${crypto.randomUUID()}`;
    const conversation = crypto.randomUUID(), correlation = crypto.randomUUID();
    const info = (mark: string) => ["Outlook", "Web", "16.01", this.settings.language, correlation, kind === "dialog" ? "isDialog" : "", "disableLogging", "16"].join(mark);
    const element = document.createElement("iframe");
    element.name = JSON.stringify({ baseFrameName: `_xdm_${id}`, hostInfo: info("|"), xdmInfo: `${conversation}|${id}|${location.href}`, serializerVersion: "1", flights: "[]" });
    element.title = kind === "pane" ? this.settings.addinName : kind;
    element.className = `addin ${kind}`;
    element.hidden = kind === "commands";
    element.setAttribute("sandbox", "allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals");
    element.src = `${url.origin}${url.pathname}${url.search ? `${url.search}&` : "?"}_host_Info=${info("$")}${url.hash}`;
    const frame: Frame = { element, kind, id, conversation, origin: url.origin, listeners: new Map(), opener, item, first: item(), onClose };
    this.frames.add(frame);
    if (kind === "dialog") drawDialog(element, () => this.close(frame)); else place.append(element);
    return frame;
  }
  close(frame: Frame): void {
    this.frames.delete(frame);
    frame.element.closest(".over")?.remove();
    frame.element.remove();
    frame.onClose();
    if (frame.kind === "dialog" && frame.opener) this.fire(frame.opener, "dialogMessageReceived", { messageType: 12006 });
  }

  private painted: Record<string, number> | undefined;
  paint(theme: Record<string, number>): void {
    for (const frame of this.frames) this.fire(frame, "officeThemeChanged", [JSON.stringify(this.faults.themeBehind ? this.painted ?? theme : theme)]);
    this.painted = theme;
  }

  /** Runs a function of the add-in's command page or event handler; resolves with what it completed with. */
  async invoke(frame: Frame, name: string, event: object = {}): Promise<unknown> {
    const id = crypto.randomUUID();
    while (!frame.listeners.has("appCommandInvoked")) { if (!this.frames.has(frame)) return null; await new Promise(next => setTimeout(next, 20)); }
    const done = new Promise(resolve => this.invocations.set(id, resolve));
    this.fire(frame, "appCommandInvoked", [id, name, JSON.stringify(event)]);
    return done;
  }

  /** Tells a pane that another item is shown where it is. */
  tellItem(frame: Frame): void {
    const { itemChanged, lateBy, frozen } = this.faults;
    if (frozen || itemChanged === "missing") return;
    if (itemChanged === "reload") { frame.listeners.clear(); frame.first = frame.item(); frame.element.setAttribute("src", frame.element.src); return; }
    const tell = (item: Item | undefined) => this.fire(frame, "olkItemSelectedChanged", item ? this.dataOf(item) : "");
    if (itemChanged === "null first") tell(undefined);
    if (itemChanged === "prompt") tell(frame.item()); else setTimeout(() => tell(frame.item()), lateBy);
  }
  private tellDraft(what: Change, id: string): void {
    if (this.faults.draftEvents === "missing") return;
    for (const frame of this.frames) {
      const item = frame.item();
      if (!isDraft(item) || item.id !== id) continue;
      const all = { to: true, cc: true, bcc: true, requiredAttendees: true, optionalAttendees: true, resources: false };
      if (what === "people") this.fire(frame, "olkRecipientsChanged", [JSON.stringify(all)]);
      if (what === "files") this.fire(frame, "olkAttachmentsChanged", [JSON.stringify({ attachmentStatus: "added", attachmentDetails: {} })]);
      if (what === "times") this.fire(frame, "olkAppointmentTimeChanged", [JSON.stringify({ start: Date.parse(item.meeting!.start), end: Date.parse(item.meeting!.end) })]);
    }
  }
  private servedTo(frame: Frame): Item | undefined { return this.faults.frozen ? frame.first : frame.item(); }
  private dataOf(item: Item | undefined) {
    const data = initialData(this.settings, item) as { id?: string; conversationId?: string; to?: object[]; cc?: object[] }, { wanderingIds, strayConversation, recipientsShown, sharedMailbox } = this.faults;
    if (sharedMailbox && item && !isDraft(item)) Object.assign(data, { isFromSharedFolder: true });
    if (wanderingIds && data.id) data.id += `-${++this.wandered}`;
    if (strayConversation && data.conversationId) data.conversationId += `-stray${++this.wandered}`;
    for (const field of ["to", "cc"] as const) data[field] &&= data[field].slice(0, recipientsShown);
    return data;
  }

  private async receive({ source, origin, data }: MessageEvent): Promise<void> {
    const frame = [...this.frames].find(one => one.element.contentWindow === source && one.origin === origin);
    const packet = frame && parsed(data);
    if (!frame || !packet || this.faults.dead) return;
    if (packet.messageType === "NestedAppAuthRequest") return this.answerAuth(frame, packet);
    if (packet._messageType !== 0 || packet._conversationId?.replace(/_ntf$/, "") !== frame.conversation) return;
    if (packet._actionType === 1) return this.listen(frame, packet);
    if (packet._actionType === 2) { frame.listeners.delete(packet._actionName); return this.reply(frame, packet, { Error: 0 }); }
    if (packet._actionName === "ContextActivationManager_getAppContextAsync") return this.reply(frame, packet, appContext(this.settings, frame, this.desk.roaming));
    if (packet._actionName === "GetInitialData") return this.reply(frame, packet, this.dataOf(this.servedTo(frame)));
    if (packet._actionName === "ExecuteMethod") return this.execute(frame, packet);
    if (packet._actionName === "executeMethod") return this.executeCommon(frame, packet);
    if (packet._actionName === "ContextActivationManager_notifyHost") leavePane(frame.element, packet._data?.[1]);
    this.reply(frame, packet, null);
  }

  private listen(frame: Frame, packet: Packet): void {
    frame.listeners.set(packet._actionName, packet);
    this.reply(frame, packet, { Error: 0 });
    if (packet._actionName === "dialogMessageReceived") this.open((JSON.parse(packet._data.targetId) as { url: string }).url, { kind: "dialog", opener: frame, item: () => undefined });
  }

  private async execute(frame: Frame, packet: Packet): Promise<void> {
    const { ApiParams, MethodData: { DispatchId } } = packet._data as { ApiParams: any; MethodData: { DispatchId: number } };
    const method = methods[DispatchId], name = method?.name ?? String(DispatchId);
    this.calls.push(name);
    const wait = this.faults.slow[name] ?? this.faults.latency;
    if (wait) await new Promise(next => setTimeout(next, wait));
    if (this.faults.silent.includes(name)) return;
    const item = this.servedTo(frame);
    try {
      const code = this.faults.errors[name] ?? this.firstFailure(name, item);
      if (code) throw new HostError(code);
      if (!method) throw new HostError(5000);
      const value = method.run(ApiParams ?? {}, item, this);
      if (this.faults.mute.includes(name)) return;
      this.reply(frame, packet, method.flat ? value : { error: false, data: value });
    } catch (error) {
      const errorCode = error instanceof HostError ? error.code : 9020;
      if (!(error instanceof HostError)) console.error(`Simulated Outlook, ${name}:`, error);
      this.reply(frame, packet, { error: true, errorCode, wasSuccessful: false, errorName: name, errorMessage: `Error ${errorCode}` });
    }
  }

  private firstFailure(name: string, item: Item | undefined): number | undefined {
    const code = this.faults.once[name];
    if (!code || !item) return undefined;
    const failed = this.failed.get(item) ?? new Set();
    this.failed.set(item, failed);
    return failed.has(name) ? undefined : (failed.add(name), code);
  }

  /** The layer under Outlook's: completed events, closing, dialogs. */
  private executeCommon(frame: Frame, packet: Packet): void {
    const data = packet._data, answer = (error = 0) => this.reply(frame, packet, { Version: 1, Error: error });
    switch (data.DdaMethod.DispatchId) {
      case 94: answer(); this.invocations.get(data[0])?.(data[2] ? JSON.parse(data[2]) : null); return;
      case 97: answer(); this.close(frame); return;
      case 98: answer(13012); return;
      case 144: answer(); if (frame.opener) this.fire(frame.opener, "dialogMessageReceived", { messageType: 0, messageContent: data.messageToParent, messageOrigin: frame.origin }); return;
      case 145: answer(); for (const dialog of this.frames) if (dialog.opener === frame) this.fire(dialog, "dialogParentMessageReceived", { messageType: 0, messageContent: data.messageContent, messageOrigin: frame.origin }); return;
      default: answer(5000);
    }
  }

  private async answerAuth(frame: Frame, request: { requestId: string; method: string }): Promise<void> {
    const steps = ["GetInitContext", "GetToken", "GetTokenPopup"], { signIn, signInFrom } = this.faults, wrong = steps.indexOf(request.method) >= steps.indexOf(signInFrom) ? signIn : request.method === "GetToken" ? "USER_INTERACTION_REQUIRED" : "";
    if (wrong === "silent") return;
    const outcome = wrong ? { error: wrong === "empty" ? {} : wrong === "executor" ? { code: "native_executor_error" } : { status: wrong } } : this.nestedAuth ? await this.nestedAuth(request).catch((error: object) => ({ error })) : { error: { status: "DISABLED" } };
    frame.element.contentWindow?.postMessage(JSON.stringify({ messageType: "NestedAppAuthResponse", requestId: request.requestId, success: !("error" in outcome), ...outcome }), frame.origin);
  }

  private fire(frame: Frame, event: string, payload: unknown): void {
    const listener = frame.listeners.get(event);
    if (listener) this.post(frame, { _messageType: 1, _responseType: 1, _actionName: event, _correlationId: listener._correlationId, _errorCode: 0, _data: payload });
  }
  private reply(frame: Frame, to: Packet, data: unknown): void {
    this.post(frame, { _messageType: 1, _responseType: 0, _actionName: to._actionName, _correlationId: to._correlationId, _errorCode: 0, _data: data });
  }
  private post(frame: Frame, packet: object): void {
    frame.element.contentWindow?.postMessage(JSON.stringify({ _conversationId: frame.conversation, _origin: location.origin, _serializerVersion: 1, ...packet }), frame.origin);
  }
}

/** Where Tab leaves a page of the add-in, Outlook goes on with its own controls before or behind it. */
function leavePane(pane: HTMLIFrameElement, action: unknown): void {
  const back = action === 14;
  if (action !== 13 && !back) return;
  const around = [...document.querySelectorAll<HTMLElement>("button:not([disabled]), select, input, [tabindex='0']")].filter(one => one.checkVisibility() && (pane.compareDocumentPosition(one) & (back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING)));
  pane.blur();
  (back ? around.at(-1) : around[0] ?? document.querySelector<HTMLElement>(".folder"))?.focus();
}

function parsed(data: unknown): any {
  try { return typeof data === "string" ? JSON.parse(data) : undefined; } catch { return undefined; }
}
