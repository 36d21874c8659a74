/** What goes wrong with a call to a side goes wrong as it was said, and the same seed goes wrong in the same way. */
import {
  createAppointmentSide,
  createClock,
  createMeetingSide,
  createProcess,
  createRandom,
  faultsByChance,
  ProcessDied,
  skewed,
  withDelta,
} from '.';
import type { Call, TestMeetingSide } from '.';
import type { MeetingDraft } from '../../../src/sync/ports';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const times = {
  kind: 'single',
  start: '2026-12-01T09:00:00Z',
  durationMinutes: 30,
  timeZone: 'UTC',
} as const;
const draft = (claim: string): MeetingDraft => ({ claim, topic: `Topic of ${claim}`, times, like: null });
const calm = (): AbortSignal => new AbortController().signal;

let clock: ReturnType<typeof createClock>;
let side: TestMeetingSide;
beforeEach(() => {
  clock = createClock(NOW);
  side = createMeetingSide({ clock, capabilities: withDelta });
});

const topics = (): string[] => side.meetings().map(({ facts }) => facts.topic);

it('loses an answer before the effect, after it, or in the middle of a batch', async () => {
  side.control.fail({ kind: 'lost', done: 'none' });
  await expect(side.create([draft('a')], calm())).rejects.toMatchObject({ kind: 'timeout' });
  expect(topics()).toEqual([]);
  side.control.fail({ kind: 'lost', done: 'all' });
  await expect(side.create([draft('b')], calm())).rejects.toMatchObject({ kind: 'timeout' });
  expect(topics()).toEqual(['Topic of b']);
  side.control.fail({ kind: 'lost', done: 1 });
  await expect(side.create([draft('c'), draft('d')], calm())).rejects.toMatchObject({ kind: 'timeout' });
  expect(topics()).toEqual(['Topic of b', 'Topic of c']);
});

it('is busy for as long as it says, and down for as many calls', async () => {
  side.control.fail({ kind: 'says', fault: 'busy', retryAfterMs: 4000 }, 'create');
  expect((await side.read(['81000000001'], calm())).size).toBe(1);
  await expect(side.create([draft('a')], calm())).rejects.toMatchObject({ kind: 'busy', retryAfterMs: 4000 });
  side.control.fail({ kind: 'down', calls: 2 });
  for (let call = 0; call < 2; call += 1) {
    await expect(side.create([draft('a')], calm())).rejects.toMatchObject({ kind: 'down' });
  }
  expect(await side.create([draft('a')], calm())).toMatchObject([{ kind: 'done' }]);
});

it('fails single items of a batch, and refuses what is poisoned, while the others are done', async () => {
  side.control.fail({ kind: 'items-fail', failing: [1], fault: 'busy' });
  side.poison('Topic of c');
  const answers = await side.create([draft('a'), draft('b'), draft('c'), draft('d')], calm());
  expect(answers.map(({ kind }) => kind)).toEqual(['done', 'failed', 'refused', 'done']);
  expect(topics()).toEqual(['Topic of a', 'Topic of d']);
  side.heal('Topic of c');
  expect(await side.create([draft('c')], calm())).toMatchObject([{ kind: 'done' }]);
});

it('lets somebody edit between decision and arrival, and stop the caller there', async () => {
  const id = side.people.make({ topic: 'Before', times });
  const version = side.meeting(id)?.version ?? null;
  side.control.fail({ kind: 'meanwhile', happens: () => side.people.rename(id, 'Theirs') });
  expect(await side.update([{ id, version, topic: 'Ours' }], calm())).toEqual([{ kind: 'conflict' }]);
  const controller = new AbortController();
  side.control.fail({ kind: 'meanwhile', happens: () => controller.abort() });
  await expect(side.update([{ id, version: null, topic: 'Ours' }], controller.signal)).rejects.toMatchObject({
    kind: 'cancelled',
  });
  expect(topics()).toEqual(['Theirs']);
});

