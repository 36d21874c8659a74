/** Tying a Microsoft identity to a member: one each way, by whoever is signed in as both. */
import { sql } from 'kysely';
import {
  ATTENDEE,
  ORGANIZER as ORGANIZER_AT_MICROSOFT,
  OTHER_TENANT,
  TENANT,
} from '../../../sandbox/entra/harness';
import { ok } from '../../policy/support';
import { problemCode } from '../../support';
import { COLLEAGUE, ORGANIZER, STRANGER } from '../../zoomDouble';
import { tie, tiedTo, type Suite } from '../support';

export const tiesSuite: Suite = (installation) => {
  it('belongs to the member who tied it, by the name that Microsoft gave', async () => {
    const there = await installation();
    const member = await there.signedIn(ORGANIZER);
    expect(await tiedTo(member)).toBeNull();
    const answer = ok(await tie(member, await there.tokenOf(ATTENDEE)));
    expect(answer.json()).toEqual({ tied: { name: 'Sandbox Attendee' } });
    expect(await tiedTo(member)).toBe('Sandbox Attendee');
    expect(await tiedTo(await there.signedIn(COLLEAGUE, 1))).toBeNull();
  });

  it('is the same when it is made once more, and another one takes its place', async () => {
    const there = await installation();
    const member = await there.signedIn(ORGANIZER);
    const [first, second] = [await there.tokenOf(ORGANIZER_AT_MICROSOFT), await there.tokenOf(ATTENDEE)];
    for (const token of [first, first, second]) ok(await tie(member, token));
    expect(await tiedTo(member)).toBe('Sandbox Attendee');
    expect(problemCode(await there.open(first))).toBe('microsoft-not-tied');
    expect((await there.open(second)).statusCode).toBe(200);
  });

  it.each([
    ['another member', COLLEAGUE],
    ['a member of another account', STRANGER],
  ])('is refused to %s who shows the same identity, and theirs stays', async (_who, person) => {
    const there = await installation();
    const [member, other] = [await there.signedIn(ORGANIZER), await there.signedIn(person, 1)];
    ok(await tie(other, await there.tokenOf(ATTENDEE)));
    const token = await there.tokenOf(ORGANIZER_AT_MICROSOFT);
    ok(await tie(member, token));
    expect(problemCode(await tie(other, token))).toBe('microsoft-taken');
    expect([await tiedTo(member), await tiedTo(other)]).toEqual(['Sandbox Organizer', 'Sandbox Attendee']);
    expect((await there.sessionWith(token)).member.id).toBe(ORGANIZER.id);
  });

  it('is one member’s when two claim it at the same moment', async () => {
    const there = await installation();
    const claimants = [await there.signedIn(ORGANIZER), await there.signedIn(COLLEAGUE, 1)] as const;
    const token = await there.tokenOf(ATTENDEE);
    const answers = await Promise.all(claimants.map((member) => tie(member, token)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const names = await Promise.all(claimants.map(tiedTo));
    expect(names.filter((name) => name !== null)).toEqual(['Sandbox Attendee']);
  });

  it('is one of two when a member ties both at the same moment', async () => {
    const there = await installation();
    const panes = [await there.signedIn(ORGANIZER), await there.signedIn(ORGANIZER, 1)] as const;
    const tokens = [await there.tokenOf(ORGANIZER_AT_MICROSOFT), await there.tokenOf(ATTENDEE)] as const;
    const answers = await Promise.all([tie(panes[0], tokens[0]), tie(panes[1], tokens[1])]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    const opened = await Promise.all(tokens.map((token) => there.open(token)));
    expect(opened.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403]);
  });

  it('ends when the member unties it, and may then be another’s', async () => {
    const there = await installation();
    const [member, other] = [await there.signedIn(ORGANIZER), await there.signedIn(COLLEAGUE)];
    const token = await there.tokenOf(ORGANIZER_AT_MICROSOFT);
    ok(await tie(member, token));
    for (const _time of ['once', 'once more'])
      expect((await member.send('DELETE', '/api/me/microsoft')).statusCode).toBe(204);
    expect(await tiedTo(member)).toBeNull();
    expect(problemCode(await there.open(token))).toBe('microsoft-not-tied');
    ok(await tie(other, token));
    expect((await there.sessionWith(token)).member.id).toBe(COLLEAGUE.id);
  });

  it('does not end the session with Zoom when the token is refused', async () => {
    const there = await installation();
    const member = await there.signedIn(ORGANIZER);
    const foreign = await tie(member, await there.tokenOf(ORGANIZER_AT_MICROSOFT, OTHER_TENANT));
    expect(problemCode(foreign)).toBe('microsoft-elsewhere');
    expect(problemCode(await tie(member, 'bm90aGluZw.bm90aGluZw.bm90aGluZw'))).toBe('microsoft-refused');
    expect(await tiedTo(member)).toBeNull();
  });

  it('goes with the member', async () => {
    const there = await installation();
    ok(await tie(await there.signedIn(ORGANIZER), await there.tokenOf(ATTENDEE)));
    const { database } = there.people.world.open;
    await database.deleteFrom('members').where('user_id', '=', ORGANIZER.id).execute();
    expect(await database.selectFrom('microsoft_ties').selectAll().execute()).toEqual([]);
  });

  it.each([
    ['a second identity of a member', ['organizer', TENANT, 'bbbbbbbb-0000-4000-8000-000000000002']],
    ['a second member of an identity', ['colleague', TENANT, 'bbbbbbbb-0000-4000-8000-000000000001']],
    ['a member who is not there', ['nobody', TENANT, 'bbbbbbbb-0000-4000-8000-000000000003']],
    ['a mail address for an object id', ['colleague', TENANT, 'organizer@example.test']],
    ['an id in capitals', ['colleague', TENANT.toUpperCase(), 'bbbbbbbb-0000-4000-8000-000000000004']],
  ])('is refused by the database itself for %s', async (_what, [user, tenant, object]) => {
    const there = await installation();
    await there.signedIn(ORGANIZER);
    await there.signedIn(COLLEAGUE);
    const { database } = there.people.world.open;
    const insert = (who?: string, at?: string, as?: string) =>
      sql`insert into microsoft_ties values (${at}, ${as}, 'account-one', ${who}, 'Sandbox Name', now())`.execute(
        database,
      );
    await insert('organizer', TENANT, 'bbbbbbbb-0000-4000-8000-000000000001');
    await expect(insert(user, tenant, object)).rejects.toThrow(/violates|constraint/);
  });
};
