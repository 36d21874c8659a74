/** What is read in several questions is of one moment, whatever is written in between. On a PostgreSQL of its own. */
import * as z from 'zod';
import pg from 'pg';
import { SettingsFile } from '../../../src/api/policy';
import { PostgresPlace } from './places';
import { Installation, ok, onlyMapi } from './support';

jest.setTimeout(60_000);

const Waiting = z.object({ rows: z.tuple([z.object({ waiting: z.coerce.number() })]) });

let place: PostgresPlace;
let people: Installation;

beforeAll(async () => {
  const opened = await PostgresPlace.open();
  if (typeof opened === 'string') throw new Error(opened);
  place = opened;
  people = await Installation.at(place);
});
afterAll(async () => {
  await people.close();
  await place.close();
});

it('an exported file has account and groups as they were together', async () => {
  const admin = await people.admin();
  await admin.group('Sales');
  const [writer, watcher] = [place.url, place.url].map((url) => new pg.Client({ connectionString: url }));
  if (writer === undefined || watcher === undefined) throw new Error('there are two');
  await Promise.all([writer.connect(), watcher.connect()]);

  // The account is read, and its groups have to wait for somebody who changes both.
  await writer.query('begin; lock table policy_groups in access exclusive mode');
  const exporting = admin.send('GET', '/api/account/export');
  const isWaiting = async () => {
    const asked = `select count(*) as waiting from pg_stat_activity where wait_event_type = 'Lock'`;
    return Waiting.parse(await watcher.query(asked)).rows[0].waiting > 0;
  };
  while (!(await isWaiting()));
  for (const table of ['accounts', 'policy_groups'])
    await writer.query(`update ${table} set settings = $1, locks = $2`, [
      onlyMapi,
      {
        mapi: {
          by: { id: 'admin', name: 'Sandbox', email: 'a@example.test' },
          at: '2026-11-20T08:00:00.000Z',
        },
      },
    ]);
  await writer.query('commit');

  const { account, groups } = SettingsFile.parse(ok(await exporting).json());
  expect([account, groups]).toEqual([{}, [{ name: 'Sales', settings: {} }]]);
  const after = SettingsFile.parse(ok(await admin.send('GET', '/api/account/export')).json());
  expect([after.account, after.groups]).toEqual([onlyMapi, [{ name: 'Sales', settings: onlyMapi }]]);

  await Promise.all([writer.end(), watcher.end()]);
});
