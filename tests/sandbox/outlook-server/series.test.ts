/** Series over HTTP: what arrives at attendees of a series and of its occurrences, and taking a deletion back. */
import type { Recurrence } from '../../../src/domain/recurrence';
import { Appointment, type Store } from '../../../src/helper/embedded/model';
import { appointmentOf, attendee, hour, Office, refusal, request, zone } from './fixtures';

let office: Office;
let mine: Store;
let theirs: Store;

beforeEach(async () => {
  office = await new Office().start();
  [mine, theirs] = await office.stores();
});
afterEach(() => office.close());

const recurrence: Recurrence = {
  rule: { frequency: 'weekly', interval: 1, days: ['monday'], weekStart: 'monday' },
  end: { kind: 'count', count: 3 },
  start: '2026-03-02T09:00:00',
  durationMinutes: 60,
  timeZone: zone,
};
const sendSeries = (given = {}) =>
  office.create(request(mine, { recurrence, required: [attendee], send: true, ...given }));

const on = async (store: Store, date: string): Promise<Appointment | undefined> =>
  (await office.calendar(store)).find(({ originalDate }) => originalDate === date);
const mineOn = async (date: string): Promise<Appointment> => Appointment.parse(await on(mine, date));
const remove = ({ id }: Appointment) => office.ask('DELETE', `/api/appointments/${id}`);
const restore = (body: unknown) => office.ask('POST', '/api/restore', body);

it('brings a series into the calendar of an attendee, with what was changed and cancelled of it before', async () => {
  const draft = await office.create(request(mine, { recurrence, required: [attendee] }));
  appointmentOf(await office.save(await mineOn('2026-03-09'), { location: 'Room 2' }));
  expect((await remove(await mineOn('2026-03-16'))).status).toBe(204);
  expect(await office.calendar(theirs)).toEqual([]);
  const { json } = await office.ask('GET', `/api/appointments/${draft.id}`);
  appointmentOf(await office.save(Appointment.parse(json), { send: true }));
  expect(
    (await office.calendar(theirs)).map(({ originalDate, location }) => [originalDate, location]),
  ).toEqual([
    ['2026-03-02', 'Room 1'],
    ['2026-03-09', 'Room 2'],
  ]);
});

it('changes one occurrence at the attendee and keeps what the attendee has on it', async () => {
  await sendSeries();
  const received = Appointment.parse(await on(theirs, '2026-03-09'));
  appointmentOf(await office.save(received, { customProperties: { theirs: '1' } }));
  const one = await mineOn('2026-03-09');
  const [start, end] = [one.start + hour, one.end + hour];
  appointmentOf(await office.save(one, { start, end, send: true }));
  expect(await on(theirs, '2026-03-09')).toMatchObject({
    id: received.id,
    start,
    end,
    customProperties: { theirs: '1' },
  });
  expect((await on(theirs, '2026-03-16'))?.start).toBe((await mineOn('2026-03-16')).start);
});

it('keeps a change of an occurrence that is not sent to itself', async () => {
  await sendSeries();
  appointmentOf(await office.save(await mineOn('2026-03-09'), { subject: 'Private' }));
  expect((await on(theirs, '2026-03-09'))?.subject).toBe('Planning');
});

it('calls one occurrence off at the attendee, and brings it back with the organizer’s', async () => {
  await sendSeries();
  const one = await mineOn('2026-03-09');
  await remove(one);
  expect(await on(mine, '2026-03-09')).toBeUndefined();
  expect((await on(theirs, '2026-03-09'))?.subject).toBe('Canceled: Planning');
  const { searchKey, originalDate } = one;
  expect(appointmentOf(await restore({ searchKey, originalDate }))).toMatchObject({ id: one.id });
  expect((await on(theirs, '2026-03-09'))?.subject).toBe('Planning');
});

it('gives one who is invited to a single occurrence an appointment of its own, and calls it off there', async () => {
  await sendSeries({ required: [], send: false });
  const one = await mineOn('2026-03-09');
  const sent = appointmentOf(await office.save(one, { required: [attendee], send: true }));
  expect(await office.calendar(theirs)).toMatchObject([{ start: one.start, recurrence: null, sent: true }]);
  expect((await office.calendar(theirs))[0]?.uid).not.toBe(one.uid);
  appointmentOf(await office.save(sent, { required: [], send: true }));
  expect(await office.calendar(theirs)).toMatchObject([{ subject: 'Canceled: Planning' }]);
});

it('takes somebody off one occurrence and leaves the others', async () => {
  await sendSeries();
  appointmentOf(await office.save(await mineOn('2026-03-09'), { required: [], send: true }));
  expect((await office.calendar(theirs)).map(({ subject }) => subject)).toEqual([
    'Planning',
    'Canceled: Planning',
    'Planning',
  ]);
});

it('moves the series at the attendee, exceptions given up on both sides', async () => {
  const series = await sendSeries();
  appointmentOf(await office.save(await mineOn('2026-03-09'), { subject: 'Special', send: true }));
  const moved = { ...recurrence, start: '2026-03-02T11:00:00' };
  const { json } = await office.ask('GET', `/api/appointments/${series.id}`);
  appointmentOf(await office.save(Appointment.parse(json), { recurrence: moved, send: true }));
  const seen = (items: readonly Appointment[]) => items.map(({ start, subject }) => [start, subject]);
  expect(seen(await office.calendar(theirs))).toEqual(seen(await office.calendar(mine)));
  expect((await on(theirs, '2026-03-09'))?.subject).toBe('Planning');
});

it('leaves the recurrence alone when a change says nothing of it', async () => {
  const series = await sendSeries();
  const { recurrence: _unsaid, ...rest } = series;
  const saved = appointmentOf(
    await office.ask('PUT', `/api/appointments/${series.id}`, { ...rest, subject: 'Renamed', send: false }),
  );
  expect(saved).toMatchObject({ subject: 'Renamed', recurrence });
});

it('refuses an occurrence on the day of another one', async () => {
  await sendSeries();
  const one = await mineOn('2026-03-09');
  const [start, end] = [one.start + 7 * 24 * hour, one.end + 7 * 24 * hour];
  refusal(await office.save(one, { start, end }), 422, 'crosses-occurrence');
});

it('takes the deletion of an appointment back, and sends it again', async () => {
  const sent = await office.create(request(mine, { required: [attendee], send: true }));
  await remove(sent);
  const back = appointmentOf(await restore({ searchKey: sent.searchKey }));
  expect(back).toMatchObject({ subject: 'Planning', uid: sent.uid });
  expect(back.id).not.toBe(sent.id);
  expect((await office.calendar(theirs))[0]?.subject).toBe('Planning');
  refusal(await restore({ searchKey: sent.searchKey }), 404, 'not-found');
  refusal(await restore({ searchKey: 'nothing' }), 404, 'not-found');
});

it('brings the whole series back with its last occurrence', async () => {
  await sendSeries({ recurrence: { ...recurrence, end: { kind: 'count', count: 1 } } });
  const one = await mineOn('2026-03-02');
  await remove(one);
  expect(await office.calendar(mine)).toEqual([]);
  const { searchKey, originalDate } = one;
  appointmentOf(await restore({ searchKey, originalDate }));
  expect(await mineOn('2026-03-02')).toMatchObject({ subject: 'Planning' });
});
