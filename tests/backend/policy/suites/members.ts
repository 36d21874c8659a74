/** What holds for a member, what they may connect, and what the settings say about their meetings. */
import { Meeting } from '../../../../src/api/backend';
import { MemberPage, MemberPolicy } from '../../../../src/api/policy';
import { CLAIM, problemCode, REQUEST } from '../../support';
import { COLLEAGUE, ORGANIZER } from '../../zoomDouble';
import { locked, ok, on, onlyMapi, type Suite } from '../support';

const off = { value: false, locked: true } as const;

export const membersSuite: Suite = (installation) => {
  it('says what holds here and who decided it', async () => {
    const people = await installation();
    const [admin, member] = [await people.admin(), await people.member()];
    expect((await member.policy('mac')).policy.service).toMatchObject({
      state: 'none',
      reason: 'integration-off',
    });
    const { version } = await admin.save(onlyMapi);
    expect(await member.policy('windows-classic')).toMatchObject({
      policy: {
        service: {
          state: 'automatic',
          provider: 'mapi',
          reason: 'mapi-locked',
          origin: { level: 'account', locked: true },
        },
      },
      choice: null,
      role: 'member',
      revision: version,
    });
    expect((await member.policy('mac')).policy.service.reason).toBe('mapi-locked-elsewhere');
  });

  it('wants to know on which platform', async () => {
    const member = await (await installation()).member();
    expect(problemCode(await member.send('GET', '/api/me/policy'))).toBe('invalid-request');
    expect(problemCode(await member.send('GET', '/api/me/policy?platform=amiga'))).toBe('invalid-request');
  });

  it('remembers from which platforms a member was seen', async () => {
    const { world, ...people } = await installation();
    const [admin, member] = [await people.admin(), await people.member()];
    await member.policy('mac');
    world.clock.advance(2 * 3_600_000);
    await member.policy('mac');
    await member.policy('web');
    const page = MemberPage.parse((await admin.send('GET', '/api/account/members?search=organizer')).json());
    expect(page.members[0]?.platforms).toEqual([
      { platform: 'mac', seenAt: '2026-11-20T10:00:00.000Z' },
      { platform: 'web', seenAt: '2026-11-20T10:00:00.000Z' },
    ]);
  });

  it('connects what may be chosen, and disconnects it', async () => {
    const people = await installation();
    const [admin, member] = [await people.admin(), await people.member()];
    await admin.save({ integration: on, mapi: on });
    const put = (platform: string, body: object) =>
      member.send('PUT', `/api/me/calendar?platform=${platform}`, body);
    const choice = { provider: 'mapi', permissions: { calendar: 'read', contacts: 'none' } };
    const connected = MemberPolicy.parse(ok(await put('windows-classic', choice)).json());
    expect(connected).toMatchObject({
      choice,
      policy: {
        service: { state: 'connected', provider: 'mapi' },
        permissions: { value: choice.permissions },
      },
    });
    expect(connected.revision).toBeGreaterThan(1);
    expect(await member.policy('windows-classic')).toEqual(connected);
    expect((await member.policy('mac')).policy.service).toMatchObject({
      state: 'choose',
      choices: ['office365', 'google'],
      reason: 'choice-not-here',
    });

    const ended = ok(await member.send('DELETE', '/api/me/calendar?platform=windows-classic')).json();
    expect(ended).toMatchObject({ choice: null, policy: { service: { state: 'choose' } } });
    expect((await admin.history()).map(({ action, scope, name }) => [action, scope, name])).toEqual([
      ['disconnected', 'member', 'Sandbox Organizer'],
      ['connected', 'member', 'Sandbox Organizer'],
      ['saved', 'account', null],
    ]);
  });

  it('refuses to connect what the policy does not allow', async () => {
    const people = await installation();
    const [admin, member] = [await people.admin(), await people.member()];
    const connect = async (platform: string, body: object) =>
      problemCode(await member.send('PUT', `/api/me/calendar?platform=${platform}`, body));
    expect(await connect('mac', { provider: 'google' })).toBe('choice-refused');
    await admin.save({ integration: on, mapi: on });
    expect(await connect('mac', { provider: 'mapi' })).toBe('choice-refused');
    expect(await connect('windows-classic', { provider: 'exchange' })).toBe('choice-refused');
    await admin.save(onlyMapi);
    expect(await connect('windows-classic', { provider: 'mapi' })).toBe('choice-refused');
    const permissions = { calendar: 'read', contacts: 'none' } as const;
    await admin.save({ integration: on, permissions: { value: permissions, locked: true } });
    expect(await connect('mac', { provider: 'google', permissions })).toBe('choice-refused');
    expect(await connect('mac', { provider: 'fax' })).toBe('invalid-request');
    expect((await member.policy('mac')).choice).toBeNull();
  });

  it('refuses a service that a group forces although the account has locked others', async () => {
    const people = await installation();
    const [admin, member] = [await people.admin(), await people.member()];
    await admin.save({ integration: on, providers: { value: ['office365'], locked: true } });
    const settings = { forcedProvider: { value: 'google' as const, locked: true } };
    await admin.changeGroup(await admin.group('Sales'), { settings, members: [ORGANIZER.id] });
    expect((await member.policy('web')).policy.service).toMatchObject({
      state: 'choose',
      choices: ['office365'],
      reason: 'force-not-allowed',
      origin: { level: 'account', locked: true },
    });
    const connect = (provider: string) => member.send('PUT', '/api/me/calendar?platform=web', { provider });
    expect(problemCode(await connect('google'))).toBe('choice-refused');
    ok(await connect('office365'));
  });

  it('lets an administrator look as anybody on any platform, which does not count as seen', async () => {
    const people = await installation();
    const [admin, member] = [await people.admin(), await people.member()];
    await admin.save(onlyMapi);
    const seen = ok(await admin.send('GET', '/api/account/members/organizer/policy?platform=mac')).json();
    const page = MemberPage.parse((await admin.send('GET', '/api/account/members?search=organizer')).json());
    expect(page.members[0]?.platforms).toEqual([]);
    expect(seen).toEqual(await member.policy('mac'));
    const nobody = await admin.send('GET', '/api/account/members/nobody/policy?platform=mac');
    expect(problemCode(nobody)).toBe('not-found');
  });

  it('lets nobody schedule for others where the settings say no', async () => {
    const { world, ...people } = await installation();
    world.zoom.scheduler = COLLEAGUE;
    world.zoom.scope = 'user:read:list_schedulers';
    const [admin, member] = [await people.admin(), await people.member()];
    const forColleague = { ...REQUEST, options: { scheduleFor: COLLEAGUE.email } };
    const whom = async () => (await member.send('GET', '/api/me/choices')).json().scheduleFor;
    expect(await whom()).toHaveLength(1);
    await admin.save({ scheduleForOthers: off });

    world.zoom.calls.length = 0;
    const refused = await member.backend.create(member.token, CLAIM, forColleague);
    expect(problemCode(refused)).toBe('option-locked');
    expect(refused.json().details).toMatchObject({ option: 'scheduleFor' });
    expect(world.zoom.calls).toEqual([]);
    expect(await whom()).toEqual([]);
    await admin.save({});
    const made = await member.backend.create(member.token, CLAIM, forColleague);
    expect(made.statusCode).toBe(201);

    // What was scheduled while it was allowed still follows its appointment, and can be removed.
    await admin.save({ scheduleForOthers: { value: false, locked: true } });
    const url = `/api/meetings/${Meeting.parse(made.json()).id}`;
    ok(await member.send('PATCH', url, { ...REQUEST, topic: 'Moved' }));
    expect(problemCode(await member.send('PATCH', url, forColleague))).toBe('option-locked');
    expect((await member.send('DELETE', url)).statusCode).toBe(204);
  });

  it('holds a member’s meetings to the options of their group and of the account', async () => {
    const people = await installation();
    const [admin, member] = [await people.admin(), await people.member()];
    await admin.save({ meeting: { defaults: { waitingRoom: true }, locked: ['waitingRoom'] } });
    const group = await admin.group('Sales');
    await admin.changeGroup(group, {
      settings: { meeting: { defaults: { muteOnEntry: true, waitingRoom: false }, locked: ['muteOnEntry'] } },
      members: [ORGANIZER.id],
    });
    const me = async (caller: typeof member) => (await caller.send('GET', '/api/me')).json();
    expect(await me(member)).toMatchObject({
      locks: { waitingRoom: 'policy', muteOnEntry: 'policy' },
      defaults: { waitingRoom: true, muteOnEntry: true },
    });
    expect((await me(admin)).locks).toEqual({ waitingRoom: 'policy' });
    for (const options of [{ waitingRoom: false }, { muteOnEntry: false }]) {
      const refused = await member.backend.create(member.token, CLAIM, { ...REQUEST, options });
      expect(problemCode(refused)).toBe('option-locked');
    }
  });

  it('knows a role that Zoom took away at the next look', async () => {
    const { world, ...people } = await installation();
    const admin = await people.admin();
    expect((await admin.policy('web')).role).toBe('admin');
    world.zoom.roles.set('admin', '2');
    ok(await admin.send('GET', '/api/me'));
    expect((await admin.policy('web')).role).toBe('member');
    expect(problemCode(await admin.send('GET', '/api/account'))).toBe('admin-only');
    expect(problemCode(await admin.send('PUT', '/api/account/settings', { mapi: locked }, 0))).toBe(
      'admin-only',
    );
  });
};
