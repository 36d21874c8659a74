/**
 * The page of the window that signs in with Microsoft, where Outlook itself does not: first and last page of its way.
 *
 * It meets Office.js here, so that the window knows its opener when it comes back from Entra; then MSAL takes it there
 * (authorization code with PKCE) and reads the answer behind `#`. The access token goes to the page that opened the
 * window, which is of our own origin or hears nothing.
 *
 * `?choose`: asks whose account it is.
 */
import { createMicrosoftClient } from '../../api/microsoftClient';
import { ProductError } from '../../domain/errors';
import { answerFromDialog } from '../../outlook/dialog';
import { environment } from '../../outlook/environment';
import { whenReady } from '../../outlook/office';
import { wordsFor } from '../../ui/fetchWords';
import { errorAnswer, tokenAnswer } from './answer';
import { failureOf } from './failures';

const BACKEND_LIMIT_MS = 15_000;

const library = import(/* webpackChunkName: "msal" */ './msal');

/** In the language of Outlook; the page says nothing where its words cannot be fetched. */
async function say(key: 'done' | 'outside'): Promise<void> {
  const message = document.getElementById('message');
  const words = await wordsFor(environment().locale);
  document.documentElement.lang = words.language;
  document.documentElement.dir = words.direction;
  document.title = words.t('microsoft.window');
  if (message) message.textContent = words.t(`dialog.${key}`);
}

/** Undefined when the window is on its way to Entra. */
async function answer(): Promise<string | undefined> {
  try {
    const client = createMicrosoftClient({
      baseUrl: '',
      fetch: (input, init) => fetch(input, init),
      token: () => undefined,
      isOnline: () => navigator.onLine,
      timeoutMs: BACKEND_LIMIT_MS,
    });
    const application = await client.application();
    if (!application) throw new ProductError('microsoft-off');
    const { throughRedirect } = await library;
    const page = `${location.origin}${location.pathname}`;
    const token = await throughRedirect(
      application,
      page,
      new URLSearchParams(location.search).has('choose'),
    );
    return token === undefined ? undefined : tokenAnswer(token);
  } catch (thrown) {
    return errorAnswer(failureOf(thrown));
  }
}

async function run(): Promise<void> {
  const readiness = await whenReady();
  if (readiness.status === 'not-in-outlook') return say('outside');
  const text = await answer();
  if (text === undefined) return;
  answerFromDialog(text);
  await say('done');
}

run().catch(() => undefined);
