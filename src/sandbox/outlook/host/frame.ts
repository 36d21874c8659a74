/**
 * One page of the add-in in its iframe, connected to the item that it belongs to.
 *
 * Messages are taken only from that frame and that origin, and sent to that origin only. Everything else that
 * arrives is ignored; whatever Office.js asks is answered.
 */
import { envelope, hostCalls } from './calls';
import type { Answer, CallContext } from './calls/call';
import { describeRecurrence } from './calls/recurrence';
import { answerAs, imitating } from './client/imitation';
import { colorSchemeOf, officeThemes, appearanceOf } from './client/officeTheme';
import { tellsEvent } from './client/requirementSets';
import type { ClientSettings } from './client/settings';
import type { FrameRole, HostControl } from './control';
import { appContext, frameName, initialData } from './initial-data';
import type { Request } from './protocol';
import * as protocol from './protocol';
import { describeLocation } from './locations';
import type { ItemEvent } from './session';

/** What the page around a frame may want to hear. */
export interface FrameListeners {
  /** Office.js started and registered for ribbon functions: functions can be invoked from now on. */
  onReady?(): void;
  /** A ribbon function ended; status 0 is success. */
  onCommandCompleted?(commandId: string, status: number): void;
  /** Office.js shows its own question inside the frame, or stopped to. */
  onPrompt?(shown: boolean): void;
  /** The browser did not let the add-in open this window. */
  onWindowBlocked?(url: string): void;
  /** The person leaves the frame by keyboard. */
  onLeave?(how: 'forward' | 'backward' | 'escape'): void;
}

export interface FrameOptions {
  /** Where the page is shown. */
  readonly container: HTMLElement;
  /** What a screen reader calls the page. */
  readonly title: string;
  readonly url: string;
  readonly role: FrameRole;
  readonly context: CallContext;
  readonly control: HostControl;
  readonly now: () => number;
  readonly listeners?: FrameListeners;
}

const leaving = new Map<number, 'forward' | 'backward' | 'escape'>([
  [13, 'forward'],
  [14, 'backward'],
  [15, 'escape'],
  [17, 'forward'],
  [18, 'backward'],
]);
/** What the host says to move the focus into the frame. */
const tabIn = 11;

export class AddInFrame {
  readonly #options: FrameOptions;
  readonly #iframe = document.createElement('iframe');
  readonly #origin: string;
  readonly #conversationId = `conversation-${crypto.randomUUID()}`;
  readonly #controlId = `control-${crypto.randomUUID()}`;
  readonly #correlationId = crypto.randomUUID();
  readonly #registrations = new Map<string, Request>();
  readonly #stops: (() => void)[] = [];
  /** The client as it was when the page started; it stays that for this page. */
  readonly #settings: ClientSettings;
  readonly #context: CallContext;
  #toldColors: string | undefined;
  #disposed = false;

  constructor(options: FrameOptions) {
    this.#options = options;
    this.#settings = options.control.settings();
    this.#context = imitating(options.context, this.#settings);
    this.#origin = new URL(options.url, window.location.href).origin;
  }

