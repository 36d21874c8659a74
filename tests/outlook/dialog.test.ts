/** The sign-in window: what counts as its answer, and how it can fail to open or end. */
import { answerFromDialog, openDialog } from '../../src/outlook/dialog';
import { Host, removeOffice } from './support/host';

const url = 'https://localhost:8443/auth/zoom/start';
const size = { width: 30, height: 60 };
const pause = () => Promise.resolve();

interface Opened {
  readonly options: { readonly promptBeforeOpen: boolean; readonly width: number };
  readonly say: (event: unknown) => void;
  readonly happen: (code: number) => void;
  closed: boolean;
}

let opened: Opened[];
/** Codes that the next attempts to open end with; none left means that it opens. */
let refusals: number[];
let attempts: boolean[];
let parentHeard: string[];

beforeEach(() => {
  opened = [];
  refusals = [];
  attempts = [];
  parentHeard = [];
  const displayDialogAsync = (
    _url: string,
    options: Opened['options'],
    callback: (result: unknown) => void,
  ): void => {
    attempts.push(options.promptBeforeOpen);
    const code = refusals.shift();
    if (code !== undefined) return callback({ status: 'failed', error: { code, name: 'no', message: '' } });
    const handlers = new Map<string, (event: unknown) => void>();
    const dialog: Opened = {
      options,
      say: (event) => handlers.get('dialogMessageReceived')?.(event),
      happen: (error) => handlers.get('dialogEventReceived')?.({ error }),
      closed: false,
    };
    opened.push(dialog);
    callback({
      status: 'succeeded',
      value: {
        addEventHandler: (type: string, handler: (event: unknown) => void) => handlers.set(type, handler),
        close: () => void (dialog.closed = true),
      },
    });
  };
  new Host().install({ ui: { displayDialogAsync, messageParent: (text: string) => parentHeard.push(text) } });
});
afterEach(removeOffice);

/** Lets the window come up. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

it('answers what the window says, and closes it', async () => {
  const answer = openDialog(url, size, undefined, pause);
  await settled();
  opened[0]?.say({ message: 'signed in', origin: 'https://localhost:8443' });
  expect(await answer).toBe('signed in');
  expect(opened[0]).toMatchObject({ closed: true, options: { width: 30, promptBeforeOpen: false } });
});

it('does not wait for ever for a window whose end nobody tells', async () => {
  await expect(openDialog(url, size, undefined, pause, 0)).rejects.toMatchObject({ code: 'sign-in-expired' });
  expect(opened[0]?.closed).toBe(true);
});

it('listens to our own origin only', async () => {
  const answer = openDialog(url, size, undefined, pause);
  await settled();
  opened[0]?.say({ message: 'evil', origin: 'https://evil.example.test' });
  opened[0]?.say({ message: 42, origin: 'https://localhost:8443' });
  opened[0]?.say('nothing');
  expect(opened[0]?.closed).toBe(false);
  // A client that tells no origin lets no other page speak.
  opened[0]?.say({ message: 'signed in' });
  expect(await answer).toBe('signed in');
});

it.each([
  [12006, 'sign-in-cancelled'],
  [12002, 'backend-unavailable'],
  [12003, 'backend-unavailable'],
])('ends with an error when the window ends with %i', async (code, expected) => {
  const answer = openDialog(url, size, undefined, pause);
  await settled();
  opened[0]?.happen(code);
  await expect(answer).rejects.toMatchObject({ code: expected });
});

it('lets Office.js ask the person where the browser blocks windows of this page', async () => {
  refusals = [12011];
  const answer = openDialog(url, size, undefined, pause);
  await settled();
  opened[0]?.say({ message: 'signed in' });
  await answer;
  expect(attempts).toEqual([false, true]);
});

it('says that the window is blocked when asking does not help', async () => {
  refusals = [12011, 12011];
  await expect(openDialog(url, size, undefined, pause)).rejects.toMatchObject({ code: 'popup-blocked' });
});

it('takes a no to the question as cancelling', async () => {
  refusals = [12011, 12009];
  await expect(openDialog(url, size, undefined, pause)).rejects.toMatchObject({ code: 'sign-in-cancelled' });
});

it('closes its own former window first, and tells who waited for that', async () => {
  const first = openDialog(url, size, undefined, pause);
  const cancelled = expect(first).rejects.toMatchObject({ code: 'sign-in-cancelled' });
  await settled();
  refusals = [12007, 12007];
  const second = openDialog(url, size, undefined, pause);
  await cancelled;
  await settled();
  expect(opened.map(({ closed }) => closed)).toEqual([true, false]);
  opened[1]?.say({ message: 'signed in' });
  expect(await second).toBe('signed in');
});

it('closes a former window that is only on its way as soon as it is there', async () => {
  const first = openDialog(url, size, undefined, pause);
  const second = openDialog(url, size, undefined, pause);
  await expect(first).rejects.toMatchObject({ code: 'sign-in-cancelled' });
  await settled();
  expect(opened.map(({ closed }) => closed)).toEqual([true, false]);
  opened[1]?.say({ message: 'signed in' });
  expect(await second).toBe('signed in');
});

it('is closed when its answer is not needed any more', async () => {
  const enough = new AbortController();
  const answer = openDialog(url, size, enough.signal, pause);
  const cancelled = expect(answer).rejects.toMatchObject({ code: 'sign-in-cancelled' });
  await settled();
  enough.abort();
  await cancelled;
  expect(opened[0]?.closed).toBe(true);
});

it('is closed when that was so before it had opened', async () => {
  const answer = openDialog(url, size, AbortSignal.abort(), pause);
  await expect(answer).rejects.toMatchObject({ code: 'sign-in-cancelled' });
  expect(opened[0]?.closed).toBe(true);
});

it('gives up when a window that is not ours stays open', async () => {
  refusals = Array.from({ length: 100 }, () => 12007);
  await expect(openDialog(url, size, undefined, pause)).rejects.toMatchObject({
    code: 'host-call-failed',
    details: { action: 'open the sign-in window', hostCode: 12007 },
  });
});

it('says why where Outlook has no such windows', async () => {
  new Host().install({ ui: {} });
  await expect(openDialog(url, size, undefined, pause)).rejects.toMatchObject({ code: 'host-unsupported' });
});

it('lets the window hand its answer over', () => {
  answerFromDialog('signed in');
  expect(parentHeard).toEqual(['signed in']);
});
