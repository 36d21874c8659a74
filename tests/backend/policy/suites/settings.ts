/** The account's own settings: versions, locks with who and when, and saves at the same moment. */
import { problemCode } from '../../support';
import { locked, meanwhileOf, ok, on, onlyMapi, type Suite } from '../support';

export const settingsSuite: Suite = (installation) => {
  it('are empty and of version 0 before anybody saved any', async () => {
    const admin = await (await installation()).admin();
    const answer = await admin.send('GET', '/api/account/settings');
    expect(answer.headers.etag).toBe('"0"');
    expect(answer.json()).toEqual({ version: 0, settings: {}, locks: [], savedAt: null, savedBy: null });
  });

  it('are saved with who and when, and each lock keeps who locked it first', async () => {
    const { world, ...people } = await installation();
    const [admin, owner] = [await people.admin(), await people.owner()];
    const first = await admin.save(onlyMapi);
    world.clock.advance(60_000);
    const second = await owner.save({
      ...onlyMapi,
      permissions: { value: { calendar: 'read', contacts: 'none' }, locked: true },
    });

    expect(first.savedBy).toEqual({
      id: 'admin',
      name: 'Sandbox Administrator',
      email: 'admin@example.test',
    });
    expect(second.version).toBeGreaterThan(first.version);
    expect(second.locks.map(({ setting, by, at }) => [setting, by.id, at])).toEqual([
      ['mapi', 'admin', '2026-11-20T08:00:00.000Z'],
      ['permissions', 'owner', '2026-11-20T08:01:00.000Z'],
    ]);
    expect(await admin.settings()).toEqual(second);
  });

  it('name a new locker where a setting was unlocked in between', async () => {
    const people = await installation();
    const [admin, owner] = [await people.admin(), await people.owner()];
    await admin.save(onlyMapi);
    await admin.save({ integration: on, mapi: on });
    expect((await owner.save(onlyMapi)).locks.map(({ by }) => by.id)).toEqual(['owner']);
  });

  it('are not written without saying which version they replace', async () => {
    const admin = await (await installation()).admin();
    expect(problemCode(await admin.send('PUT', '/api/account/settings', onlyMapi))).toBe('version-missing');
    expect((await admin.send('PUT', '/api/account/settings', onlyMapi)).statusCode).toBe(428);
    for (const version of ['0', '"1"', '"1", "2"', '"x"', 'W/"00"']) {
      const answer = await admin.backend.as(admin.token, 'PUT', '/api/account/settings', onlyMapi, {
        'if-match': version,
      });
      expect([version, answer.statusCode]).toEqual([version, 412]);
    }
    expect((await admin.settings()).version).toBe(0);
  });

  it('of an older version are refused with what was changed meanwhile, by whom and when', async () => {
    const people = await installation();
    const [admin, other] = [await people.admin(), await people.secondAdmin()];
    const { version } = await other.save(onlyMapi);
    const refused = await admin.put({ integration: on }, 0);

    expect(refused.statusCode).toBe(412);
    expect(problemCode(refused)).toBe('changed-meanwhile');
    const meanwhile = meanwhileOf(refused);
    expect(meanwhile.version).toBe(version);
    expect(meanwhile.entries).toMatchObject([
      {
        by: { name: 'Sandbox Second Administrator' },
        at: '2026-11-20T08:00:00.000Z',
        changes: [
          { what: 'integration', from: null, to: on },
          { what: 'mapi', from: null, to: locked },
        ],
      },
    ]);
    expect((await admin.settings()).settings).toEqual(onlyMapi);
  });

  it('are saved by one of twelve who save at the same moment at two backends', async () => {
    const people = await installation();
    const [admin, other] = [await people.admin(), await people.secondAdmin()];
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        (index % 2 === 0 ? admin : other).put(
          {
            exchange: {
              value: { version: null, ewsUrl: `https://mail${index}.example.test/` },
              locked: false,
            },
          },
          0,
        ),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(11).fill(412)]);
    expect(await admin.history()).toHaveLength(1);
  });

  it('leave no trace where nothing is changed', async () => {
    const admin = await (await installation()).admin();
    const saved = await admin.save(onlyMapi);
    expect(await admin.save(onlyMapi)).toEqual(saved);
    expect(await admin.history()).toHaveLength(1);
  });

  it.each<[string, object]>([
    ['an unknown setting', { mapy: on }],
    ['a value of another kind', { mapi: { value: 'yes', locked: false } }],
    ['a service twice', { providers: { value: ['google', 'google'], locked: false } }],
    [
      'a service forced beside locked MAPI',
      { mapi: locked, forcedProvider: { value: 'google', locked: true } },
    ],
    [
      'an Exchange address without HTTPS',
      { exchange: { value: { version: null, ewsUrl: 'http://mail.example.test/' } } },
    ],
    [
      'a password in an address',
      { exchange: { value: { version: null, ewsUrl: 'https://a:b@mail.example.test/' } } },
    ],
    ['a locked option without value', { meeting: { defaults: {}, locked: ['waitingRoom'] } }],
  ])('are refused with %s', async (_, settings) => {
    const admin = await (await installation()).admin();
    const refused = await admin.send('PUT', '/api/account/settings', settings, 0);
    expect(problemCode(refused)).toBe('invalid-request');
    expect((await admin.settings()).version).toBe(0);
  });

  it('tell what saving would do to the members, and save nothing', async () => {
    const people = await installation();
    const admin = await people.admin();
    await (await people.member()).policy('windows-classic');
    await admin.policy('mac');
    await admin.save({ integration: on });
    const preview = ok(await admin.send('POST', '/api/account/settings/preview', onlyMapi)).json();
    expect(preview).toMatchObject({
      changes: [{ what: 'mapi', from: null, to: locked }],
      impact: { configured: 1, losing: 1, losingOnMacOrMobile: 1, members: 2, advice: 'many-without-mapi' },
    });
    expect((await admin.settings()).settings).toEqual({ integration: on });
  });

  it('carry the id of the request into the history and the log', async () => {
    const { world, ...people } = await installation();
    const admin = await people.admin();
    const answer = ok(await admin.put(onlyMapi, 0));
    const [entry] = await admin.history();
    expect(entry?.requestId).toBe(answer.headers['x-request-id']);
    expect(world.log.some((line) => line.includes(String(entry?.requestId)))).toBe(true);
  });
};
