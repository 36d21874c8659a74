/** Any settings that an administrator could save, and any choice of a member. */
import fc from 'fast-check';
import type { MemberChoice } from '../../../src/domain/policy/effective';
import type { PolicyLayers } from '../../../src/domain/policy/layers';
import { SettingsLayer } from '../../../src/domain/policy/settings';
import { ExchangeVersion, Permission, Provider, ServerProvider } from '../../../src/domain/policy/terms';

const setting = (value: fc.Arbitrary<unknown>) => fc.record({ value, locked: fc.boolean() });
const permission = fc.constantFrom(...Permission.options);
const permissions = fc.record({ calendar: permission, contacts: permission });

export const anyLayer: fc.Arbitrary<SettingsLayer> = fc
  .record(
    {
      integration: setting(fc.boolean()),
      providers: setting(fc.subarray([...ServerProvider.options])),
      mapi: setting(fc.boolean()),
      forcedProvider: setting(fc.constantFrom(null, ...ServerProvider.options)),
      permissions: setting(permissions),
      exchange: setting(
        fc.record({
          version: fc.constantFrom(null, ...ExchangeVersion.options),
          ewsUrl: fc.constantFrom(null, 'https://mail.example.test/EWS/Exchange.asmx'),
        }),
      ),
      scheduleForOthers: setting(fc.boolean()),
      meeting: fc
        .record({ waitingRoom: fc.boolean(), muteOnEntry: fc.boolean() }, { requiredKeys: [] })
        .chain((defaults) =>
          fc.record({ defaults: fc.constant(defaults), locked: fc.subarray(Object.keys(defaults)) }),
        ),
    },
    { requiredKeys: [] },
  )
  .filter((layer) => SettingsLayer.safeParse(layer).success)
  .map((layer) => SettingsLayer.parse(layer));

export const anyLayers: fc.Arbitrary<PolicyLayers> = fc.record({
  account: anyLayer,
  groups: fc
    .array(anyLayer, { maxLength: 3 })
    .map((layers) => layers.map((settings, index) => ({ name: `Group ${index + 1}`, settings }))),
});

export const anyChoice: fc.Arbitrary<MemberChoice | null> = fc.option(
  fc.oneof(
    fc.record({ provider: fc.constantFrom(...Provider.options) }),
    fc.record({ provider: fc.constantFrom(...Provider.options), permissions }),
  ),
);
