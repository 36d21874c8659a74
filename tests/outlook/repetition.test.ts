/** Whether the open item repeats: what each kind of client tells, and what is written. */
import type { ComposeAppointment, ReadAppointment } from '../../src/outlook/item';
import { openAppointment } from '../../src/outlook/office';
import { count, mondays, until, weekly } from '../domain/recurrence/samples';
import { Host, removeOffice } from './support/host';
import { SeriesTime } from './support/seriesTime';

let host: Host;
beforeEach(() => {
  host = new Host();
  host.install();
});
afterEach(() => {
  jest.useRealTimers();
  removeOffice();
});

function compose(): ComposeAppointment {
  const item = openAppointment();
  if (item?.mode !== 'compose') throw new Error('not in compose mode');
  return item;
}

function read(): ReadAppointment {
  const item = openAppointment();
  if (item?.mode !== 'read') throw new Error('not in read mode');
  return item;
}

const repetition = async () => (await compose().snapshot()).repetition;

/** Mondays at 9:00, as the host tells them. */
function pattern() {
  const seriesTime = new SeriesTime();
  seriesTime.setStartDate(2026, 10, 23);
  seriesTime.setEndDate(2027, 0, 25);
  seriesTime.setStartTime('T09:00:00.000');
  seriesTime.setDuration(30);
  return {
    recurrenceType: 'weekly',
    recurrenceProperties: { interval: 1, days: ['mon'], firstDayOfWeek: 'sun' },
    recurrenceTimeZone: { name: 'W. Europe Standard Time', offset: 60 },
    seriesTime,
  };
}
const recurrence = { ...mondays, end: until('2027-01-25') };

describe('an appointment that is written', () => {
  it('is a single one where Outlook tells no pattern', async () => {
    expect(await repetition()).toEqual({ kind: 'single' });
  });

  it('is a series by its pattern', async () => {
    host.item.recurrence = pattern();
    expect(await repetition()).toEqual({ kind: 'series', recurrence });
    expect((await compose().subjectAndTimes()).repetition).toEqual({ kind: 'series', recurrence });
  });

  it('is one occurrence by its series', async () => {
    Object.assign(host.item, { recurrence: pattern(), seriesId: 'AAMk/series' });
    host.install();
    expect(await repetition()).toEqual({ kind: 'occurrence', seriesId: 'AAMk/series', recurrence });
  });

  it('takes the person’s zone where the pattern names none', async () => {
    host.item.recurrence = { ...pattern(), recurrenceTimeZone: null };
    expect(await repetition()).toMatchObject({ recurrence: { timeZone: 'W. Europe Standard Time' } });
  });

  it('is unknown with a pattern that nobody knows', async () => {
    host.item.recurrence = { ...pattern(), recurrenceType: 'lunar' };
    expect(await repetition()).toEqual({ kind: 'unknown' });
  });

  it('fails rather than taking a series for a single appointment when Outlook fails', async () => {
    host.fail('recurrence.get', 5000);
    await expect(compose().snapshot()).rejects.toMatchObject({
      code: 'host-call-failed',
      details: { action: 'read how the appointment repeats' },
    });
  });
});

describe('a client without recurrence', () => {
  const without = (extra: Record<string, unknown> = {}) => {
    host.install({ requirements: { isSetSupported: () => false } });
    Object.assign(Office.context.mailbox.item ?? {}, extra);
  };

  it('leaves it unknown, with one call less', async () => {
    without({ recurrence: undefined });
    expect(await repetition()).toEqual({ kind: 'unknown' });
    expect(host.calls).not.toContain('recurrence.get');
  });

  it('is not asked although Office.js has the member: it has every member, whatever the host can do', async () => {
    host.item.recurrence = pattern();
    without();
    expect(await repetition()).toEqual({ kind: 'unknown' });
    expect(host.calls).not.toContain('recurrence.get');
  });

  it('still knows an occurrence by its series', async () => {
    without({ recurrence: undefined, seriesId: 'AAMk/series' });
    expect(await repetition()).toEqual({
      kind: 'occurrence',
      seriesId: 'AAMk/series',
      recurrence: undefined,
    });
  });

  it('says why it cannot write one', async () => {
    without({ recurrence: undefined });
    await expect(compose().writeRecurrence(mondays)).rejects.toMatchObject({
      code: 'host-unsupported',
      details: { reason: 'it needs a newer Outlook (Mailbox 1.7)' },
    });
  });
});

describe('an appointment that is only read', () => {
  const opened = (item: Record<string, unknown>, claims = true) => {
    host.install({ requirements: { isSetSupported: () => claims } }, 'read');
    Object.assign(Office.context.mailbox.item ?? {}, item);
    return read().repetition;
  };

  it('has its repetition at once', () => {
    expect(opened({ recurrence: pattern() })).toEqual({ kind: 'series', recurrence });
    expect(opened({ recurrence: pattern(), seriesId: 'AAMk/series' })).toEqual({
      kind: 'occurrence',
      seriesId: 'AAMk/series',
      recurrence,
    });
    expect(opened({ recurrence: null })).toEqual({ kind: 'single' });
    expect(opened({ recurrence: undefined })).toEqual({ kind: 'single' });
    expect(host.calls).toEqual([]);
  });

  it('leaves it unknown where the client has no recurrence', () => {
    expect(opened({ recurrence: undefined, seriesId: undefined }, false)).toEqual({ kind: 'unknown' });
  });
});

describe('writing', () => {
  it('makes a series that is read back the same, its count as a date', async () => {
    const item = compose();
    await item.writeRecurrence({ ...mondays, rule: weekly(['monday', 'friday'], 2), end: count(4) });
    expect(await repetition()).toEqual({
      kind: 'series',
      recurrence: { ...mondays, rule: weekly(['monday', 'friday'], 2), end: until('2026-12-11') },
    });
    expect(host.calls.filter((call) => call === 'recurrence.set')).toHaveLength(1);
  });

  it('makes a series a single appointment', async () => {
    host.item.recurrence = pattern();
    await compose().writeRecurrence(null);
    expect(host.item.recurrence).toBeNull();
  });

  it('says so where Office.js has no way to say times', async () => {
    Object.assign(Office, { SeriesTime: undefined });
    await expect(compose().writeRecurrence(mondays)).rejects.toMatchObject({ code: 'host-unsupported' });
  });

  it('fails in words when Outlook refuses', async () => {
    host.fail('recurrence.set', 9010);
    await expect(compose().writeRecurrence(null)).rejects.toMatchObject({
      details: { action: 'write how the appointment repeats', hostCode: 9010 },
    });
  });
});
