/** Signing in by leaving for Zoom: the verifier never leaves this window, and is used once. */
import { cameBack, leaveToSignIn, type RedirectOptions } from '../../src/admin/signIn';
import { fingerprint } from '../../src/scheduling/secrets';
import { SESSION } from './support/page';

function browserAt(hash: string) {
  const notes = new Map<string, string>();
  const left: string[] = [];
  const exchanged: unknown[] = [];
  const place = { hash };
  const options: RedirectOptions = {
    notes: {
      read: (key) => notes.get(key),
      write: (key, text) => void (text === undefined ? notes.delete(key) : notes.set(key, text)),
    },
    address: {
      read: () => place.hash,
      write: (to) => {
        place.hash = to;
      },
      onChange: () => () => {},
    },
    path: '/admin.html',
    signInUrl: (challenge, path) => `/start?${challenge}&${path}`,
    openSession: async (request) => {
      exchanged.push(request);
      return SESSION;
    },
    leaveFor: (url) => left.push(url),
  };
  return { options, notes, left, exchanged, place };
}

const CODE = 'c'.repeat(20);

it('comes back to where it left, with a session, and leaves no code in the address', async () => {
  const { options, notes, left, exchanged, place } = browserAt('#/history');
  await leaveToSignIn(options);
  const verifier = notes.get('verifier') ?? '';
  expect(left).toEqual([`/start?${await fingerprint(verifier)}&/admin.html`]);
  place.hash = `#code=${CODE}`;
  await expect(cameBack(options)).resolves.toBe(SESSION);
  expect(exchanged).toEqual([{ code: CODE, verifier }]);
  expect([place.hash, notes.size]).toEqual(['#/history', 0]);
});

it('is nothing where the page was just opened', async () => {
  const { options, exchanged } = browserAt('#/groups');
  await expect(cameBack(options)).resolves.toBeUndefined();
  expect(exchanged).toEqual([]);
});

it('takes no code of a sign-in that began elsewhere', async () => {
  const { options, exchanged, place } = browserAt(`#code=${CODE}`);
  await expect(cameBack(options)).rejects.toMatchObject({ code: 'sign-in-expired' });
  expect([exchanged, place.hash]).toEqual([[], '']);
});

it('says why Zoom refused', async () => {
  const { options } = browserAt('#error=sign-in-refused&reason=not+approved');
  await expect(cameBack(options)).rejects.toMatchObject({
    code: 'sign-in-refused',
    details: { reason: 'not approved' },
  });
});
