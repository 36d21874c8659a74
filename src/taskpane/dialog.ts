/**
 * The sign-in window's first and last page.
 *
 * It opens with `?challenge=…`, meets Office.js here so that the window knows its opener, and goes on to the backend,
 * which sends it to Zoom. It comes back with the answer behind `#` and hands that to the page that opened the window.
 */
import { createBackendClient } from '../api/client';
import { answerFromDialog } from '../outlook/dialog';
import { whenReady } from '../outlook/office';
import { signInAnswerFrom } from '../scheduling/signInAnswer';

/** SHA-256 in base64url (RFC 7636, S256). */
const challengeShape = /^[A-Za-z0-9_-]{43}$/;

function say(text: string): void {
  const message = document.getElementById('message');
  if (message) message.textContent = text;
}

async function run(): Promise<void> {
  const challenge = new URLSearchParams(location.search).get('challenge') ?? '';
  const begins = location.hash === '' && challengeShape.test(challenge);
  const answer = JSON.stringify(signInAnswerFrom(location.hash));
  const readiness = await whenReady();
  if (readiness.status === 'not-in-outlook') {
    say(`Go back to Outlook and sign in from there: ${readiness.reason}.`);
    return;
  }
  if (begins) {
    const { signInUrl } = createBackendClient({ baseUrl: '', fetch, token: () => undefined, timeoutMs: 0 });
    location.replace(signInUrl(challenge, location.pathname));
    return;
  }
  answerFromDialog(answer);
  say('Done. You can close this window.');
}

void run();