  /** Loads the page. */
  start(): void {
    const { container, title, url, context, control } = this.#options;
    const receive = (event: MessageEvent<unknown>) => this.#receive(event);
    window.addEventListener('message', receive);
    this.#stops.push(() => window.removeEventListener('message', receive));
    this.#stops.push(context.session.listen((event) => this.#tell(event)));
    this.#stops.push(control.watchSettings(() => this.#showTheme()));
    // The name must be there before the frame is: a browser does not take over a later one.
    this.#iframe.name = frameName(
      this.#conversationId,
      this.#controlId,
      window.location.origin,
      this.#correlationId,
      this.#settings,
    );
    this.#iframe.title = title;
    // As Outlook on the web frames an add-in: no modal boxes, no way to steer the page around it.
    this.#iframe.setAttribute(
      'sandbox',
      'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads',
    );
    this.#iframe.allow = 'clipboard-write';
    this.#showTheme();
    this.#iframe.src = addressFor(url, this.#settings);
    container.append(this.#iframe);
  }

  dispose(): void {
    this.#disposed = true;
    for (const stop of this.#stops.splice(0)) stop();
    this.#registrations.clear();
    this.#iframe.remove();
  }

  get ready(): boolean {
    return this.#registrations.has(protocol.eventName.commandInvoked);
  }

  /** Runs a ribbon function; false while the page is not ready for it. */
  invoke(commandId: string, functionName: string, sourceId: string): boolean {
    return this.#fire(protocol.eventName.commandInvoked, {
      0: commandId,
      1: functionName,
      2: JSON.stringify({ source: { id: sourceId } }),
    });
  }

  /** Moves the keyboard focus to the first control of the add-in. */
  focusFirst(): void {
    this.#post(
      JSON.stringify({
        _messageType: 0,
        _actionName: 'Office_notifyAgave',
        _conversationId: `${this.#conversationId}_ntf`,
        _correlationId: 0,
        _origin: window.location.origin,
        _data: [tabIn],
        _actionType: 0,
        _serializerVersion: 1,
      }),
    );
  }

  #receive(event: MessageEvent<unknown>): void {
    if (event.source !== this.#iframe.contentWindow || event.origin !== this.#origin) return;
    const request = protocol.parseRequest(event.data);
    if (!request || request._conversationId !== this.#conversationId) return;
    if (request._actionType === protocol.actionType.invoke) void this.#answer(request);
    else this.#register(request);
  }

  async #answer(request: Request): Promise<void> {
    switch (request._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        return this.#respond(request, this.#start());
      case 'ContextActivationManager_notifyHost':
        this.#notified(request._data);
        return this.#respond(request, {});
      case 'ContextActivationManager_openWindowInHost': {
        const asked = protocol.WindowRequest.safeParse(request._data);
        if (asked.success) this.#options.listeners?.onWindowBlocked?.(asked.data.strUrl);
        return this.#respond(request, {});
      }
      case 'GetInitialData':
        return this.#initialData(request);
      case 'ExecuteMethod':
        return this.#itemCall(request);
      case 'executeMethod':
        return this.#commonCall(request);
      default:
        return this.#respond(request, {
          error: true,
          errorCode: protocol.errorCode.notSupported,
          Error: protocol.errorCode.notSupported,
          wasSuccessful: false,
        });
    }
  }

  #start(): object {
    this.#options.control.record({ kind: 'start', dispatchId: 0, name: 'start', frame: this.#options.role });
    return appContext(
      this.#context.host,
      this.#controlId,
      window.location.origin,
      this.#origin,
      this.#correlationId,
      this.#settings,
    );
  }

  async #initialData(request: Request): Promise<void> {
    const { control, role, now } = this.#options;
    const record = control.record({ kind: 'method', dispatchId: 1, name: 'getInitialData', frame: role });
    await control.judge(1, record.name).ready;
    record.answered = now();
    this.#respond(request, initialData(this.#context, now(), this.#settings));
  }

  async #itemCall(request: Request): Promise<void> {
    const call = protocol.ItemCall.safeParse(request._data);
    if (!call.success)
      return this.#respond(request, envelope({ errorCode: protocol.errorCode.notSupported }));
    const { DispatchId: id } = call.data.MethodData;
    const name = hostCalls.get(id)?.name ?? 'unknown';
    const answer = await this.#judged(id, name, () =>
      answerAs(this.#settings, this.#context, id, call.data.ApiParams),
    );
    this.#respond(request, envelope(answer));
  }

  async #commonCall(request: Request): Promise<void> {
    const call = protocol.CommonCall.safeParse(request._data);
    if (!call.success) return this.#respond(request, { Error: protocol.errorCode.notSupported, Version: 1 });
    const { DispatchId: id } = call.data.DdaMethod;
    const answer = await this.#judged(id, commonName(id), () => this.#runCommon(id, request._data));
    this.#respond(request, { Error: 'errorCode' in answer ? answer.errorCode : 0, Version: 1 });
  }

  #runCommon(id: number, data: unknown): Promise<Answer> {
    if (id === protocol.commonCall.commandCompleted) {
      const completion = protocol.CommandCompletion.safeParse(data);
      if (!completion.success) return Promise.resolve({ errorCode: protocol.errorCode.invalidParameter });
      this.#options.listeners?.onCommandCompleted?.(completion.data[0], completion.data[1]);
      return Promise.resolve({ data: null });
    }
    const code =
      id === protocol.commonCall.getAccessToken
        ? protocol.errorCode.noSingleSignOn
        : protocol.errorCode.notSupported;
    return Promise.resolve({ errorCode: code });
  }

  /** Runs a call under the faults that were asked for, and writes down how it went. */
  async #judged(id: number, name: string, run: () => Promise<Answer>): Promise<Answer> {
    const { control, role, now } = this.#options;
    const record = control.record({ kind: 'method', dispatchId: id, name, frame: role });
    const verdict = control.judge(id, name);
    await verdict.ready;
    let answer: Answer = verdict.failBefore === undefined ? await run() : { errorCode: verdict.failBefore };
    if (verdict.failAfter !== undefined) answer = { errorCode: verdict.failAfter };
    record.answered = now();
    if ('errorCode' in answer) record.errorCode = answer.errorCode;
    return answer;
  }

  #register(request: Request): void {
    const starts = request._actionType === protocol.actionType.register;
    const asked = protocol.Registration.safeParse(request._data);
    const name = request._actionName;
    this.#options.control.record({
      kind: starts ? 'register' : 'unregister',
      dispatchId: asked.success ? asked.data.eventDispId : 0,
      name,
      frame: this.#options.role,
    });
    if (starts && !tellsEvent(this.#settings.requirementSet, name)) {
      this.#respond(request, { Error: protocol.errorCode.notSupported });
      return;
    }
    if (starts) this.#registrations.set(name, request);
    else this.#registrations.delete(name);
    this.#respond(request, { Error: 0 });
    // The package has no other way to tell the theme that there is.
    if (starts && name === protocol.eventName.themeChanged) this.#showTheme();
    if (name === protocol.eventName.promptShown) this.#options.listeners?.onPrompt?.(starts);
    if (starts && name === protocol.eventName.commandInvoked) this.#options.listeners?.onReady?.();
  }

  #notified(data: unknown): void {
    const action = Array.isArray(data) ? Number(data[1]) : NaN;
    const how = leaving.get(action);
    if (how) this.#options.listeners?.onLeave?.(how);
  }

  #tell(event: ItemEvent): void {
    switch (event.kind) {
      case 'timeChanged':
        this.#fire(protocol.eventName.timeChanged, [JSON.stringify({ start: event.start, end: event.end })]);
        break;
      case 'recurrenceChanged': {
        // The recurrence is a JSON string within the JSON string.
        const recurrence = JSON.stringify(describeRecurrence(event.recurrence));
        this.#fire(protocol.eventName.recurrenceChanged, [JSON.stringify({ recurrence })]);
        break;
      }
      case 'recipientsChanged':
        this.#fire(protocol.eventName.recipientsChanged, [
          JSON.stringify({ requiredAttendees: event.required, optionalAttendees: event.optional }),
        ]);
        break;
      case 'locationsChanged':
        this.#fire(protocol.eventName.locationsChanged, [
          JSON.stringify({ enhancedLocations: event.locations.map(describeLocation) }),
        ]);
        break;
      case 'itemChanged':
        this.#fire(
          protocol.eventName.itemChanged,
          initialData(this.#context, this.#options.now(), this.#settings),
        );
        break;
    }
  }

  /** The frame's colour scheme decides what `prefers-color-scheme` says inside; the event tells the colours. */
  #showTheme(): void {
    const { theme } = this.#options.control.settings();
    this.#iframe.style.colorScheme = colorSchemeOf(theme);
    const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
    const colors = JSON.stringify(officeThemes[appearanceOf(theme, systemIsDark)]);
    if (colors === this.#toldColors) return;
    if (this.#fire(protocol.eventName.themeChanged, [colors])) this.#toldColors = colors;
  }

  #fire(name: string, data: unknown): boolean {
    const registration = this.#registrations.get(name);
    if (!registration) return false;
    this.#post(protocol.response(registration, window.location.origin, data, true));
    return true;
  }

  #respond(request: Request, data: object): void {
    this.#post(protocol.response(request, window.location.origin, data));
  }

  #post(message: string): void {
    if (!this.#disposed) this.#iframe.contentWindow?.postMessage(message, this.#origin);
  }
}

function commonName(id: number): string {
  if (id === protocol.commonCall.commandCompleted) return 'command.completed';
  return id === protocol.commonCall.getAccessToken ? 'getAccessToken' : 'unknown';
}

/** The page's address with the client in it, which the package of Office.js would not let it hear (`client-name.js`). */
function addressFor(url: string, { client }: ClientSettings): string {
  const address = new URL(url, window.location.href);
  if (client !== 'web') address.searchParams.set('sandbox-client', client);
  return address.href;
}
