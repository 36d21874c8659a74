/** The change stream: what it tells, whom, how soon, also of what another backend did, and when it ends. */
import { sql } from 'kysely';
import * as z from 'zod';
import { ChangeEvent } from '../../../../src/api/policy';
import type { Every } from '../../../../src/backend/policy/streams';
import { problemCode } from '../../support';
import { ORGANIZER } from '../../zoomDouble';
import { ok, on, onlyMapi, type Caller, type Suite } from '../support';

/** Somebody reading the stream over HTTP. */
class Reader {
  private text = '';
  private constructor(
    private readonly body: ReadableStreamDefaultReader<string>,
    private readonly end: AbortController,
  ) {}

  static async of(caller: Caller, lastEventId?: string): Promise<Reader> {
    const { app } = caller.backend.built;
    const address = app.server.listening ? app.server.address() : undefined;
    const { port } = z.object({ port: z.number() }).parse(address ?? (await listening(caller)));
    const end = new AbortController();
    const response = await fetch(`http://localhost:${port}/api/changes`, {
      signal: end.signal,
      headers: {
        authorization: `Bearer ${caller.token}`,
        ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
      },
    });
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    if (response.body === null) throw new Error('no stream');
    return new Reader(response.body.pipeThrough(new TextDecoderStream()).getReader(), end);
  }

  /** The next message; undefined when the stream ended. Comments are passed over unless asked for. */
  async next(): Promise<ChangeEvent | undefined> {
    for (;;) {
      const end = this.text.indexOf('\n\n');
      if (end < 0) {
        const piece = await this.body.read();
        if (piece.done) return undefined;
        this.text += piece.value;
        continue;
      }
      const message = this.text.slice(0, end);
      this.text = this.text.slice(end + 2);
      const [, id, data] = /^id: (\d+)\ndata: (.*)$/.exec(message) ?? [];
      if (data === undefined) continue;
      const event = ChangeEvent.parse(JSON.parse(data));
      expect(String(event.revision)).toBe(id);
      return event;
    }
  }

  close(): void {
    this.end.abort();
  }
}

async function listening(caller: Caller) {
  await caller.backend.built.app.listen({ port: 0 });
  return caller.backend.built.app.server.address();
}

/** Heartbeats when the test says so. */
function beats(): { every: Every; beat: () => void } {
  const works = new Set<() => void>();
  return {
    every: (work) => {
      works.add(work);
      return () => works.delete(work);
    },
    beat: () => {
      for (const work of works) work();
    },
  };
}

const WITHIN_MS = 2_000;

export const streamSuite: Suite = (installation) => {
  it('tells the revision first, and every change within two seconds, also one made at the other backend', async () => {
    const people = await installation();
    const [admin, other] = [await people.admin(), await people.secondAdmin()];
    const member = await people.member();
    const reader = await Reader.of(member);
    expect(await reader.next()).toEqual({ kind: 'policy', revision: 0 });
    for (const [caller, settings] of [
      [admin, { integration: on }],
      [other, onlyMapi],
    ] as const) {
      const { version } = await caller.save(settings);
      const saved = performance.now();
      expect(await reader.next()).toEqual({ kind: 'policy', revision: version });
      expect(performance.now() - saved).toBeLessThan(WITHIN_MS);
      expect((await member.policy('windows-classic')).revision).toBe(version);
    }
    reader.close();
  });

  it('tells nothing of what another member chose, nor of another account', async () => {
    const people = await installation();
    const [admin, member] = [await people.admin(), await people.member()];
    const { version } = await admin.save({ integration: on });
    const [reader, own] = [await Reader.of(admin), await Reader.of(member)];
    expect([await reader.next(), await own.next()]).toEqual([
      { kind: 'policy', revision: version },
      { kind: 'policy', revision: version },
    ]);
    const chosen = ok(
      await member.send('PUT', '/api/me/calendar?platform=web', { provider: 'google' }),
    ).json();
    expect(await own.next()).toEqual({ kind: 'policy', revision: chosen.revision });
    const later = await admin.save(onlyMapi);
    expect(await reader.next()).toEqual({ kind: 'policy', revision: later.version });
    reader.close();
    own.close();
  });

  it('goes on where it was broken, and tells what was missed', async () => {
    const people = await installation();
    const admin = await people.admin();
    const first = await admin.save({ integration: on });
    const second = await admin.save(onlyMapi);
    const missed = await Reader.of(admin, String(first.version));
    expect(await missed.next()).toEqual({ kind: 'policy', revision: second.version });
    const current = await Reader.of(admin, String(second.version));
    const third = await admin.save({});
    expect(await current.next()).toEqual({ kind: 'policy', revision: third.version });
    missed.close();
    current.close();
  });

  it('ends with the session', async () => {
    const { every, beat } = beats();
    const people = await installation({ every });
    const [admin, member] = [await people.admin(), await people.member()];
    const [reader, told] = [await Reader.of(member), await Reader.of(admin)];
    await reader.next();
    await told.next();
    ok(await member.send('DELETE', '/api/session'));
    beat();
    expect(await reader.next()).toBeUndefined();

    people.world.clock.advance(13 * 3_600_000);
    beat();
    expect(await told.next()).toBeUndefined();
    const late = await admin.send('GET', '/api/changes');
    expect(problemCode(late)).toBe('session-expired');
  });

  it('tells nothing to a session that ended, before anybody looked whether it did', async () => {
    const people = await installation();
    const [admin, member] = [await people.admin(), await people.member()];
    const reader = await Reader.of(member);
    await reader.next();
    ok(await member.send('DELETE', '/api/session'));
    await admin.save(onlyMapi);
    expect(await reader.next()).toBeUndefined();
  });

  it('finds out at a heartbeat what nobody told it', async () => {
    const { every, beat } = beats();
    const people = await installation({ every });
    const member = await people.member();
    const reader = await Reader.of(member);
    await reader.next();
    await sql`update accounts set revision = 5, decided_revision = 5`.execute(people.world.open.database);
    beat();
    expect(await reader.next()).toEqual({ kind: 'policy', revision: 5 });
    reader.close();
  });

  it('ends when the service stops, so that it can stop', async () => {
    const people = await installation();
    const member = await people.signedIn(ORGANIZER);
    const reader = await Reader.of(member);
    await reader.next();
    const closed = people.close();
    expect(await reader.next()).toBeUndefined();
    await closed;
  });

  it('is not open very many times for one person', async () => {
    const people = await installation();
    const member = await people.member();
    // The first one alone: it makes the server listen.
    const readers = [await Reader.of(member)];
    readers.push(...(await Promise.all(Array.from({ length: 19 }, () => Reader.of(member)))));
    expect(problemCode(await member.send('GET', '/api/changes'))).toBe('too-many-requests');
    for (const reader of readers) reader.close();
  });
};
