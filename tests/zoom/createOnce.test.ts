import fc from 'fast-check';
import { ProductError, type ErrorCode } from '../../src/domain/errors';
import { SETTLED_MS, WAITS_MS, type CreateOnceOptions } from '../../src/zoom/createOnce';
import {
  answered,
  lostAfter,
  lostBefore,
  record,
  refused,
  request,
  zoomWith,
  type Fate,
} from './createOnceModel';
import { errorOf, START, testClock } from './support';

function setup(fates: Fate[], deaf?: (look: number) => ErrorCode | undefined) {
  const clock = testClock();
  const zoom = zoomWith(clock, fates, deaf);
  return { clock, zoom, ...record(clock, zoom) };
}

const codeOf = async (promise: Promise<unknown>): Promise<unknown> => {
  const error = await errorOf(promise);
  return error instanceof ProductError ? error.code : error;
};

describe('a create whose answer comes', () => {
  test('is one POST and nothing else', async () => {
    const { create, zoom, clock } = setup([]);
    const { meeting, how } = await create();
    expect([how, meeting.id, zoom.meetings.length, zoom.looks(), clock.slept]).toEqual([
      'created',
      '10000001',
      1,
      0,
      [],
    ]);
  });

  test('is sent only after that was recorded', async () => {
    const { create, self, zoom } = setup([]);
    const failed = new Error('the database is away');
    expect(await errorOf(create({ recordSending: () => Promise.reject(failed) }))).toBe(failed);
    expect(zoom.meetings).toEqual([]);
    await create();
    expect(self.sent).toEqual({ first: START, latest: START });
  });

  test.each<ErrorCode>([
    'zoom-refused',
    'zoom-daily-limit',
    'zoom-busy',
    'zoom-unavailable',
    'zoom-consent-lost',
  ])('a refusal (%s) is told as it is, and the sending is forgotten', async (code) => {
    const { create, self, zoom } = setup([refused(code)]);
    const error = await errorOf(create());
    expect(error).toMatchObject({ code });
    expect(error).not.toHaveProperty('details.perhapsMade');
    expect([self.refusals, self.sent, zoom.looks()]).toEqual([1, undefined, 0]);
  });
});

