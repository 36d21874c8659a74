/**
 * The sign-in window's first and last page.
 *
 * It opens with `?challenge=…`, meets Office.js here so that the window knows its opener, and goes on to the backend,
 * which sends it to Zoom. It comes back with the answer behind `#` and hands that to the page that opened the window.
 */
import { createBackendClient } from '../api/client';
import { answerFromDialog } from '../outlook/dialog';
import { environment } from '../outlook/environment';
import { whenReady } from '../outlook/office';
import { signInAnswerFrom } from '../scheduling/signInAnswer';
import { wordsFor } from '../ui/fetchWords';

/** SHA-256 in base64url (RFC 7636, S256). */
const challengeShape = /^[A-Za-z0-9_-]{43}$/;

/** In the language of Outlook; the page says nothing where its words cannot be fetched. */
async function say(key: 'done' | 'outside'): Promise<void> {
  const message = document.getElementById('message');
  const words = await wordsFor(environment().locale);
  document.documentElement.lang = words.language;
  document.documentElement.dir = words.direction;
  document.title = words.t('dialog.title');
  if (message) message.textContent = words.t(`dialog.${key}`);
}

async function run(): Promise<void> {
  const challenge = new URLSearchParams(location.search).get('challenge') ?? '';
  const begins = location.hash === '' && challengeShape.test(challenge);
  const answer = JSON.stringify(signInAnswerFrom(location.hash));
  const readiness = await whenReady();
  if (readiness.status === 'not-in-outlook') return say('outside');
  if (begins) {
    const { signInUrl } = createBackendClient({ baseUrl: '', fetch, token: () => undefined, timeoutMs: 0 });
    location.replace(signInUrl(challenge, location.pathname));
    return;
  }
  answerFromDialog(answer);
  await say('done');
}

run().catch(() => undefined);
