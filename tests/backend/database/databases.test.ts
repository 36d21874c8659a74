/**
 * What several processes on one database rely on, on the embedded database and on a real PostgreSQL (where its
 * binaries run; otherwise the reason is printed).
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { Meeting } from '../../../src/api/backend';
import { IN_MEMORY, openDatabase, type OpenDatabase } from '../../../src/backend/database/open';
import { appointmentRows } from '../../../src/backend/database/appointments';
import { madeMeetingRows } from '../../../src/backend/database/madeMeetings';
import { memberSettingsRows, noPreferences } from '../../../src/backend/database/memberSettings';
import { signInRows } from '../../../src/backend/database/signIns';
import { zoomTokenRows } from '../../../src/backend/database/zoomTokens';
import { CLAIM, emptyDatabase, World } from '../support';

/** A database, opened once for each of two processes. */
interface Place {
  readonly name: string;
  readonly processes: readonly [OpenDatabase, OpenDatabase];
}

const Started = z.union([z.object({ url: z.string() }), z.object({ unavailable: z.string() })]);
const places: Place[] = [];
let postgres: ChildProcess | undefined;
let closing: OpenDatabase[] = [];

beforeAll(async () => {
  const embedded = await openDatabase({ directory: IN_MEMORY });
  places.push({ name: 'PGlite', processes: [embedded, embedded] });
  closing = [embedded];

  const child = spawn(process.execPath, [join(__dirname, 'postgresServer.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  postgres = child;
  const [line] = await once(createInterface(child.stdout), 'line');
  const started = Started.parse(JSON.parse(String(line)));
  if ('unavailable' in started) {
    process.stderr.write(
      `PostgreSQL is not tested here, because it does not start: ${started.unavailable}\n`,
    );
    return;
  }
  // Both bring the schema up to date at the same moment.
  const place = { url: started.url, directory: IN_MEMORY };
  const processes = await Promise.all([openDatabase(place), openDatabase(place)]);
  places.push({ name: 'PostgreSQL', processes });
  closing.push(...processes);
}, 60_000);

afterAll(async () => {
  for (const open of closing) await open.close();
  if (postgres === undefined) return;
  postgres.stdin?.end();
  await once(postgres, 'exit');
}, 60_000);

/** Runs the test on every database that there is, emptied before. */
const onEvery = (statement: string, test: (place: Place, world: World) => Promise<void>) =>
  it(statement, async () => {
    for (const place of places) {
      const [open] = place.processes;
      await emptyDatabase(open);
      await test(place, new World(open));
    }
  });

const HOUR_MS = 3_600_000;
const at = (offset: number) => new Date(Date.parse('2026-11-20T08:00:00Z') + offset);

onEvery('answers that it is well', async ({ processes }) => {
  for (const open of processes) expect(await open.healthy()).toBe(true);
});

onEvery('makes one meeting of forty calls with one claim in two processes', async ({ processes }, world) => {
  const backends = [await world.backend(), await world.backend({ open: processes[1] })] as const;
  const { token } = await backends[0].signIn();
  const calls = Array.from({ length: 40 }, (_, index) =>
    backends[index % 2 === 0 ? 0 : 1].create(token, CLAIM),
  );
  const answers = await Promise.all(calls);

  expect(new Set(answers.map((answer) => Meeting.parse(answer.json()).id)).size).toBe(1);
  expect(answers.filter((answer) => answer.statusCode === 201)).toHaveLength(1);
  expect(world.zoom.living()).toHaveLength(1);
});

onEvery('refreshes a token once for forty calls in two processes', async ({ processes }, world) => {
  const backends = [await world.backend(), await world.backend({ open: processes[1] })] as const;
  const { token } = await backends[0].signIn();
  world.clock.advance(HOUR_MS);
  world.zoom.calls.length = 0;
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      backends[index % 2 === 0 ? 0 : 1].as(token, 'GET', '/api/meetings'),
    ),
  );

  expect(answers.map((answer) => answer.statusCode)).toEqual(Array(40).fill(200));
  expect(world.zoom.count(/oauth\/token/)).toBe(1);
});

onEvery('gives a lease to one, until it runs out', async ({ processes }, world) => {
  const member = await signedInMember(world);
  const [one, other] = processes.map((open) => zoomTokenRows(open.database));
  if (one === undefined || other === undefined) throw new Error('two processes are needed');
  const version = (await one.find(member))?.version ?? 0;

  const attempts = [one, other].map((rows) => rows.lease(member, version, at(0), at(60_000)));
  expect((await Promise.all(attempts)).sort()).toEqual([false, true]);
  expect(await other.lease(member, version, at(59_999), at(120_000))).toBe(false);
  expect(await other.lease(member, version, at(60_000), at(120_000))).toBe(true);
  // The one who was too slow neither ends the other's lease nor moves the row back.
  await one.release(member, at(60_000));
  expect(await one.lease(member, version, at(60_001), at(120_001))).toBe(false);
  expect(await other.advance(member, version, 'newer', at(HOUR_MS))).toBe(true);
  expect(await one.advance(member, version, 'older', at(HOUR_MS))).toBe(false);
  expect(await one.drop(member, version)).toBe(false);
  expect((await one.find(member))?.sealed).toBe('newer');
});

onEvery('gives a claim to one of two who begin at the same moment', async ({ processes }, world) => {
  const member = await signedInMember(world);
  const begin = (open: OpenDatabase) =>
    madeMeetingRows(open.database).begin(member, {
      claim: CLAIM,
      requestHash: 'hash',
      sealedRequest: 'sealed',
      now: at(0),
      leaseUntil: at(60_000),
    });
  const begun = await Promise.all(processes.map(begin));
  expect(begun.map(({ kind }) => kind).sort()).toEqual(['busy', 'making']);
});

onEvery('gives a meeting to one record only', async ({ processes: [open] }, world) => {
  const member = await signedInMember(world);
  const rows = madeMeetingRows(open.database);
  const begin = async (claim: string) => {
    const begun = await rows.begin(member, {
      claim,
      requestHash: 'hash',
      sealedRequest: 'sealed',
      now: at(0),
      leaseUntil: at(60_000),
    });
    if (begun.kind !== 'making') throw new Error(begun.kind);
    return begun.making.rowId;
  };
  const [first, second] = [await begin('claim-one'), await begin('claim-two')];

  expect(await rows.take(first, '81234567890', 'hash')).toBe(true);
  expect(await rows.take(first, '81234567890', 'hash')).toBe(true);
  expect(await rows.take(second, '81234567890', 'hash')).toBe(false);
  expect(await rows.take(first, '89999999999', 'hash')).toBe(false);
  expect(await rows.take(second, '89999999999', 'hash')).toBe(true);
});

onEvery(
  'gives a meeting to one of ten appointments that are told at the same moment',
  async ({ processes }, world) => {
    const member = await signedInMember(world);
    const made = madeMeetingRows(processes[0].database);
    const begun = await made.begin(member, {
      claim: CLAIM,
      requestHash: 'hash',
      sealedRequest: 'sealed',
      now: at(0),
      leaseUntil: at(60_000),
    });
    if (begun.kind !== 'making') throw new Error(begun.kind);
    await made.take(begun.making.rowId, '81234567890', 'hash');

    const rows = Array.from({ length: 5 }, () =>
      processes.map((open) => appointmentRows(open.database)),
    ).flat();
    const answers = await Promise.all(
      rows.map((each, index) =>
        each.confirm(member, '81234567890', { appointment: String(index).repeat(43) }, at(0)),
      ),
    );
    expect(answers.filter((answer) => answer === 'this')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'another')).toHaveLength(9);
  },
);

