/**
 * Fills the sides' files: `seed <folder> <items>` writes so many meetings and no appointment;
 * `seed <folder> <items> change <count>` changes the topics of so many meetings.
 */
import path from 'node:path';
import * as z from 'zod/mini';
import { MeetingItem } from '../../src/sync/model';
import { Store } from './store';
import { storedMeeting } from './stored';

const FIRST = Date.parse('2026-12-01T08:00:00Z');
const HALF_AN_HOUR = 30 * 60_000;
/** All within the year that is looked at. */
const SLOTS = 12_000;

function meeting(number: number, version: number): MeetingItem {
  const id = `${81_000_000_000 + number}`;
  const start = new Date(FIRST + (number % SLOTS) * HALF_AN_HOUR).toISOString();
  return {
    id,
    version: String(version),
    kind: 'meeting',
    hostedByMe: true,
    madeHere: false,
    facts: {
      topic: `Meeting ${number}`,
      times: { kind: 'single', start, durationMinutes: 30, timeZone: 'Europe/Berlin' },
      details: { joinUrl: `https://zoom.us/j/${id}?pwd=c2FuZGJveA`, passcode: '482913', joinNumber: id },
      options: 'waitingRoom',
    },
  };
}

const [folder = '.', items = '0', , changes] = process.argv.slice(2);
const store = new Store(path.join(folder, 'meeting.db'));
if (changes === undefined) {
  const numbers = Array.from({ length: Number(items) }, (_, number) => number);
  store.put(numbers.map((number) => (version) => storedMeeting(meeting(number, version))));
  new Store(path.join(folder, 'appointment.db')).close();
} else {
  const step = Math.floor(Number(items) / Number(changes));
  const ids = Array.from({ length: Number(changes) }, (_, index) => meeting(index * step, 0).id);
  const rows = store.byId(ids).map(({ json }) => z.parse(MeetingItem, JSON.parse(json)));
  store.put(
    rows.map((item) => (version) => {
      const facts = { ...item.facts, topic: `${item.facts.topic}, changed` };
      return storedMeeting({ ...item, version: String(version), facts });
    }),
  );
}
store.close();
