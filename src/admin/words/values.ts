/** Settings and their values in words: "Calendar: Read; contacts: None, locked". Pure. */
import * as z from 'zod/mini';
import { Audio, Recording } from '../../domain/meetingOptions';
import { SettingKey } from '../../domain/policy/changes';
import type { Setting } from '../../domain/policy/settings';
import { ExchangeServer, Permissions, Provider } from '../../domain/policy/terms';
import type { AdminWords } from '../../ui/adminWords';
import { formatInstant } from '../../ui/format';
import { optionOf, type Part } from '../state/parts';

/** What the page calls a part. */
export function partName(part: Part, { t, words }: AdminWords): string {
  const option = optionOf(part);
  // The pane speaks to the host of a meeting, this page of them.
  if (option === 'passcode' || option === 'personalId' || option === 'hostVideo')
    return t(`settings.options.${option}`);
  if (option !== undefined) return words.t(`options.${option}.label`);
  const setting = SettingKey.options.find((name) => name === part);
  return setting === undefined ? part : t(`settings.names.${setting}`);
}

/** A value as its control shows it; anything that no control shows, as JSON. */
export function valueInWords(part: Part, value: unknown, texts: AdminWords): string {
  const { t, words } = texts;
  if (value === null && part === 'forcedProvider') return t('settings.membersChoose');
  if (value === null || value === undefined) return t('changes.value.nothing');
  if (typeof value === 'boolean') return value ? t('settings.on') : t('settings.off');
  const audio = Audio.safeParse(value);
  if (part === 'meeting.audio' && audio.success) return words.t(`options.audio.values.${audio.data}`);
  const recording = Recording.safeParse(value);
  if (part === 'meeting.recording' && recording.success)
    return recording.data === 'local'
      ? t('settings.recordLocally')
      : words.t(`options.recording.values.${recording.data}`);
  const provider = Provider.safeParse(value);
  if (provider.success) return t(`settings.providers.${provider.data}`);
  const providers = z.array(Provider).safeParse(value);
  if (providers.success) return providersInWords(providers.data, texts);
  const permissions = Permissions.safeParse(value);
  if (permissions.success) return permissionsInWords(permissions.data, texts);
  const server = ExchangeServer.safeParse(value);
  if (server.success) return serverInWords(server.data, texts);
  return JSON.stringify(value);
}

export const providersInWords = (providers: readonly Provider[], { t, words }: AdminWords): string =>
  providers.length === 0
    ? t('changes.value.noService')
    : list(
        providers.map((provider) => t(`settings.providers.${provider}`)),
        words.locale,
      );

export const permissionsInWords = ({ calendar, contacts }: Permissions, { t }: AdminWords): string =>
  t('changes.value.permissions', {
    calendar: t(`settings.permissions.${calendar}`),
    contacts: t(`settings.permissions.${contacts}`),
  });

export function serverInWords({ version, ewsUrl }: ExchangeServer, { t, words }: AdminWords): string {
  const said = [
    ...(version === null ? [] : [t(`settings.exchange.versions.${version}`)]),
    ...(ewsUrl === null ? [] : [ewsUrl]),
  ];
  return said.length === 0 ? t('settings.exchange.anyVersion') : list(said, words.locale);
}

/** What a layer says of a part, its lock included; undefined: nothing. */
export function saidInWords(part: Part, setting: Setting<unknown> | undefined, texts: AdminWords): string {
  if (setting === undefined) return texts.t('changes.value.nothing');
  const value = valueInWords(part, setting.value, texts);
  return setting.locked ? texts.t('changes.value.locked', { value }) : value;
}

/** "A, B and C" as the language has it. */
export const list = (items: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);

/** An instant of the contract, in the browser's own zone. */
export const whenInWords = (instant: string, { words }: AdminWords): string =>
  formatInstant(Date.parse(instant), words.locale, undefined);
