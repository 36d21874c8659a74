/** Which way leads to a token: Outlook's own first, the window where that does not lead there. */
import { ProductError } from '../../../src/domain/errors';
import { tokenAnswer, errorAnswer } from '../../../src/taskpane/microsoft/answer';
import type { Nested } from '../../../src/taskpane/microsoft/msal';
import { createTokens, type TokenWorld } from '../../../src/taskpane/microsoft/tokens';

const OWN = 'ooooooooo.wwwwwwwww.nnnnnnnnn';
const WINDOWED = 'wwwwwwwww.iiiiiiiii.nnnnnnnnn';
const application = { clientId: 'c', authority: 'https://login.example.test/t/v2.0', scope: 's' };
const usual = { fresh: false, chooses: false };
const msal = (errorCode: string) => Object.assign(new Error(), { errorCode });

class Outlook {
  claims = true;
  bridge = true;
  silent: (fresh: boolean) => Promise<string> = () => Promise.resolve(OWN);
  withPerson: () => Promise<string> = () => Promise.resolve(OWN);
  says = tokenAnswer(WINDOWED);
  readonly acts: string[] = [];

  private readonly nested: Nested = {
    silent: (fresh) => {
      this.acts.push(fresh ? 'silent, fresh' : 'silent');
      return this.silent(fresh);
    },
    withPerson: () => {
      this.acts.push('with the person');
      return this.withPerson();
    },
  };

  readonly tokens = createTokens({
    claimsNested: () => this.claims,
    nested: () => Promise.resolve(this.bridge ? this.nested : undefined),
    openWindow: ({ chooses }) => {
      this.acts.push(chooses ? 'window, choosing' : 'window');
      return Promise.resolve(this.says);
    },
    within,
  });
}

/** Nothing takes longer than it may but what never ends. */
const within: TokenWorld['within'] = (_, promise, error) =>
  Promise.race([promise, new Promise<never>((_resolve, reject) => setImmediate(() => reject(error)))]);

const never = () => new Promise<never>(() => undefined);

let outlook: Outlook;
beforeEach(() => {
  outlook = new Outlook();
});

const ask = (how = usual) => outlook.tokens.ask(application, how);

test('Outlook gives it without asking where it can', async () => {
  expect(await ask()).toBe(OWN);
  expect(outlook.acts).toEqual(['silent']);
});

test('Outlook asks the person where it has to', async () => {
  outlook.silent = () => Promise.reject(msal('interaction_required'));
  expect(await ask()).toBe(OWN);
  expect(outlook.acts).toEqual(['silent', 'with the person']);
});

test.each<[string, (it: Outlook) => void]>([
  ['that does not claim it', (it) => (it.claims = false)],
  ['that claims it and has no bridge', (it) => (it.bridge = false)],
])('an Outlook %s leaves it to the window', async (_, change) => {
  change(outlook);
  expect(await ask()).toBe(WINDOWED);
  expect(outlook.acts).toEqual(['window']);
});

test.each<[string, (it: Outlook) => void]>([
  ['is not registered for it', (it) => (it.silent = () => Promise.reject(msal('invalid_request')))],
  ['is switched off', (it) => (it.silent = () => Promise.reject(msal('nested_app_auth_bridge_disabled')))],
])('where Outlook’s own way %s, the window is tried', async (_, change) => {
  change(outlook);
  expect(await ask()).toBe(WINDOWED);
  expect(outlook.acts).toEqual(['silent', 'window']);
});

test('the person’s no counts, and so does a network that is not there: no window after it', async () => {
  outlook.silent = () => Promise.reject(msal('login_required'));
  outlook.withPerson = () => Promise.reject(msal('user_canceled'));
  await expect(ask()).rejects.toMatchObject({ code: 'microsoft-cancelled' });
  outlook.silent = () => Promise.reject(msal('no_network_connectivity'));
  await expect(ask()).rejects.toMatchObject({ code: 'microsoft-unreachable' });
  expect(outlook.acts).not.toContain('window');
});

test('a bridge that never answers is none', async () => {
  const tokens = createTokens({
    claimsNested: () => true,
    nested: never,
    openWindow: () => Promise.resolve(tokenAnswer(WINDOWED)),
    within,
  });
  expect(await tokens.ask(application, usual)).toBe(WINDOWED);
  await expect(tokens.unseen(application)).rejects.toBeInstanceOf(ProductError);
});

test('another account can only be chosen in the window, and a token that was refused is not taken again', async () => {
  await ask({ fresh: false, chooses: true });
  await ask({ fresh: true, chooses: false });
  expect(outlook.acts).toEqual(['window, choosing', 'silent, fresh']);
});

test('what the window says went wrong is what went wrong; closing it is a cancelled sign-in with Microsoft', async () => {
  outlook.claims = false;
  outlook.says = errorAnswer(new ProductError('microsoft-unreachable'));
  await expect(ask()).rejects.toMatchObject({ code: 'microsoft-unreachable' });
  const closing = (code: 'sign-in-cancelled' | 'popup-blocked') =>
    createTokens({
      claimsNested: () => false,
      nested: never,
      openWindow: () => Promise.reject(new ProductError(code)),
      within,
    }).ask(application, usual);
  await expect(closing('sign-in-cancelled')).rejects.toMatchObject({ code: 'microsoft-cancelled' });
  await expect(closing('popup-blocked')).rejects.toMatchObject({ code: 'popup-blocked' });
});

test('unseen means unseen: neither the person nor a window is asked', async () => {
  expect(await outlook.tokens.unseen(application)).toBe(OWN);
  outlook.silent = () => Promise.reject(msal('interaction_required'));
  await expect(outlook.tokens.unseen(application)).rejects.toBeInstanceOf(ProductError);
  outlook.silent = never;
  await expect(outlook.tokens.unseen(application)).rejects.toMatchObject({ code: 'microsoft-unreachable' });
  outlook.bridge = false;
  await expect(outlook.tokens.unseen(application)).rejects.toBeInstanceOf(ProductError);
  expect(outlook.acts).toEqual(['silent', 'silent', 'silent']);
});
