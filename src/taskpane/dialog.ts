/** The sign-in window's last page: hands what the backend put behind `#` to the page that opened the window. */
import { answerFromDialog } from '../outlook/dialog';
import { whenReady } from '../outlook/office';
import { signInAnswerFrom } from '../scheduling/signInAnswer';

async function finish(): Promise<void> {
  const answer = JSON.stringify(signInAnswerFrom(location.hash));
  // The code is used once and by its owner only; it need not stay in the address either.
  history.replaceState?.(null, '', location.pathname);
  const readiness = await whenReady();
  const message = document.getElementById('message');
  if (readiness.status === 'ready') answerFromDialog(answer);
  if (message)
    message.textContent =
      readiness.status === 'ready'
        ? 'Done. You can close this window.'
        : `Go back to Outlook and sign in from there: ${readiness.reason}.`;
}

void finish();
