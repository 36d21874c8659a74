/** What is not saved, and what somebody else saved meanwhile: nothing is lost, and of a conflict one is asked. */
import fc from 'fast-check';
import {
  changedParts,
  decided,
  draftOf,
  edited,
  faultsOf,
  merged,
  restored,
  saved,
} from '../../src/admin/state/draft';
import {
  agree,
  copied,
  parts,
  said,
  saidAnyway,
  withLock,
  withOption,
  type Part,
} from '../../src/admin/state/parts';
import { SettingsLayer } from '../../src/domain/policy/settings';
import { OTHER, settingsOf } from './support/account';

const on = (locked = false) => ({ value: true, locked });
const off = (locked = false) => ({ value: false, locked });

describe('a part', () => {
  it('is what a layer says of a setting or of a default for new meetings', () => {
    const layer: SettingsLayer = {
      mapi: on(true),
      meeting: { defaults: { waitingRoom: true, audio: 'both' }, locked: ['waitingRoom'] },
    };
    expect(said(layer, 'mapi')).toEqual(on(true));
    expect(said(layer, 'meeting.waitingRoom')).toEqual(on(true));
    expect(said(layer, 'meeting.audio')).toEqual({ value: 'both', locked: false });
    expect(said(layer, 'integration')).toBeUndefined();
  });

  it('goes from one layer to another with its lock, and leaves the others alone', () => {
    const from: SettingsLayer = { meeting: { defaults: { waitingRoom: true }, locked: ['waitingRoom'] } };
    const to: SettingsLayer = { mapi: on(), meeting: { defaults: { muteOnEntry: false }, locked: [] } };
    expect(copied(from, to, 'meeting.waitingRoom')).toEqual({
      mapi: on(),
      meeting: { defaults: { muteOnEntry: false, waitingRoom: true }, locked: ['waitingRoom'] },
    });
    expect(copied(to, from, 'meeting.waitingRoom')).toEqual({});
  });

  it('that is locked without being said says what holds anyway', () => {
    expect(withLock({}, 'scheduleForOthers', true, saidAnyway())).toEqual({ scheduleForOthers: on(true) });
    expect(withLock({}, 'mapi', true, saidAnyway({ mapi: on() }))).toEqual({ mapi: on(true) });
    expect(withLock({}, 'meeting.audio', true, saidAnyway())).toEqual({
      meeting: { defaults: { audio: 'both' }, locked: ['audio'] },
    });
  });

  it('that is the passcode is locked as required only', () => {
    const layer: SettingsLayer = { meeting: { defaults: { passcodeRequired: false }, locked: [] } };
    const locked = withLock(layer, 'meeting.passcode', true, saidAnyway());
    expect(locked).toEqual({ meeting: { defaults: { passcodeRequired: true }, locked: ['passcode'] } });
    expect(SettingsLayer.safeParse(locked).success).toBe(true);
  });

  it('can be locked and unlocked in any layer, which then still is one', () => {
    for (const part of parts) {
      const locked = withLock({}, part, true, saidAnyway());
      expect(SettingsLayer.safeParse(locked).success).toBe(true);
      expect(said(locked, part)?.locked).toBe(true);
      expect(said(withLock(locked, part, false, saidAnyway()), part)?.locked).toBe(false);
    }
  });
});

describe('a draft', () => {
  it('of nothing changed has nothing to save', () => {
    expect(changedParts(draftOf(settingsOf({ mapi: on() })))).toEqual([]);
  });

  it('names what I changed, locks too', () => {
    const draft = edited(
      draftOf(settingsOf({ mapi: on() })),
      { mapi: on(true), integration: on() },
      'mapi',
      'account',
    );
    expect(changedParts(draft)).toEqual(['integration', 'mapi']);
  });

  it('of the account that was turned on and off again has nothing to save', () => {
    const once = edited(draftOf(settingsOf({})), { mapi: on() }, 'mapi', 'account');
    expect(changedParts(edited(once, { mapi: off() }, 'mapi', 'account'))).toEqual([]);
  });

  it('of a group that says what holds anyway means it', () => {
    const draft = edited(draftOf(settingsOf({})), { mapi: off() }, 'mapi', 'group');
    expect(changedParts(draft)).toEqual(['mapi']);
  });

  it('gives one part back and keeps the rest', () => {
    const draft = edited(draftOf(settingsOf({})), { mapi: on(), integration: on() }, 'mapi', 'account');
    expect(changedParts(restored(draft, 'mapi'))).toEqual(['integration']);
  });
});

