/**
 * The database goes away: in the middle of a save, while nobody asks, and under the connection by which backends
 * hear of each other. Nothing is half-saved, whoever asks is told, and the next try works. On a PostgreSQL of its own.
 */
import { sql } from 'kysely';
import * as z from 'zod';
import pg from 'pg';
import { problemCode } from '../support';
import { PostgresPlace } from './places';
import { Installation, ok, on, onlyMapi } from './support';

jest.setTimeout(60_000);

let place: PostgresPlace;
let people: Installation;

beforeAll(async () => {
  const opened = await PostgresPlace.open();
  if (typeof opened === 'string') throw new Error(opened);
  place = opened;
});
afterAll(() => place.close());
beforeEach(async () => {
  people = await Installation.at(place);
});
afterEach(() => people.close());

/** Asks until it is so; every question waits for its answer, so nobody counts time. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()));
}

/** A connection beside the backends', for looking and for standing in their way. */
async function beside(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: place.url });
  // It breaks with the server.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

const Waiting = z.object({ rows: z.array(z.object({ waiting: z.coerce.number() })) });

/** How many connections wait for a lock. */
async function waiting(client: pg.Client): Promise<number> {
  const found = await client.query(
    `select count(*) as waiting from pg_stat_activity where wait_event_type = 'Lock'`,
  );
  return Waiting.parse(found).rows[0]?.waiting ?? 0;
}

it('of a save that the database did not survive nothing is left, and the next try works', async () => {
  const admin = await people.admin();
  const before = await admin.save({ integration: on });
  const [watcher, blocker] = [await beside(), await beside()];
  // The save has changed its row, and now waits to write the history.
  await blocker.query('begin; lock table policy_history in access exclusive mode');
  const saving = admin.put(onlyMapi, before.version);
  await until(async () => (await waiting(watcher)) > 0);
  await place.crash();

  const answer = await saving;
  expect(answer.statusCode).toBe(503);
  expect(problemCode(answer)).toBe('backend-unavailable');
  expect(answer.body).not.toMatch(/Connection|ECONN|pg|postgres/i);
  const again = await admin.put(onlyMapi, before.version);
  expect(problemCode(again)).toBe('backend-unavailable');
  const health = await admin.backend.send({ url: '/health' });
  expect(health.json()).toMatchObject({ status: 'degraded', database: 'unavailable' });

  await place.start();
  expect(await admin.settings()).toEqual(before);
  expect(await admin.history()).toHaveLength(1);
  const saved = ok(await admin.put(onlyMapi, before.version)).json();
  expect(saved.settings).toEqual(onlyMapi);
  expect(await admin.history()).toHaveLength(2);
});

it('backends hear of each other again after the connection between them broke', async () => {
  const [admin, other] = [await people.admin(), await people.secondAdmin()];
  const address = await admin.backend.built.app.listen({ port: 0 });
  const response = await fetch(`${address}/api/changes`, {
    headers: { authorization: `Bearer ${admin.token}` },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const told = async (revision: number) => {
    while (!text.includes(`id: ${revision}\n`)) text += (await reader?.read())?.value ?? '';
  };
  await told(0);
  await until(async () => (await listeners()) === 2);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %'`.execute(
    place.processes[0].database,
  );
  // Told while nobody heard it, or heard again: both arrive.
  const missed = await other.save({ integration: on });
  await told(missed.version);
  await until(async () => (await listeners()) === 2);
  const later = await other.save(onlyMapi);
  await told(later.version);
  await reader?.cancel();
});

async function listeners(): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) as count from pg_stat_activity
    where query like 'listen %' and state = 'idle'`.execute(place.processes[0].database);
  return Number(rows[0]?.count);
}
