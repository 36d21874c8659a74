/**
 * The bridge of nested app authentication, as Microsoft's own Office.js puts it into a page of an add-in: the package
 * that the sandbox uses has none. It speaks the messages that MSAL documents by its types (`naa/BridgeRequestEnvelope`,
 * `naa/BridgeResponseEnvelope`), and hands on tokens of the real issuer that the test got for a person.
 */
import type { BrowserContext } from 'playwright-core';
import * as z from 'zod';
import type { EntraTokens } from './microsoft';

const Request = z.object({
  messageType: z.literal('NestedAppAuthRequest'),
  method: z.enum(['GetInitContext', 'GetToken', 'GetTokenPopup']),
  requestId: z.string().min(1),
  tokenParams: z.object({ clientId: z.string(), scope: z.string() }).optional(),
});
type Method = z.infer<typeof Request>['method'];

/** What the host answers to a request for a token. */
type Outcome = EntraTokens | 'USER_INTERACTION_REQUIRED' | 'USER_CANCEL' | 'PERSISTENT_ERROR' | 'silence';

export class NestedBridge {
  /** What was asked, in its order. */
  readonly asked: Method[] = [];
  silent: Outcome = 'USER_INTERACTION_REQUIRED';
  withPerson: Outcome = 'USER_CANCEL';

  /** Puts the bridge into every page of the add-in that this profile opens from now on. */
  async install(context: BrowserContext): Promise<void> {
    await context.exposeFunction('answerNestedAuth', (text: string) => this.answer(text));
    await context.addInitScript(() => {
      if (!location.pathname.endsWith('/taskpane.html')) return;
      const listeners = new Set<(message: string) => void>();
      Object.assign(window, {
        nestedAppAuthBridge: {
          addEventListener: (_: string, listener: (message: string) => void) => listeners.add(listener),
          removeEventListener: (_: string, listener: (message: string) => void) => listeners.delete(listener),
          postMessage: (text: string) => {
            const ask: unknown = Reflect.get(window, 'answerNestedAuth');
            if (typeof ask !== 'function') return;
            void Promise.resolve(Reflect.apply(ask, window, [text])).then((answer: unknown) => {
              if (typeof answer === 'string') listeners.forEach((listener) => listener(answer));
            });
          },
        },
      });
    });
  }

  private answer(text: string): string | undefined {
    const { method, requestId } = Request.parse(JSON.parse(text));
    this.asked.push(method);
    const envelope = { messageType: 'NestedAppAuthResponse', requestId };
    if (method === 'GetInitContext') {
      const initContext = { sdkName: 'bridge of the test', sdkVersion: '1.0', capabilities: {} };
      return JSON.stringify({ ...envelope, success: true, initContext });
    }
    const outcome = method === 'GetToken' ? this.silent : this.withPerson;
    if (outcome === 'silence') return undefined;
    if (typeof outcome === 'string') {
      const code = outcome === 'USER_INTERACTION_REQUIRED' ? 'interaction_required' : 'refused';
      return JSON.stringify({ ...envelope, success: false, error: { status: outcome, code } });
    }
    return JSON.stringify({
      ...envelope,
      success: true,
      token: { ...outcome, properties: null },
      account: { environment: 'login.microsoftonline.com', username: 'organizer@example.test' },
    });
  }
}