onEvery(
  'keeps a member’s settings apart from what Zoom says of them',
  async ({ processes: [open] }, world) => {
    const member = await signedInMember(world);
    const rows = memberSettingsRows(open.database);
    expect(await rows.find(member)).toEqual({ preferences: noPreferences, zoom: undefined });
    const preferences = { ...noPreferences, updateByItself: true };
    const seen = { side: { defaults: { waitingRoom: true }, locked: [] }, personalMeetingId: null };
    await Promise.all([rows.savePreferences(member, preferences, at(0)), rows.saveZoom(member, seen, at(0))]);
    expect(await rows.find(member)).toEqual({ preferences, zoom: seen });
  },
);

onEvery(
  'lets a state and a code be taken once, of ten who come at the same moment',
  async ({ processes }, world) => {
    const member = await signedInMember(world);
    const rows = processes.map((open) => signInRows(open.database));
    const signIn = {
      challenge: 'challenge',
      returnPath: '/dialog.html',
      sealedVerifier: 'sealed',
      createdAt: at(0),
    };
    await rows[0]?.addState('state', signIn);
    await rows[0]?.addCode('code', { challenge: 'challenge', member, createdAt: at(0) });
    const ten = Array.from({ length: 5 }, () => rows).flat();

    const states = await Promise.all(ten.map((each) => each.takeState('state')));
    expect(states.filter((taken) => taken !== undefined)).toEqual([signIn]);
    const codes = await Promise.all(ten.map((each) => each.takeCode('code')));
    expect(codes.filter((taken) => taken !== undefined)).toEqual([
      { challenge: 'challenge', member, createdAt: at(0) },
    ]);
  },
);

async function signedInMember(world: World) {
  const { member } = await (await world.backend()).signIn();
  return { accountId: member.accountId, userId: member.id };
}