describe('a create whose answer is lost', () => {
  test('after the effect: the meeting is found and adopted', async () => {
    const { create, zoom } = setup([lostAfter()]);
    const { meeting, how } = await create();
    expect([how, meeting.id, zoom.meetings.length]).toEqual(['adopted', '10000001', 1]);
  });

  test('with an effect that shows late: it is waited for', async () => {
    const { create, zoom, clock } = setup([lostAfter(4000)]);
    expect((await create()).how).toBe('adopted');
    expect(zoom.meetings).toHaveLength(1);
    expect(clock.slept).toEqual([...WAITS_MS]);
  });

  test('before the effect: the POST is repeated once', async () => {
    const { create, zoom } = setup([lostBefore]);
    expect((await create()).how).toBe('created');
    expect([zoom.meetings.length, zoom.looks()]).toEqual([1, WAITS_MS.length]);
  });

  test('twice: nobody knows, and the sending stays recorded', async () => {
    const { create, self, zoom } = setup([lostBefore, lostBefore]);
    expect(await codeOf(create())).toBe('zoom-outcome-unknown');
    expect([self.sent?.first, self.refusals, zoom.meetings.length]).toEqual([START, 0, 0]);
  });

  test('and then refused because Zoom is away: what is known of the first stays unknown', async () => {
    const { create, self } = setup([lostBefore, refused('zoom-unavailable')]);
    expect(await codeOf(create())).toBe('zoom-outcome-unknown');
    expect([self.sent?.first, self.refusals]).toEqual([START, 0]);
  });

  test.each<ErrorCode>(['zoom-refused', 'zoom-daily-limit', 'zoom-busy', 'zoom-consent-lost'])(
    'and then refused (%s): that is told, and that the first may have had its effect',
    async (code) => {
      const { create, self } = setup([lostBefore, refused(code)]);
      expect(await errorOf(create())).toMatchObject({ code, details: { perhapsMade: true } });
      expect([self.sent?.first, self.refusals]).toEqual([START, 0]);
    },
  );

  test('and no look succeeds: the POST is not repeated', async () => {
    const { create, zoom } = setup([lostAfter(), answered], () => 'zoom-unavailable');
    expect(await codeOf(create())).toBe('zoom-outcome-unknown');
    expect([zoom.meetings.length, zoom.looks()]).toEqual([1, WAITS_MS.length]);
  });

  test('and the last look fails although an earlier one saw nothing: the POST is not repeated', async () => {
    const { create, zoom } = setup([lostAfter(60_000), answered], (look) =>
      look === 3 ? 'zoom-busy' : undefined,
    );
    expect(await codeOf(create())).toBe('zoom-outcome-unknown');
    expect(zoom.meetings).toHaveLength(1);
  });

  test('and the consent is gone: that is told, without looking on', async () => {
    const { create, zoom } = setup([lostAfter()], () => 'zoom-consent-lost');
    expect(await errorOf(create())).toMatchObject({
      code: 'zoom-consent-lost',
      details: { perhapsMade: true },
    });
    expect(zoom.looks()).toBe(1);
  });

  test('and the time is used up: nothing new is begun', async () => {
    const { create, zoom } = setup([lostAfter(), answered]);
    expect(await codeOf(create({ budgetMs: 400 }))).toBe('zoom-outcome-unknown');
    expect([zoom.meetings.length, zoom.looks()]).toEqual([1, 0]);
  });

  test('and the caller leaves: the reason comes back and nothing more is sent', async () => {
    const { create, zoom, clock } = setup([lostAfter()]);
    const caller = new AbortController();
    const promise = create({
      signal: caller.signal,
      sleep: async (ms, signal) => {
        caller.abort('the pane was closed');
        await clock.sleep(ms, signal);
      },
    });
    expect(await errorOf(promise)).toBe('the pane was closed');
    expect([zoom.meetings.length, zoom.looks()]).toEqual([1, 0]);
  });
});