describe('a process that dies', () => {
  const dyingAt = (hook: 'beforeCall' | 'afterCall') =>
    createProcess({
      [hook]: ({ name }: Call) => {
        if (name === 'create') throw new Error('Power cut');
      },
    });

  it('before the call has had no effect, and after it has', async () => {
    for (const hook of ['beforeCall', 'afterCall'] as const) {
      const port = side.connect(dyingAt(hook));
      await expect(port.create([draft(hook)], calm())).rejects.toThrow(ProcessDied);
    }
    expect(topics()).toEqual(['Topic of afterCall']);
  });

  it('takes what it had under way along, and leaves the side to the next one', async () => {
    const process = createProcess();
    const port = side.connect(process);
    const underway = [port.create([draft('a')], calm()), port.create([draft('b')], calm())];
    const arrived = topics();
    process.kill();
    for (const call of underway) await expect(call).rejects.toThrow(ProcessDied);
    await expect(port.read(['81000000001'], calm())).rejects.toThrow(ProcessDied);
    expect([arrived, topics()]).toEqual([[], []]);
    const next = side.connect(createProcess());
    expect(await next.create([draft('a')], calm())).toMatchObject([{ kind: 'done' }]);
  });

  it('dies at the same call on both sides', async () => {
    const seen: string[] = [];
    const process = createProcess({ beforeCall: (call) => void seen.push(`${call.side} ${call.name}`) });
    const calendar = createAppointmentSide({ clock });
    await side.connect(process).create([draft('a')], calm());
    await calendar.connect(process).read(['appointment-1'], calm());
    expect(seen).toEqual(['meeting create', 'appointment read']);
    process.kill();
    await expect(calendar.connect(process).read(['appointment-1'], calm())).rejects.toThrow(ProcessDied);
    expect((await calendar.read(['appointment-1'], calm())).get('appointment-1')).toBe('gone');
  });
});

it('goes wrong by chance in the same way for the same seed', async () => {
  const run = async (seed: number): Promise<string[]> => {
    const unlucky = createMeetingSide({
      clock,
      capabilities: withDelta,
      seed,
      faults: faultsByChance(createRandom(seed), { share: 0.5 }),
    });
    const outcomes: string[] = [];
    for (let index = 0; index < 40; index += 1) {
      const answer = unlucky.create([draft(`claim ${index}`)], calm());
      outcomes.push(
        await answer.then(
          ([first]) => first?.kind ?? '',
          (fault: Error) => fault.message,
        ),
      );
    }
    return outcomes;
  };
  const first = await run(7);
  expect(await run(7)).toEqual(first);
  expect(await run(8)).not.toEqual(first);
  expect(new Set(first)).toEqual(new Set(['done', 'timeout', 'busy', 'down']));
});

it('counts the requests that a window has, and says when there are more', async () => {
  const limited = createMeetingSide({ clock, rate: { calls: 2, windowMs: 1000 } });
  for (let call = 0; call < 2; call += 1) await limited.read(['81000000001'], calm());
  expect(limited.budget()).toEqual({ remaining: 0, resetsAt: NOW + 1000 });
  clock.advance(400);
  await expect(limited.read(['81000000001'], calm())).rejects.toMatchObject({
    kind: 'busy',
    retryAfterMs: 600,
  });
  clock.advance(600);
  expect((await limited.read(['81000000001'], calm())).size).toBe(1);
});

it('notices a caller that asks for too much at once', async () => {
  const zoom = createMeetingSide({ clock });
  await expect(zoom.create([draft('a'), draft('b')], calm())).rejects.toMatchObject({ kind: 'broken' });
  await Promise.all(Array.from({ length: 9 }, () => zoom.read(['81000000001'], calm())));
  expect(zoom.control.misuses).toEqual(['create of 2 items, not 1 at most', '9 calls at a time']);
});

it('has a clock of its own', async () => {
  const late = createMeetingSide({ clock: skewed(clock, 10 * 86_400_000) });
  const [answer] = await late.create([draft('a')], calm());
  // What is a past start there is now.
  expect(answer).toMatchObject({
    kind: 'done',
    item: { facts: { times: { start: '2026-12-03T08:00:00Z' } } },
  });
});
