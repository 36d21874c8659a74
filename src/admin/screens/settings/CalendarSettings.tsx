/** The settings of calendar and contacts, and of scheduling for others: a control each. */
import { Checkbox, Field, Input, Select, Switch } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { type ExchangeVersion, Permission, ServerProvider } from '../../../domain/policy/terms';
import { useAdminWords } from '../../useAdminWords';
import type { Editing } from './editing';
import { SettingRow } from './SettingRow';

/** In their order; what a schema lists of them is sorted as numbers are. */
const versions: readonly ExchangeVersion[] = ['2010_SP2', '2013', '2013_SP1', '2016', '2019', 'SE'];

type SwitchName = 'integration' | 'mapi' | 'scheduleForOthers';

export function SwitchSetting({ part, editing }: { part: SwitchName; editing: Editing }): ReactElement {
  const { t } = useAdminWords();
  const { mine } = editing.draft;
  const { value, locked } = mine[part] ?? editing.anyway[part] ?? { value: false, locked: false };
  return (
    <SettingRow part={part} editing={editing} hint={t(`settings.hints.${part}`)}>
      {(ids) => (
        <Switch
          id={ids.control}
          aria-describedby={ids.hint}
          checked={value}
          label={t(value ? 'settings.on' : 'settings.off')}
          input={{ 'aria-labelledby': ids.name }}
          onChange={(_, { checked }) =>
            editing.set(part, {
              ...mine,
              [part]: { value: checked, locked: mine[part]?.locked ?? (mine[part] ? locked : false) },
            })
          }
        />
      )}
    </SettingRow>
  );
}

export function ProvidersSetting({ editing }: { editing: Editing }): ReactElement {
  const { t } = useAdminWords();
  const { mine } = editing.draft;
  const chosen = (mine.providers ?? editing.anyway.providers)?.value ?? [];
  const set = (providers: ServerProvider[]) =>
    editing.set('providers', {
      ...mine,
      providers: { value: providers, locked: mine.providers?.locked ?? false },
    });
  return (
    <SettingRow part="providers" editing={editing} several hint={t('settings.hints.providers')}>
      {() => (
        <div className="stack tight">
          {ServerProvider.options.map((provider) => (
            <Checkbox
              key={provider}
              label={t(`settings.providers.${provider}`)}
              checked={chosen.includes(provider)}
              onChange={(_, { checked }) =>
                set(
                  ServerProvider.options.filter((one) =>
                    one === provider ? checked === true : chosen.includes(one),
                  ),
                )
              }
            />
          ))}
        </div>
      )}
    </SettingRow>
  );
}

export function ForcedSetting({ editing }: { editing: Editing }): ReactElement {
  const { t } = useAdminWords();
  const { mine } = editing.draft;
  const value = (mine.forcedProvider ?? editing.anyway.forcedProvider)?.value ?? null;
  return (
    <SettingRow part="forcedProvider" editing={editing} hint={t('settings.hints.forcedProvider')}>
      {(ids) => (
        <Select
          id={ids.control}
          aria-describedby={ids.hint}
          value={value ?? ''}
          onChange={(_, { value: chosen }) =>
            editing.set('forcedProvider', {
              ...mine,
              forcedProvider: {
                value: ServerProvider.options.find((one) => one === chosen) ?? null,
                locked: mine.forcedProvider?.locked ?? false,
              },
            })
          }
        >
          <option value="">{t('settings.membersChoose')}</option>
          {ServerProvider.options.map((provider) => (
            <option key={provider} value={provider}>
              {t(`settings.providers.${provider}`)}
            </option>
          ))}
        </Select>
      )}
    </SettingRow>
  );
}

export function PermissionsSetting({ editing }: { editing: Editing }): ReactElement {
  const { t } = useAdminWords();
  const { mine } = editing.draft;
  const value = (mine.permissions ?? editing.anyway.permissions)?.value;
  return (
    <SettingRow part="permissions" editing={editing} several hint={t('settings.hints.permissions')}>
      {() =>
        value && (
          <div className="stack tight">
            {(['calendar', 'contacts'] as const).map((what) => (
              <Field key={what} label={t(`settings.permissions.${what}`)}>
                <Select
                  value={value[what]}
                  onChange={(_, { value: chosen }) =>
                    editing.set('permissions', {
                      ...mine,
                      permissions: {
                        value: {
                          ...value,
                          [what]: Permission.options.find((one) => one === chosen) ?? value[what],
                        },
                        locked: mine.permissions?.locked ?? false,
                      },
                    })
                  }
                >
                  {Permission.options.map((permission) => (
                    <option key={permission} value={permission}>
                      {t(`settings.permissions.${permission}`)}
                    </option>
                  ))}
                </Select>
              </Field>
            ))}
          </div>
        )
      }
    </SettingRow>
  );
}

export function ExchangeSetting({ editing }: { editing: Editing }): ReactElement {
  const { t } = useAdminWords();
  const { mine } = editing.draft;
  const value = (mine.exchange ?? editing.anyway.exchange)?.value ?? { version: null, ewsUrl: null };
  const set = (change: Partial<typeof value>) =>
    editing.set('exchange', {
      ...mine,
      exchange: { value: { ...value, ...change }, locked: mine.exchange?.locked ?? false },
    });
  return (
    <SettingRow part="exchange" editing={editing} several hint={t('settings.hints.exchange')}>
      {() => (
        <div className="stack tight">
          <Field label={t('settings.exchange.version')}>
            <Select
              value={value.version ?? ''}
              onChange={(_, { value: chosen }) =>
                set({ version: versions.find((one) => one === chosen) ?? null })
              }
            >
              <option value="">{t('settings.exchange.anyVersion')}</option>
              {versions.map((version) => (
                <option key={version} value={version}>
                  {t(`settings.exchange.versions.${version}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('settings.exchange.url')}>
            <Input
              type="url"
              dir="ltr"
              spellCheck={false}
              autoComplete="off"
              value={value.ewsUrl ?? ''}
              onChange={(_, { value: text }) => set({ ewsUrl: text.trim() === '' ? null : text.trim() })}
            />
          </Field>
        </div>
      )}
    </SettingRow>
  );
}