describe('a create that an earlier call began', () => {
  describe('and that is renewed', () => {
    const renamed = { ...request, topic: 'Renamed' };
    const begun = (fates: Fate[]) => {
      const { zoom, create, self } = setup(fates);
      self.sent = { first: START, latest: START };
      const madeFrom: string[] = [];
      const take = async (_id: string, { topic }: { topic: string }) => madeFrom.push(topic) > 0;
      return { zoom, madeFrom, create: (changes = {}) => create({ take, ...changes }) };
    };

    test('sends what is wished now, when nothing was found', async () => {
      const { create, zoom, madeFrom } = begun([]);
      expect((await create({ renew: async () => renamed })).how).toBe('created');
      expect([madeFrom, zoom.meetings.length]).toEqual([['Renamed'], 1]);
    });

    test('adopts what was made, and does not ask what to send instead', async () => {
      const { create, zoom, madeFrom } = begun([]);
      zoom.make();
      const renew = jest.fn(async () => renamed);
      expect((await create({ renew })).how).toBe('adopted');
      expect([madeFrom, renew.mock.calls]).toEqual([[request.topic], []]);
    });

    test.each<[string, Partial<CreateOnceOptions>]>([
      ['the request before', { request, renew: async () => renamed }],
      ['one before that', { request: renamed, older: [request] }],
    ])('takes the late meeting of %s rather than to make another', async (_, changes) => {
      const { create, zoom, madeFrom } = begun([lostBefore]);
      zoom.make({}, 6_000);
      expect((await create(changes)).how).toBe('adopted');
      expect([madeFrom, zoom.meetings.length]).toEqual([[request.topic], 1]);
    });

    test('stops where that is not allowed, and tells that the first may have had its effect', async () => {
      const { create, zoom } = begun([]);
      const renew = () => Promise.reject(new ProductError('option-locked'));
      expect(await errorOf(create({ renew }))).toMatchObject({
        code: 'option-locked',
        details: { perhapsMade: true },
      });
      expect(zoom.meetings).toEqual([]);
    });
  });

  test('adopts what the earlier call made, without a POST', async () => {
    const { create, self, zoom, clock } = setup([]);
    self.sent = { first: START, latest: START };
    zoom.make();
    clock.advance(SETTLED_MS);
    expect((await create()).how).toBe('adopted');
    expect([zoom.meetings.length, zoom.looks()]).toEqual([1, 1]);
  });

  test('soon after it, waits for a late effect before it sends anything', async () => {
    const { create, self, zoom } = setup([]);
    self.sent = { first: START, latest: START };
    zoom.make({}, 4000);
    expect((await create()).how).toBe('adopted');
    expect(zoom.meetings).toHaveLength(1);
  });

  test('long after it, one look that sees nothing is enough', async () => {
    const { create, self, zoom, clock } = setup([]);
    self.sent = { first: START, latest: START };
    clock.advance(3_600_000);
    expect((await create()).how).toBe('created');
    expect([zoom.looks(), clock.slept]).toEqual([1, []]);
  });

  test('waits for the late effect of its latest sending, though the first has settled long ago', async () => {
    let deaf = true;
    const { create, zoom, clock } = setup([lostBefore, lostAfter(2000), answered], () =>
      deaf ? 'zoom-unavailable' : undefined,
    );
    expect(await codeOf(create())).toBe('zoom-outcome-unknown');
    deaf = false;
    clock.advance(60_000);
    // The time is used up before anything could be looked for.
    expect(await codeOf(create({ budgetMs: 400 }))).toBe('zoom-outcome-unknown');
    expect((await create()).how).toBe('adopted');
    expect(zoom.meetings).toHaveLength(1);
  });

  test('sends nothing more while it cannot record that, and the outcome stays unknown', async () => {
    const { create, zoom, self } = setup([lostBefore]);
    const sendings: unknown[] = [];
    const failing = create({
      recordSending: async (sending) => {
        sendings.push(sending);
        if (sendings.length > 1) throw new Error('the database is away');
        self.sent = sending;
      },
    });
    expect(await codeOf(failing)).toBe('zoom-outcome-unknown');
    expect([sendings.length, zoom.meetings.length]).toEqual([2, 0]);
  });

  test('sends nothing when it cannot look', async () => {
    const { create, self, zoom } = setup([], () => 'zoom-unavailable');
    self.sent = { first: START, latest: START };
    expect(await codeOf(create())).toBe('zoom-outcome-unknown');
    expect(zoom.meetings).toHaveLength(0);
  });

  test('and is now refused: after all has settled that is the whole truth', async () => {
    const { create, self, clock } = setup([refused('zoom-refused')]);
    self.sent = { first: START, latest: START };
    clock.advance(SETTLED_MS);
    expect(await codeOf(create())).toBe('zoom-refused');
    expect(self.refusals).toBe(1);
  });
});

