/** The invitation on an appointment is ours; everything around it is the person's, byte for byte. */
import { meetingNumber } from './bench';
import { calm, done, listedIds, readItem, readOne, singleIn, tell } from './checks';
import type { Check } from './checks';
import type { AppointmentSetup, PersonsAppointment } from './setup';

const texts = [
  'Bring the plan.',
  '',
  'Two lines,\r\n\r\nand an empty one between them.\r\n',
  '  Spaces before and after  ',
  'See https://example.test/j/plan?x=1 — äöü 日本語 👩‍💻 "quoted" <b>not bold</b>',
];

const make = async (
  { person, ...setup }: AppointmentSetup,
  rest: Pick<PersonsAppointment, 'text' | 'location'>,
  by: 'property' | 'body' = 'property',
): Promise<string> =>
  person.make({
    subject: 'Review',
    times: singleIn(3, setup.now()),
    carries: { ...meetingNumber(1), by },
    ...rest,
  });

export const invitationChecks: readonly Check<AppointmentSetup>[] = [
  {
    name: 'writes the invitation beside the person’s text, and takes everything of the meeting off again',
    async run(setup) {
      const { side, person } = setup;
      for (const text of texts) {
        const id = await make(setup, { text, location: '' });
        const before = await person.body(id);
        const { version } = await readItem(side, id);
        const { details } = meetingNumber(1);
        const written = done(await side.update([{ id, version, details }], calm()));
        expect(written.facts).toMatchObject({ shown: details, location: 'join' });
        const body = (await person.body(id)) ?? '';
        expect(body).not.toBe(before);
        expect(body).toContain(before);
        const [off] = await side.update([{ id, version: written.version, details: null }], calm());
        expect(off?.kind).toBe('done');
        expect([await person.body(id), await person.location(id)]).toEqual([before, '']);
        expect(await readOne(side, id)).toBe('gone');
        expect(listedIds(await tell(side, null))).not.toContain(id);
        expect(await side.find([meetingNumber(1).meetingId], calm())).toEqual([]);
      }
    },
  },
  {
    name: 'replaces an invitation in its place',
    async run(setup) {
      const { side, person } = setup;
      const id = await make(setup, { text: 'Bring the plan.', location: '' });
      const first = await side.update([{ id, version: null, ...meetingNumber(1) }], calm());
      const changed = meetingNumber(1, 'second').details;
      const second = await side.update([{ id, version: done(first).version, details: changed }], calm());
      expect(done(second).facts.shown).toEqual(changed);
      const body = (await person.body(id)) ?? '';
      expect(body).not.toContain(meetingNumber(1).details.joinUrl);
      expect(body.split(changed.joinUrl)).toHaveLength(2);
      expect(await person.location(id)).toBe(changed.joinUrl);
      expect(done(second).meetingId).toBe(meetingNumber(1).meetingId);
    },
  },
  {
    name: 'leaves a location of the person’s own where it is',
    async run(setup) {
      const { side, person } = setup;
      const id = await make(setup, { text: 'Bring the plan.', location: 'Room 4' });
      expect((await readItem(side, id)).facts.location).toBe('own');
      const { details } = meetingNumber(1);
      const written = done(await side.update([{ id, version: null, details }], calm()));
      expect([written.facts.location, await person.location(id)]).toEqual(['own', 'Room 4']);
      await side.update([{ id, version: written.version, details: null }], calm());
      expect(await person.location(id)).toBe('Room 4');
    },
  },
  {
    name: 'still carries the meeting when the person removed the text of the invitation',
    async run(setup) {
      const { side, person } = setup;
      const id = await make(setup, { text: 'Bring the plan.', location: '' });
      await side.update([{ id, version: null, details: meetingNumber(1).details }], calm());
      await person.removeInvitation(id);
      expect(await readItem(side, id)).toMatchObject({
        meetingId: meetingNumber(1).meetingId,
        foundBy: 'property',
        facts: { shown: null },
      });
    },
  },
  {
    name: 'leaves body and location alone where only subject and times change',
    async run(setup) {
      const { side, person } = setup;
      const id = await make(setup, { text: '  Bring\r\nthe plan.  ', location: '' });
      await side.update([{ id, version: null, details: meetingNumber(1).details }], calm());
      const before = [await person.body(id), await person.location(id)];
      const times = singleIn(6, setup.now());
      done(await side.update([{ id, version: null, subject: 'Renamed', times }], calm()));
      expect([await person.body(id), await person.location(id)]).toEqual(before);
      expect((await readItem(side, id)).facts).toMatchObject({ subject: 'Renamed', location: 'join' });
    },
  },
  {
    name: 'takes an invitation off that was found by the text alone',
    async run(setup) {
      const { side, person } = setup;
      const id = await make(setup, { text: 'Bring the plan.', location: 'Room 4' }, 'body');
      expect(await readItem(side, id)).toMatchObject({ foundBy: 'body' });
      const [off] = await side.update([{ id, version: null, details: null }], calm());
      expect(off?.kind).toBe('done');
      expect([await person.body(id), await person.location(id)]).toEqual(['Bring the plan.', 'Room 4']);
      expect(await readOne(side, id)).toBe('gone');
    },
  },
];