describe('what somebody else saved meanwhile', () => {
  const base = settingsOf({ mapi: off() }, 4);

  it('comes in where I changed nothing, and mine stays where they changed nothing', () => {
    const draft = edited(draftOf(base), { mapi: off(), integration: on() }, 'integration', 'account');
    const now = merged(draft, settingsOf({ mapi: on() }, 5));
    expect(now.mine).toEqual({ mapi: on(), integration: on() });
    expect(now.conflicts).toEqual([]);
    expect(changedParts(now)).toEqual(['integration']);
  });

  it('is asked about where both changed the same differently: mine holds until then, theirs is told', () => {
    const draft = edited(draftOf(base), { mapi: on(true) }, 'mapi', 'account');
    const now = merged(draft, settingsOf({ mapi: on() }, 5));
    expect(now.conflicts).toEqual([{ part: 'mapi', by: OTHER, at: expect.any(String) }]);
    expect(now.mine).toEqual({ mapi: on(true) });
    expect(decided(now, 'mapi', 'theirs')).toMatchObject({ mine: { mapi: on() }, conflicts: [] });
    expect(decided(now, 'mapi', 'mine')).toMatchObject({ mine: { mapi: on(true) }, conflicts: [] });
  });

  it('is no conflict where both did the same', () => {
    const draft = edited(draftOf(base), { mapi: on() }, 'mapi', 'account');
    const now = merged(draft, settingsOf({ mapi: on() }, 5));
    expect([now.conflicts, changedParts(now)]).toEqual([[], []]);
  });

  it('leaves different defaults of new meetings beside each other', () => {
    const draft = edited(
      draftOf(settingsOf({}, 1)),
      withOption({}, 'waitingRoom', { waitingRoom: true }, true),
      'meeting.waitingRoom',
      'account',
    );
    const now = merged(draft, settingsOf(withOption({}, 'muteOnEntry', { muteOnEntry: true }, false), 2));
    expect(now.conflicts).toEqual([]);
    expect(now.mine.meeting).toEqual({
      defaults: { muteOnEntry: true, waitingRoom: true },
      locked: ['waitingRoom'],
    });
  });

  it('that was undecided stays so when a third save comes', () => {
    const draft = edited(draftOf(base), { mapi: on(true) }, 'mapi', 'account');
    const second = merged(draft, settingsOf({ mapi: on() }, 5));
    const third = merged(second, settingsOf({ mapi: on(), integration: on() }, 6));
    expect(third.conflicts.map(({ part }) => part)).toEqual(['mapi']);
  });

  it('is told by who changed that very part, where the refusal says so', () => {
    const draft = edited(draftOf(base), { mapi: on(true) }, 'mapi', 'account');
    const now = merged(draft, settingsOf({ mapi: on() }, 6), () => ({ by: null, at: null }));
    expect(now.conflicts).toEqual([{ part: 'mapi', by: null, at: null }]);
  });

  it('is not taken over from an older answer', () => {
    const draft = draftOf(base);
    expect(merged(draft, settingsOf({ mapi: on() }, 3))).toBe(draft);
  });

  it('never loses a change of mine, nor takes one over that I made too', () => {
    const setting = fc.option(fc.record({ value: fc.boolean(), locked: fc.boolean() }), { nil: undefined });
    const layer = fc
      .record({ integration: setting, mapi: setting, scheduleForOthers: setting })
      .map((settings) => SettingsLayer.parse(JSON.parse(JSON.stringify(settings))));
    fc.assert(
      fc.property(layer, layer, layer, (before, mine, theirs) => {
        const draft = { base: settingsOf(before, 1), mine, conflicts: [] };
        const now = merged(draft, settingsOf(theirs, 2));
        for (const part of parts) {
          const isMine = !agree(before, mine, part);
          expect(agree(now.mine, isMine ? mine : theirs, part)).toBe(true);
        }
        const asked = new Set<Part>(now.conflicts.map(({ part }) => part));
        for (const part of parts)
          expect(asked.has(part)).toBe(
            !agree(before, mine, part) && !agree(before, theirs, part) && !agree(mine, theirs, part),
          );
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

it('what is changed while a save is on its way stays mine', () => {
  const sent: SettingsLayer = { mapi: on() };
  const draft = edited(
    { ...draftOf(settingsOf({}, 1)), mine: sent },
    { ...sent, integration: on() },
    'integration',
    'account',
  );
  const now = saved(draft, sent, settingsOf(sent, 2));
  expect(changedParts(now)).toEqual(['integration']);
});

describe('a layer that cannot be saved', () => {
  it.each([
    [
      'an address without https',
      { exchange: { value: { version: null, ewsUrl: 'http://mail.example.test/' }, locked: false } },
      'ews-url',
    ],
    [
      'an address with a password',
      { exchange: { value: { version: null, ewsUrl: 'https://a:b@mail.example.test/' }, locked: false } },
      'ews-url',
    ],
    [
      'another service for everybody beside locked MAPI',
      { mapi: on(true), forcedProvider: { value: 'google' as const, locked: false } },
      'mapi-locked-and-forced',
    ],
  ])('has %s', (_what, layer, fault) => {
    expect(faultsOf(layer).map((one) => one.fault)).toEqual([fault]);
    expect(SettingsLayer.safeParse(layer).success).toBe(false);
  });

  it('is no layer that the contract takes', () => {
    expect(faultsOf({ mapi: on(), forcedProvider: { value: 'google', locked: true } })).toEqual([]);
  });
});
