/** What holds for a new meeting: each layer over the one below, and locks over them all. */
import fc from 'fast-check';
import {
  defaultsOf,
  lockedOptionIn,
  locksOf,
  MeetingPolicy,
  needsPasscode,
  withDefaults,
  withoutLocked,
  type DefaultLayers,
} from '../../src/domain/meetingDefaults';
import type { LockableOption, MeetingOptions } from '../../src/domain/meetingOptions';

const layers = (changes: {
  zoom?: Partial<DefaultLayers['zoom']>;
  policy?: object;
  own?: MeetingOptions;
}): DefaultLayers => ({
  zoom: { defaults: {}, locked: [], ...changes.zoom },
  policy: MeetingPolicy.parse(changes.policy ?? {}),
  own: changes.own ?? {},
});

/** Who says that people are muted on entry, and what holds then. */
interface Row {
  zoom?: boolean;
  policy?: boolean;
  own?: boolean;
  lockedBy?: ('policy' | 'zoom')[];
  holds: boolean;
  lock?: 'policy' | 'zoom';
}

const table: Row[] = [
  { holds: false },
  { zoom: true, holds: true },
  { zoom: true, policy: false, holds: false },
  { zoom: true, policy: false, own: true, holds: true },
  { zoom: false, own: true, holds: true },
  { zoom: false, policy: true, own: false, lockedBy: ['policy'], holds: true, lock: 'policy' },
  { zoom: false, policy: true, own: true, lockedBy: ['zoom'], holds: false, lock: 'zoom' },
  { zoom: false, policy: true, own: true, lockedBy: ['policy', 'zoom'], holds: false, lock: 'zoom' },
  { own: true, lockedBy: ['zoom'], holds: true },
];

const mute = (value: boolean | undefined) => (value === undefined ? {} : { muteOnEntry: value });
const lockedIf = (locked: boolean | undefined): LockableOption[] => (locked === true ? ['muteOnEntry'] : []);

test.each(table)(
  '$zoom, $policy, $own, locked by $lockedBy: $holds',
  ({ zoom, policy, own, lockedBy, holds, lock }) => {
    const told = layers({
      zoom: { defaults: mute(zoom), locked: lockedIf(lockedBy?.includes('zoom')) },
      policy: { defaults: mute(policy), locked: lockedIf(lockedBy?.includes('policy')) },
      own: mute(own),
    });
    expect(defaultsOf(told).muteOnEntry).toBe(holds);
    expect(locksOf(told).muteOnEntry).toBe(lock);
    expect(lockedOptionIn({ muteOnEntry: !holds }, told)).toBe(
      lock === undefined ? undefined : 'muteOnEntry',
    );
    expect(lockedOptionIn({ muteOnEntry: holds }, told)).toBeUndefined();
    expect(withoutLocked({ muteOnEntry: true, hostVideo: true }, told)).toEqual(
      lock === undefined ? { muteOnEntry: true, hostVideo: true } : { hostVideo: true },
    );
  },
);

test('a locked passcode means that there always is one', () => {
  const told = layers({ policy: { defaults: { passcodeRequired: true }, locked: ['passcode'] } });
  expect(lockedOptionIn({ passcode: '' }, told)).toBe('passcode');
  expect(lockedOptionIn({ passcode: 'mine' }, told)).toBeUndefined();
  expect(needsPasscode({}, told)).toBe(true);
  expect(needsPasscode({ passcode: 'mine' }, told)).toBe(false);
  const asZoomDoes = layers({
    zoom: { defaults: { passcodeRequired: true } },
    policy: { defaults: { passcodeRequired: true } },
  });
  expect(needsPasscode({}, asZoomDoes)).toBe(false);
  // Whether Zoom makes one for somebody else's meeting, or with a template's settings, is not known.
  expect(needsPasscode({ scheduleFor: 'chair@example.test' }, asZoomDoes)).toBe(true);
  expect(needsPasscode({ template: 'template-1' }, asZoomDoes)).toBe(true);
});

test('what a person chose stays as it is, whatever the defaults', () => {
  const anyOptions: fc.Arbitrary<MeetingOptions> = fc.record(
    {
      waitingRoom: fc.boolean(),
      hostVideo: fc.boolean(),
      audio: fc.constantFrom('both' as const, 'computer' as const),
      alternativeHosts: fc.subarray(['chair@example.test']),
      template: fc.constant('template-1'),
      scheduleFor: fc.constant('chair@example.test'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anyOptions, anyOptions, (chosen, own) => {
      const told = layers({
        zoom: { defaults: { waitingRoom: true } },
        policy: { defaults: { audio: 'both' } },
        own,
      });
      expect(withDefaults(chosen, told)).toMatchObject(chosen);
    }),
  );
});

test('only what somebody said is asked of Zoom', () => {
  expect(withDefaults({}, layers({}))).toEqual({});
  expect(withDefaults({}, layers({ zoom: { defaults: { passcodeRequired: true } } }))).toEqual({});
});
