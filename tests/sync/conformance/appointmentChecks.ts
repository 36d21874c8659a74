/** What is asked of a calendar alone: whom it tells of, how a meeting is found on an appointment, and the person's own. */
import { appointmentBench, meetingNumber } from './bench';
import { changeChecks } from './changeChecks';
import { calm, done, faultOf, idOf, listedIds, readItem, readOne, singleIn, tell } from './checks';
import type { Check } from './checks';
import { invitationChecks } from './invitationChecks';
import { seriesChecks } from './seriesChecks';
import type { AppointmentSetup, PersonsAppointment } from './setup';
import { writeChecks } from './writeChecks';

const appointment = (
  setup: AppointmentSetup,
  carries: PersonsAppointment['carries'],
  rest: Partial<PersonsAppointment> = {},
): PersonsAppointment => ({
  subject: 'Review',
  times: singleIn(3, setup.now()),
  text: 'Bring the plan.\r\n\r\n  Indented, with trailing spaces  \r\n',
  location: '',
  carries,
  ...rest,
});

let made = 100;

export const appointmentChecks: readonly Check<AppointmentSetup>[] = [
  ...changeChecks(appointmentBench),
  ...writeChecks(appointmentBench),
  ...seriesChecks((setup: AppointmentSetup) => ({
    side: setup.side,
    now: () => setup.now(),
    make(times) {
      made += 1;
      return setup.side.create([{ ...meetingNumber(made), subject: 'Series', times }], calm());
    },
    patch: (expected, change) => ({ ...expected, ...change }),
  })),
  ...invitationChecks,

  {
    name: 'makes an appointment that carries its meeting, for itself',
    async run(setup) {
      const { side } = setup;
      const meeting = meetingNumber(1);
      const draft = { ...meeting, subject: 'Review', times: singleIn(3, setup.now()) };
      const item = done(await side.create([draft], calm()));
      expect(item).toMatchObject({
        meetingId: meeting.meetingId,
        foundBy: 'property',
        madeFor: 'this',
        facts: { subject: 'Review', shown: meeting.details, location: 'join' },
      });
      expect(await side.find([meeting.meetingId], calm())).toEqual([item]);
    },
  },
  {
    name: 'refuses an appointment without fixed time',
    async run(setup) {
      const { side } = setup;
      const times = { kind: 'no-fixed-time' } as const;
      const [answer] = await side.create([{ ...meetingNumber(1), subject: 'Never', times }], calm());
      expect(answer?.kind).toBe('refused');
      const kept = done(
        await side.create(
          [{ ...meetingNumber(2), subject: 'Kept', times: singleIn(3, setup.now()) }],
          calm(),
        ),
      );
      const [patched] = await side.update([{ id: kept.id, version: null, times }], calm());
      expect(patched?.kind).toBe('refused');
      expect(listedIds(await tell(side, null))).toEqual([kept.id]);
      expect(await readItem(side, kept.id)).toEqual(kept);
    },
  },
  {
    name: 'tells nothing of an appointment without a meeting, and touches none',
    async run(setup) {
      const { side, person } = setup;
      const { cursor = null } = await tell(side, null);
      const own = await person.make(appointment(setup, null, { location: 'Room 4' }));
      const other = await person.make(appointment(setup, { ...meetingNumber(1), by: 'property' }));
      const body = await person.body(own);
      expect(listedIds(await tell(side, null))).toEqual([other]);
      expect(listedIds(await tell(side, cursor))).toEqual([other]);
      expect(await readOne(side, own)).toBe('gone');
      expect((await side.find([meetingNumber(1).meetingId], calm())).map(({ id }) => id)).toEqual([other]);
      const meeting = meetingNumber(2);
      const patches = [
        { id: own, version: null, subject: 'Ours' },
        { id: own, version: null, ...meeting },
        { id: own, version: null, details: null },
      ];
      for (const patch of patches) expect(await side.update([patch], calm())).toEqual([{ kind: 'gone' }]);
      expect(await side.remove([{ id: own, version: null }], calm())).toEqual([{ kind: 'gone' }]);
      expect([await person.body(own), await person.location(own)]).toEqual([body, 'Room 4']);
      await person.rename(own, 'Still my own');
      expect(listedIds(await tell(side, cursor))).toEqual([other]);
    },
  },
  {
    name: 'finds the meeting by the property, the location or the body, in this order',
    async run(setup) {
      const { side, person } = setup;
      const [one, two, three] = [meetingNumber(1), meetingNumber(2), meetingNumber(3)];
      const ids = {
        property: await person.make(
          appointment(setup, { ...one, by: 'property' }, { location: two.details.joinUrl }),
        ),
        location: await person.make(appointment(setup, { ...two, by: 'location' })),
        body: await person.make(appointment(setup, { ...three, by: 'body' })),
      };
      const found = await side.find([one.meetingId, two.meetingId, three.meetingId].slice(0, 3), calm());
      expect(found.map(({ id }) => id).sort()).toEqual(Object.values(ids).sort());
      expect(await readItem(side, ids.property)).toMatchObject({
        meetingId: one.meetingId,
        foundBy: 'property',
        madeFor: 'this',
      });
      expect(await readItem(side, ids.location)).toMatchObject({
        meetingId: two.meetingId,
        foundBy: 'location',
        madeFor: 'untold',
      });
      expect(await readItem(side, ids.body)).toMatchObject({
        meetingId: three.meetingId,
        foundBy: 'body',
        facts: { shown: three.details },
      });
      expect(listedIds(await tell(side, null)).sort()).toEqual(Object.values(ids).sort());
    },
  },
  {
    name: 'finds all appointments that carry a meeting, and none of another',
    async run(setup) {
      const { side, person } = setup;
      const meeting = meetingNumber(1);
      const original = await person.make(appointment(setup, { ...meeting, by: 'property' }));
      await person.make(appointment(setup, { ...meetingNumber(2), by: 'property' }));
      const copy = await person.copy(original);
      const found = await side.find([meeting.meetingId], calm());
      expect(found.map(({ id, madeFor }) => [id, madeFor]).sort()).toEqual(
        [
          [original, 'this'],
          [copy, 'another'],
        ].sort(),
      );
      expect(await side.find([meetingNumber(3).meetingId], calm())).toEqual([]);
      await person.delete(original);
      expect((await side.find([meeting.meetingId], calm())).map(({ id }) => id)).toEqual([copy]);
    },
  },
  {
    name: 'finds what was made when the answer got lost',
    async run(setup) {
      const { side } = setup;
      const meeting = meetingNumber(1);
      const draft = { ...meeting, subject: 'Review', times: singleIn(3, setup.now()) };
      const create = () => side.create([draft], calm());
      if (setup.failNext) {
        await setup.failNext('lost');
        expect(await faultOf(create)).toMatchObject({ kind: 'timeout' });
      } else await create();
      const [found, ...more] = await side.find([meeting.meetingId], calm());
      expect([found?.facts.shown, more]).toEqual([meeting.details, []]);
    },
  },
  {
    name: 'gives a copy another meeting, which is then its own',
    async run(setup) {
      const { side, person } = setup;
      const original = await person.make(appointment(setup, { ...meetingNumber(1), by: 'property' }));
      const copy = await person.copy(original);
      const { version } = await readItem(side, copy);
      const item = done(await side.update([{ id: copy, version, ...meetingNumber(2) }], calm()));
      expect(item).toMatchObject({
        meetingId: meetingNumber(2).meetingId,
        madeFor: 'this',
        facts: { shown: meetingNumber(2).details },
      });
      expect(await readItem(side, original)).toMatchObject({ meetingId: meetingNumber(1).meetingId });
    },
  },
  {
    name: 'tells of an appointment whose meeting the person took off what it tells of one that is gone',
    async run(setup) {
      const { side, person } = setup;
      const id = await person.make(appointment(setup, { ...meetingNumber(1), by: 'property' }));
      const { cursor = null } = await tell(side, null);
      await person.takeOff(id);
      const told = await tell(side, cursor);
      const { changes, deletions } = side.capabilities;
      const gone = told.changes.filter(({ kind }) => kind === 'deleted').map(idOf);
      expect(gone).toEqual(deletions && changes === 'delta' ? [id] : []);
      expect(listedIds(told)).toEqual([]);
      expect(await readOne(side, id)).toBe('gone');
      expect(await person.body(id)).toBeDefined();
    },
  },
];
