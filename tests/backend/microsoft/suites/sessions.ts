/** Opening a session with a Microsoft identity that is tied to a member. */
import { ATTENDEE, ORGANIZER as ORGANIZER_AT_MICROSOFT, rotateKeys } from '../../../sandbox/entra/harness';
import { FRESH_MS, LOOK_AGAIN_MS } from '../../../../src/backend/microsoft/keys';
import { IDLE_MS } from '../../../../src/backend/sessions';
import { Caller, ok } from '../../policy/support';
import { problemCode } from '../../support';
import { COLLEAGUE, ORGANIZER } from '../../zoomDouble';
import { tie, TOKEN_LIFE_MS, type MicrosoftInstallation, type Suite } from '../support';

/** A member with a tie, who is signed in with Zoom. */
async function tied(there: MicrosoftInstallation) {
  const member = await there.signedIn(ORGANIZER);
  const token = await there.tokenOf(ORGANIZER_AT_MICROSOFT);
  ok(await tie(member, token));
  return { member, token };
}

export const sessionsSuite: Suite = (installation) => {
  it('is the member’s own, on every backend', async () => {
    const there = await installation();
    const { token } = await tied(there);
    for (const backend of [0, 1] as const) {
      const opened = ok(await there.open(token, backend)).json();
      expect(opened.member).toMatchObject({ id: ORGANIZER.id, accountId: ORGANIZER.account_id });
      const me = await new Caller(there.people.backends[backend], opened.token).send('GET', '/api/me');
      expect(me.statusCode).toBe(200);
    }
  });

  it('opens as often as the token lives, each session apart from the others', async () => {
    const there = await installation();
    const { token } = await tied(there);
    const [first, second] = [await there.sessionWith(token), await there.sessionWith(token)];
    expect(first.token).not.toBe(second.token);
    ok(await new Caller(there.backend, second.token).send('DELETE', '/api/session'));
    expect((await new Caller(there.backend, first.token).send('GET', '/api/me')).statusCode).toBe(200);
    there.clock.advance(TOKEN_LIFE_MS + 6 * 60_000);
    expect(problemCode(await there.open(token))).toBe('microsoft-refused');
  });

  it('is not for somebody who never tied the identity, whatever their address', async () => {
    const there = await installation();
    await tied(there);
    const answer = await there.open(await there.tokenOf(ATTENDEE));
    expect([answer.statusCode, problemCode(answer)]).toEqual([403, 'microsoft-not-tied']);
  });

  it('opens after the session with Zoom merely ended', async () => {
    const there = await installation();
    const { member, token } = await tied(there);
    there.clock.advance(IDLE_MS);
    expect(problemCode(await member.send('GET', '/api/me'))).toBe('session-expired');
    expect((await there.sessionWith(token)).member.id).toBe(ORGANIZER.id);
  });

  it('does not open after the member signed out, until they sign in to Zoom once more', async () => {
    const there = await installation();
    const { member, token } = await tied(there);
    ok(await member.send('DELETE', '/api/session'));
    const refused = await there.open(token);
    expect([refused.statusCode, problemCode(refused)]).toEqual([401, 'zoom-consent-lost']);
    await there.signedIn(ORGANIZER);
    expect((await there.sessionWith(token)).member.id).toBe(ORGANIZER.id);
  });

  it('keeps Zoom’s consent when another session of the member is signed out', async () => {
    const there = await installation();
    const { member, token } = await tied(there);
    await there.sessionWith(token);
    ok(await member.send('DELETE', '/api/session'));
    expect((await there.open(token)).statusCode).toBe(200);
  });

  it('gives nobody else’s consent back', async () => {
    const there = await installation();
    const { token } = await tied(there);
    ok(await (await there.signedIn(COLLEAGUE)).send('DELETE', '/api/session'));
    expect((await there.open(token)).statusCode).toBe(200);
  });

  it('goes on when Entra exchanges its keys, and takes none that were withdrawn', async () => {
    const there = await installation();
    const { token } = await tied(there);
    const asked = there.questions.length;
    await rotateKeys(there.entra, false);
    const signedAnew = await there.tokenOf(ORGANIZER_AT_MICROSOFT);
    // It was asked a moment ago: not at once again.
    expect(problemCode(await there.open(signedAnew))).toBe('microsoft-refused');
    expect(there.questions).toHaveLength(asked);
    there.clock.advance(LOOK_AGAIN_MS);
    expect((await there.open(signedAnew)).statusCode).toBe(200);
    expect(there.questions).toHaveLength(asked + 2);
    expect(problemCode(await there.open(token))).toBe('microsoft-refused');
  });

  it('takes a withdrawn key for an hour at most, though nobody came with the new one', async () => {
    const there = await installation();
    const { token } = await tied(there);
    await rotateKeys(there.entra, false);
    expect((await there.open(token)).statusCode).toBe(200);
    there.clock.advance(FRESH_MS);
    expect(problemCode(await there.open(token))).toBe('microsoft-refused');
  });

  it('goes on with the known keys while Entra is not reached', async () => {
    const there = await installation();
    const { token } = await tied(there);
    there.entraAnswers = false;
    there.clock.advance(FRESH_MS);
    expect((await there.open(token)).statusCode).toBe(200);
  });

  it('says that Entra is not reached where no keys are known, and works once it is', async () => {
    const there = await installation();
    there.entraAnswers = false;
    const member = await there.signedIn(ORGANIZER);
    const token = await there.tokenOf(ORGANIZER_AT_MICROSOFT);
    for (const answer of [await tie(member, token), await there.open(token)])
      expect([answer.statusCode, problemCode(answer)]).toEqual([503, 'microsoft-unreachable']);
    there.entraAnswers = true;
    there.clock.advance(LOOK_AGAIN_MS);
    ok(await tie(member, token));
    expect((await there.open(token)).statusCode).toBe(200);
  });
};
