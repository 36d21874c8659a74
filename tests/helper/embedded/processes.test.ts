/** Several real processes on one profile file. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { systemImpulses } from '../../../src/helper/embedded/watch';
import { Desk, fields, organizer, zone } from './fixtures';

jest.setTimeout(60_000);

const here = join('tests', 'helper', 'embedded');
let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

/** Runs `writer.ts` in a process of its own. */
function writer(...parameters: string[]) {
  const script = [join(here, 'runTypeScript.mjs'), join(here, 'writer.ts'), desk.file, ...parameters];
  return promisify(execFile)(process.execPath, script);
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

it('each hears what the others write, once and in order, while it writes itself', async () => {
  const profile = desk.open({ impulses: systemImpulses });
  const store = profile.ensureStore(organizer, zone);
  const heard: number[] = [];
  let onHeard = (): void => undefined;
  profile.watch((event) => {
    heard.push(event.kind === 'change' ? event.change.sequence : -1);
    // Writing in between makes the three writers take turns.
    if (heard.length % 10 === 0 && heard.length <= 50)
      profile.create({ storeId: store.id, fields: fields({ subject: 'Answer' }) });
    onHeard();
  });

  const outputs = await Promise.all([
    writer('first@example.test', '30'),
    writer('second@example.test', '30'),
  ]);
  const written = outputs.flatMap(({ stdout }) => z.array(z.number()).parse(JSON.parse(stdout)));
  const theirs = 2 * (30 * 2 + 15);
  const all = theirs + 5;
  await new Promise<void>((resolve) => {
    onHeard = () => {
      if (heard.length >= all) resolve();
    };
    onHeard();
  });

  expect(heard).toEqual(upTo(all));
  expect(new Set(written).size).toBe(theirs);
  expect(profile.stores()).toHaveLength(3);
});

it('opening a new file together makes it once', async () => {
  const addresses = ['first', 'second', 'third'].map((name) => `${name}@example.test`);
  await Promise.all(addresses.map((address) => writer(address, '1')));
  const profile = desk.open();
  expect(
    profile
      .stores()
      .map(({ owner }) => owner.address)
      .sort(),
  ).toEqual([...addresses].sort());
  expect(profile.latestSequence()).toBe(6);
});

it('one that is killed in the middle of writing leaves nothing half-written and locks nobody out', async () => {
  const profile = desk.open();
  const store = profile.ensureStore(organizer, zone);
  await expect(writer(organizer.address, '2', 'die')).rejects.toMatchObject({ signal: 'SIGKILL' });
  const subjects = profile.list({ storeId: store.id }).map(({ subject }) => subject);
  expect(subjects).toEqual(['Round 0']);
  expect(profile.latestSequence()).toBe(5);
  expect(profile.create({ storeId: store.id, fields: fields() }).changeNumber).toBe(6);
});
