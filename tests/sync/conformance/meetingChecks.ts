/** What is asked of a meeting side alone: claims, its own limits, what is not listed and yet there. */
import { catalogue } from '../../../src/domain/errors';
import type { MeetingDraft } from '../../../src/sync/ports';
import { meetingBench } from './bench';
import { changeChecks } from './changeChecks';
import { calm, done, faultOf, idOf, listedIds, readItem, readOne, singleIn, tell, together } from './checks';
import type { Check } from './checks';
import { seriesChecks } from './seriesChecks';
import type { MeetingSetup } from './setup';
import { writeChecks } from './writeChecks';

const draftOf = (setup: MeetingSetup, claim: string, topic = 'Made'): MeetingDraft => ({
  claim,
  topic,
  times: singleIn(3, setup.now()),
  like: null,
});

let claims = 0;

export const meetingChecks: readonly Check<MeetingSetup>[] = [
  ...changeChecks(meetingBench),
  ...writeChecks(meetingBench),
  ...seriesChecks((setup: MeetingSetup) => ({
    side: setup.side,
    now: () => setup.now(),
    make(times) {
      claims += 1;
      return setup.side.create([{ claim: `claim-${claims}`, topic: 'Series', times, like: null }], calm());
    },
    patch: (expected, change) => ({ ...expected, ...change }),
  })),

  {
    name: 'makes one meeting of a claim, however often it is asked',
    async run(setup) {
      const { side } = setup;
      const first = done(await side.create([draftOf(setup, 'one-claim')], calm()));
      const again = done(await side.create([draftOf(setup, 'one-claim', 'Other words')], calm()));
      const other = done(await side.create([draftOf(setup, 'other-claim')], calm()));
      expect(again).toEqual(first);
      expect(other.id).not.toBe(first.id);
      expect(listedIds(await tell(side, null)).sort()).toEqual([first.id, other.id].sort());
    },
  },
  {
    name: 'makes one meeting of a claim that is used twice at the same moment',
    async run(setup) {
      const { side } = setup;
      const create = () => side.create([draftOf(setup, 'one-claim')], calm());
      const answers = await together(side.capabilities, [create, create]);
      const ids = answers.map((answer) => done(answer).id);
      expect(new Set(ids).size).toBe(1);
      expect(listedIds(await tell(side, null))).toEqual([ids[0]]);
    },
  },
  {
    name: 'finds what a claim made, and only that',
    async run(setup) {
      const { side, person } = setup;
      const made = done(await side.create([draftOf(setup, 'one-claim')], calm()));
      const deleted = done(await side.create([draftOf(setup, 'deleted-claim')], calm()));
      await person.delete(deleted.id);
      for (const claim of ['one-claim', 'deleted-claim', 'unknown-claim']) {
        const found = await side.findClaims([claim], calm());
        expect([...found]).toEqual(claim === 'one-claim' ? [[claim, made]] : []);
      }
      // A claim whose meeting was deleted does not make a second one.
      const [answer] = await side.create([draftOf(setup, 'deleted-claim')], calm());
      expect(answer?.kind).toBe('gone');
      expect(listedIds(await tell(side, null))).toEqual([made.id]);
    },
  },
  {
    name: 'finds by its claim what was made when the answer got lost',
    async run(setup) {
      const { side } = setup;
      const create = () => side.create([draftOf(setup, 'one-claim')], calm());
      if (setup.failNext) {
        await setup.failNext('lost');
        expect(await faultOf(create)).toMatchObject({ kind: 'timeout' });
      } else await create();
      const found = (await side.findClaims(['one-claim'], calm())).get('one-claim');
      expect(listedIds(await tell(side, null))).toEqual([found?.id]);
      expect(done(await create())).toEqual(found);
    },
  },
  {
    name: 'knows which meetings were made through the product',
    async run(setup) {
      const { side, person } = setup;
      const made = done(await side.create([draftOf(setup, 'one-claim')], calm()));
      const theirs = await person.make({ topic: 'Theirs', times: singleIn(3, setup.now()) });
      expect(made).toMatchObject({ madeHere: true, hostedByMe: true, kind: 'meeting' });
      expect(await readItem(side, theirs)).toMatchObject({ madeHere: false, hostedByMe: true });
    },
  },
  {
    name: 'tells how people join, and gives the settings of the meeting that it shall be like',
    async run(setup) {
      const { side, person } = setup;
      const model = await person.make({ topic: 'Model', times: singleIn(3, setup.now()) });
      await person.changeOptions(model);
      const { facts } = await readItem(side, model);
      const like = done(await side.create([{ ...draftOf(setup, 'like'), like: model }], calm()));
      const plain = done(await side.create([draftOf(setup, 'plain')], calm()));
      expect(like.facts.options).toBe(facts.options);
      expect(plain.facts.options).not.toBe(facts.options);
      expect(like.facts.details.joinUrl).toMatch(/^https?:/);
      expect(like.facts.details.joinUrl).not.toBe(facts.details.joinUrl);
    },
  },
  {
    name: 'reads changed settings, though a list may show nothing of them',
    async run(setup) {
      const { side, person } = setup;
      const id = await person.make({ topic: 'Theirs', times: singleIn(3, setup.now()) });
      const before = await readItem(side, id);
      const { cursor = null } = await tell(side, null);
      await person.changeOptions(id);
      const after = await readItem(side, id);
      expect(after.facts).toEqual({ ...before.facts, options: after.facts.options });
      expect(after.facts.options).not.toBe(before.facts.options);
      if (side.capabilities.rows === 'items') expect(listedIds(await tell(side, cursor))).toContain(id);
    },
  },
  {
    name: 'keeps a meeting without fixed time',
    async run(setup) {
      const { side } = setup;
      const draft = { ...draftOf(setup, 'timeless'), times: { kind: 'no-fixed-time' } as const };
      const made = done(await side.create([draft], calm()));
      expect(made.facts.times).toEqual({ kind: 'no-fixed-time' });
      const fixed = await side.update(
        [{ id: made.id, version: null, times: singleIn(4, setup.now()) }],
        calm(),
      );
      expect(done(fixed).facts.times.kind).toBe('single');
    },
  },
  {
    name: 'refuses by a code of the catalogue what it cannot hold, and goes on with the others',
    async run(setup) {
      const { side, impossible } = setup;
      const good = draftOf(setup, 'good-claim');
      if (impossible) {
        const bad = { ...good, claim: 'bad-claim', times: impossible };
        const [answer, ...rest] = await side.create(
          side.capabilities.batch > 1 ? [bad, good] : [bad],
          calm(),
        );
        if (answer?.kind !== 'refused') throw new Error(`Not refused: ${JSON.stringify(answer)}`);
        expect(Object.keys(catalogue)).toContain(answer.code);
        expect(rest.map(({ kind }) => kind)).toEqual(rest.map(() => 'done'));
        expect((await side.findClaims(['bad-claim'], calm())).size).toBe(0);
      }
      expect(done(await side.create([good], calm())).facts.topic).toBe('Made');
    },
  },
  {
    name: 'changes nothing of another host',
    async run(setup) {
      const { side, person } = setup;
      const own = await person.make({ topic: 'Own', times: singleIn(3, setup.now()) });
      expect((await readItem(side, own)).hostedByMe).toBe(true);
      const foreign = await person.makeForeign?.('Foreign');
      if (foreign === undefined) return;
      const before = await readItem(side, foreign);
      expect(before.hostedByMe).toBe(false);
      const [updated] = await side.update([{ id: foreign, version: null, topic: 'Ours' }], calm());
      const [removed] = await side.remove([{ id: foreign, version: null }], calm());
      expect([updated?.kind, removed?.kind]).toEqual(['refused', 'refused']);
      expect(await readItem(side, foreign)).toEqual(before);
    },
  },
  {
    name: 'never says of what expired that it was deleted',
    async run(setup) {
      const { side, person } = setup;
      const id = await person.make({ topic: 'Over', times: singleIn(1, setup.now()) });
      const { cursor = null } = await tell(side, null);
      expect((await readItem(side, id)).id).toBe(id);
      await person.expire?.(id);
      const told = await tell(side, cursor);
      expect(told.changes.filter(({ kind }) => kind === 'deleted').map(idOf)).toEqual([]);
      if (person.expire) {
        expect(listedIds(told)).not.toContain(id);
        expect(await readOne(side, id)).not.toBe('gone');
      }
    },
  },
  {
    name: 'says that the day’s creations are used up, and until when, or has no limit',
    async run(setup) {
      const { side } = setup;
      const { creationsADay } = side.capabilities;
      const most = setup.mayExhaust === true ? (creationsADay ?? 120) : 1;
      for (let index = 0; index < most; index += 1) {
        done(await side.create([draftOf(setup, `claim-${index}`)], calm()));
      }
      if (creationsADay === null || setup.mayExhaust !== true) return;
      const fault = await faultOf(() => side.create([draftOf(setup, 'one-more')], calm()));
      expect(fault.kind).toBe('budget');
      expect(fault.retryAfterMs ?? 0).toBeGreaterThan(0);
      expect((await side.findClaims(['one-more'], calm())).size).toBe(0);
      // A claim that made its meeting finds it all the same.
      expect(done(await side.create([draftOf(setup, 'claim-0')], calm())).facts.topic).toBe('Made');
    },
  },
];
