/**
 * What is kept in memory is never older than two seconds: sessions, settings, groups, choices and roles that changed
 * elsewhere, also when nobody told of it.
 */
import { sql } from 'kysely';
import type { BackendDependencies } from '../../../../src/backend/server';
import { problemCode } from '../../support';
import { ORGANIZER } from '../../zoomDouble';
import { ok, on, onlyMapi, type Installation, type Suite } from '../support';

const WITHIN_MS = 2_000;

/** @param deaf backends that hear nothing of each other, as when the connection between them is cut */
export const freshSuite = (
  installation: Parameters<Suite>[0],
  deaf: (changes?: Partial<BackendDependencies>) => Promise<Installation>,
): void => {
  it('sees within two seconds what another backend changed, without a word from it', async () => {
    const people = await deaf();
    const [here, there] = [await people.member(), await people.signedIn(ORGANIZER, 1)];
    const admin = await people.secondAdmin();
    const { clock } = people.world;
    expect((await here.policy('web')).policy.integration.value).toBe(false);

    const saved = await admin.save({ integration: on });
    clock.advance(WITHIN_MS);
    expect(await here.policy('web')).toMatchObject({
      revision: saved.version,
      policy: { integration: { value: true } },
    });

    const group = await admin.group('Sales');
    await admin.changeGroup(group, {
      members: [ORGANIZER.id],
      settings: { scheduleForOthers: { value: false, locked: false } },
    });
    clock.advance(WITHIN_MS);
    expect((await here.policy('web')).policy.scheduleForOthers).toEqual({
      value: false,
      origin: { level: 'group', group: 'Sales', locked: false },
    });

    ok(await there.send('PUT', '/api/me/calendar?platform=web', { provider: 'google' }));
    clock.advance(WITHIN_MS);
    expect((await here.policy('web')).choice).toEqual({ provider: 'google' });

    await people.signedIn({ ...ORGANIZER, role_id: '1' }, 1);
    clock.advance(WITHIN_MS);
    expect((await here.policy('web')).role).toBe('admin');
  });

  it('sees within two seconds that a session was ended elsewhere', async () => {
    const people = await deaf();
    const [one, other] = [await people.member(), await people.signedIn(ORGANIZER, 1)];
    const here = people.backends[0];
    for (const { token } of [one, other]) ok(await here.as(token, 'GET', '/api/me/policy?platform=web'));

    ok(await people.backends[1].as(one.token, 'DELETE', '/api/session'));
    await sql`delete from sessions`.execute(people.world.open.database);
    people.world.clock.advance(WITHIN_MS);
    for (const { token } of [one, other])
      expect(problemCode(await here.as(token, 'GET', '/api/me/policy?platform=web'))).toBe('session-expired');
  });

  it('sees at once that a session was ended here, with those that it was renewed from', async () => {
    const people = await installation();
    const member = await people.member();
    await member.policy('web');
    const { token } = ok(await member.send('POST', '/api/session/renew')).json();
    ok(await member.backend.as(token, 'GET', '/api/me/policy?platform=web'));
    await member.policy('web');
    ok(await member.backend.as(token, 'DELETE', '/api/session'));
    for (const ended of [token, member.token])
      expect(problemCode(await member.backend.as(ended, 'GET', '/api/me/policy?platform=web'))).toBe(
        'session-expired',
      );
  });

  it('ends a session on the moment, although it was kept', async () => {
    const people = await installation();
    const member = await people.member();
    const { clock, open } = people.world;
    await sql`update sessions set ends_at = ${new Date(clock.now() + 500)}::timestamptz`.execute(
      open.database,
    );
    await member.policy('web');
    clock.advance(499);
    await member.policy('web');
    clock.advance(1);
    expect(problemCode(await member.send('GET', '/api/me/policy?platform=web'))).toBe('session-expired');
  });

  it('shows at once what was changed here', async () => {
    const people = await installation();
    const [admin, member] = [await people.admin(), await people.member()];
    await member.policy('web');
    const { version } = await admin.save({ integration: on });
    expect((await member.policy('web')).revision).toBe(version);
    ok(await member.send('PUT', '/api/me/calendar?platform=web', { provider: 'google' }));
    expect((await member.policy('web')).choice).toEqual({ provider: 'google' });
    ok(await member.send('DELETE', '/api/me/calendar?platform=web'));
    expect((await member.policy('web')).choice).toBeNull();
    await people.signedIn({ ...ORGANIZER, role_id: '1' });
    expect((await member.policy('web')).role).toBe('admin');
  });

  it('does not ask the database for each request', async () => {
    const people = await installation();
    const member = await people.member();
    const before = await member.policy('web');
    await sql`update accounts set revision = 7, decided_revision = 7`.execute(people.world.open.database);
    expect(await member.policy('web')).toEqual(before);
    people.world.clock.advance(WITHIN_MS);
    expect((await member.policy('web')).revision).toBe(7);
  });

  it('is never behind what the change stream told', async () => {
    const people = await installation();
    const member = await people.member();
    await member.policy('web');
    await sql`update accounts set revision = 7, decided_revision = 7`.execute(people.world.open.database);
    // The stream begins with the present revision, before anybody told of it.
    const address = await member.backend.built.app.listen({ port: 0 });
    const end = new AbortController();
    const stream = await fetch(`${address}/api/changes`, {
      signal: end.signal,
      headers: { authorization: `Bearer ${member.token}` },
    });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('id: 7\n')) text += (await reader?.read())?.value ?? '';
    expect((await member.policy('web')).revision).toBe(7);
    end.abort();
  });

  it('shows an administrator who looks as a member what holds now', async () => {
    const people = await deaf();
    const [here, there] = [await people.admin(), await people.secondAdmin()];
    const seeAs = async () =>
      ok(await here.send('GET', `/api/account/members/${ORGANIZER.id}/policy?platform=web`)).json();
    const member = await people.member();
    await member.policy('web');
    await seeAs();
    const { version } = await there.save(onlyMapi);
    expect((await seeAs()).revision).toBe(version);
  });
};
