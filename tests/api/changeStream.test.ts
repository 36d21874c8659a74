/** The change stream: its events, its silence, its breaks and its end. */
import { PAUSES_MS, SILENCE_MS, watchChanges } from '../../src/api/changeStream';
import { createEventReader } from '../../src/api/eventStream';
import { toProblem } from '../../src/api/toProblem';
import { ProductError } from '../../src/domain/errors';
import fc from 'fast-check';

describe('events', () => {
  it('come with their ids; comments and other fields are no events', () => {
    const reader = createEventReader();
    expect(reader.read(': heartbeat\n\nretry: 5\nid: 4\ndata: {"a":\ndata: 1}\n\n')).toEqual([
      { id: '4', data: '{"a":\n1}' },
    ]);
    expect(reader.read('data: next\n\n')).toEqual([{ id: '4', data: 'next' }]);
  });

  it('are the same however the connection cuts them, and whatever ends their lines', () => {
    const lines = ['id: 1', 'data: one', '', ': x', 'data:two', '', 'id: 3', 'data: three', '', ''];
    fc.assert(
      fc.property(fc.constantFrom('\n', '\r\n'), fc.array(fc.nat(70), { maxLength: 8 }), (end, cuts) => {
        const text = lines.join(end);
        const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)), text.length].sort(
          (a, b) => a - b,
        );
        const reader = createEventReader();
        const events = places.slice(1).flatMap((to, index) => reader.read(text.slice(places[index], to)));
        expect(events.map(({ id, data }) => `${id} ${data}`)).toEqual(['1 one', '1 two', '3 three']);
      }),
      { seed: 20261122 },
    );
  });
});

/** A backend whose streams the test writes, and clocks that it moves. */
function watching() {
  const opened: { headers: Headers; signal: AbortSignal; write(text: string): void; end(): void }[] = [];
  const refusals: Response[] = [];
  const waiting = new Set<{ after: number; act: () => void }>();
  const seen: unknown[] = [];
  const waiters: (() => void)[] = [];
  const tell = (what: unknown) => {
    seen.push(what);
    waiters.splice(0).forEach((wake) => wake());
  };
  const close = watchChanges({
    baseUrl: 'https://backend.test',
    token: () => 'the-token',
    fetch: async (_input, init = {}) => {
      const refusal = refusals.shift();
      if (refusal) return refusal;
      const signal = init.signal ?? new AbortController().signal;
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          signal.addEventListener('abort', () => controller.error(new Error('aborted')));
          opened.push({
            headers: new Headers(init.headers),
            signal,
            write: (text) => controller.enqueue(new TextEncoder().encode(text)),
            end: () => controller.close(),
          });
        },
      });
      return new Response(stream);
    },
    later(after, act) {
      const timer = { after, act };
      waiting.add(timer);
      waiters.splice(0).forEach((wake) => wake());
      return () => waiting.delete(timer);
    },
    onChange: (revision) => tell(revision),
    onLive: (live) => tell(live ? 'live' : 'broken'),
    onEnd: ({ code }) => tell(code),
  });
  /** Until this holds; every change of what it is about wakes it. */
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise<void>((wake) => waiters.push(wake));
  };
  const pass = (after: number) => {
    for (const timer of [...waiting]) if (timer.after === after && waiting.delete(timer)) timer.act();
  };
  const waits = (after: number) => [...waiting].some((timer) => timer.after === after);
  return { opened, refusals, seen, until, pass, waits, close };
}

const [first = 0, second = 0] = PAUSES_MS;

it('tells every change with its revision', async () => {
  const { opened, seen, until, close } = watching();
  await until(() => seen.includes('live'));
  expect(opened[0]?.headers.get('authorization')).toBe('Bearer the-token');
  opened[0]?.write('id: 5\ndata: {"kind":"policy","revision":5}\n\n: beat\n\ndata: not ours\n\n');
  opened[0]?.write('id: 6\ndata: {"kind":"policy","revision":6}\n\n');
  await until(() => seen.includes(6));
  expect(seen).toEqual(['live', 5, 6]);
  close();
});

it('is opened again when it breaks, and goes on where it was', async () => {
  const { opened, seen, until, pass, waits, close } = watching();
  await until(() => seen.includes('live'));
  opened[0]?.write('id: 5\ndata: {"kind":"policy","revision":5}\n\n');
  await until(() => seen.includes(5));
  opened[0]?.end();
  await until(() => waits(first));
  expect(seen).toEqual(['live', 5, 'broken']);
  pass(first);
  await until(() => seen.length === 4);
  expect(opened[1]?.headers.get('last-event-id')).toBe('5');
  close();
});

it('counts as broken when not even the heartbeat comes', async () => {
  const { opened, seen, until, pass, waits, close } = watching();
  await until(() => seen.includes('live'));
  pass(SILENCE_MS);
  await until(() => waits(first));
  expect(opened[0]?.signal.aborted).toBe(true);
  close();
});

it('waits longer from failure to failure', async () => {
  const { refusals, until, pass, waits, close, seen } = watching();
  await until(() => seen.includes('live'));
  refusals.push(new Response('', { status: 503 }), new Response('', { status: 503 }));
  pass(SILENCE_MS);
  await until(() => waits(first));
  pass(first);
  await until(() => waits(second));
  close();
  expect(waits(second)).toBe(false);
});

it('ends with the session', async () => {
  const { refusals, until, pass, waits, seen } = watching();
  await until(() => seen.includes('live'));
  refusals.push(Response.json(toProblem(new ProductError('session-expired')), { status: 401 }));
  pass(SILENCE_MS);
  await until(() => waits(first));
  pass(first);
  await until(() => seen.includes('session-expired'));
  expect(PAUSES_MS.some(waits)).toBe(false);
});