describe('meetings that look alike', () => {
  test('one that another record holds is left alone, the free one is adopted', async () => {
    const clock = testClock();
    const zoom = zoomWith(clock, [lostAfter()]);
    const other = zoom.make();
    const { create } = record(clock, zoom, new Map<string, unknown>([[other.id, 'another record']]));
    const { meeting, how } = await create();
    expect([how, meeting.id]).toEqual(['adopted', '10000002']);
  });

  test('when all are held by others, a new one is made', async () => {
    const clock = testClock();
    const zoom = zoomWith(clock, [lostBefore]);
    const other = zoom.make();
    const { create } = record(clock, zoom, new Map<string, unknown>([[other.id, 'another record']]));
    expect((await create()).meeting.id).toBe('10000002');
  });

  test('one with another passcode than asked for is not ours', async () => {
    const clock = testClock();
    const zoom = zoomWith(clock, [lostBefore]);
    zoom.make({ password: 'theirs' });
    const { create } = record(clock, zoom);
    const { meeting, how } = await create({ request: { ...request, options: { passcode: 'a1b2c3' } } });
    expect([how, meeting.password]).toEqual(['created', 'a1b2c3']);
  });

  test('one that is deleted while we look is passed over', async () => {
    const clock = testClock();
    const zoom = zoomWith(clock, [lostBefore]);
    zoom.make();
    const gone = { ...zoom.client, getMeeting: () => Promise.reject(new ProductError('meeting-gone')) };
    expect((await record(clock, zoom).create({ client: gone })).how).toBe('created');
  });

  test('our own, adopted by another record before we could take it, is given up for that one’s', async () => {
    const clock = testClock();
    const zoom = zoomWith(clock, []);
    const taken = new Map<string, unknown>([['10000001', 'another record']]);
    const { create } = record(clock, zoom, taken);
    zoom.meetings.length = 0;
    // Zoom answers with 10000001, which the other adopted; the other's own shows a second later.
    const theirs = async (): Promise<void> => void zoom.make({ id: 10_000_009 });
    const { meeting, how } = await create({
      sleep: async (ms, signal) => {
        await theirs();
        await clock.sleep(ms, signal);
      },
    });
    expect([how, meeting.id]).toEqual(['adopted', '10000009']);
  });
});

describe('whatever happens', () => {
  const fate = fc.oneof(
    fc.constant(answered),
    fc.constant(lostBefore),
    fc.nat(WAITS_MS.reduce((sum, wait) => sum + wait, 0)).map(lostAfter),
    fc.constantFrom<ErrorCode>('zoom-busy', 'zoom-unavailable', 'zoom-refused').map(refused),
  );
  const failures = fc.array(
    fc.constantFrom<ErrorCode | undefined>(undefined, undefined, 'zoom-unavailable', 'zoom-busy'),
  );
  /** Time that passes before each press of the button. */
  const presses = fc.array(fc.nat(120_000), { minLength: 1, maxLength: 4 });
  /** How long the call of each press may take. */
  const budgets = fc.array(fc.constantFrom(0, 400, 2_000, 25_000), { minLength: 4, maxLength: 4 });

  test('one record makes at most one meeting, and holds the one it made', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fate, { maxLength: 8 }),
        failures,
        presses,
        budgets,
        async (fates, deafness, pauses, budgetMs) => {
          const { create, zoom, clock } = setup([...fates], (look) => deafness[look - 1]);
          for (const [press, pause] of pauses.entries()) {
            clock.advance(pause);
            const made = await create({ budgetMs: budgetMs[press] ?? 0 }).then(
              ({ meeting }) => meeting.id,
              () => undefined,
            );
            expect(zoom.meetings.length).toBeLessThanOrEqual(1);
            if (made !== undefined) {
              expect(zoom.meetings.map(({ meeting }) => meeting.id)).toEqual([made]);
              return;
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('two records with the same wishes end with a meeting each, and no third', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 6 }), presses, async (fates, pauses) => {
        const clock = testClock();
        const zoom = zoomWith(clock, [...fates]);
        const taken = new Map<string, unknown>();
        const records = [record(clock, zoom, taken), record(clock, zoom, taken)];
        const ids: string[] = [];
        for (const { create } of records) {
          for (const pause of [...pauses, 0, 0, 0, 0]) {
            clock.advance(pause);
            const made = await create().catch(() => undefined);
            if (made) {
              ids.push(made.meeting.id);
              break;
            }
          }
        }
        expect(new Set(ids).size).toBe(ids.length);
        expect(zoom.meetings.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 300 },
    );
  });
});
