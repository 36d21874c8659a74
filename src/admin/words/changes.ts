/** Changes of the history and of previews in words: what, from, to. Pure. */
import * as z from 'zod/mini';
import type { ShownChange } from '../../api/policy';
import { MeetingPolicy } from '../../domain/meetingDefaults';
import { SettingName, SettingsLayer } from '../../domain/policy/settings';
import { MemberChoice } from '../../domain/policy/effective';
import type { AdminWords } from '../../ui/adminWords';
import { formatNumber } from '../../ui/format';
import { parts, said } from '../state/parts';
import { list, partName, saidInWords } from './values';

export interface ChangeWords {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

const AnySetting = z.object({ value: z.unknown(), locked: z._default(z.boolean(), false) });
const Named = z.object({ name: z.string() });
const Ids = z.array(z.string());
/** In one change; of more it is said how many there are. */
const MOST_NAMES = 5;
/** A group as the history and previews of files show it. */
const ShownGroup = z.object({ name: z.string(), settings: SettingsLayer });

/**
 * The changes one by one; those of new meetings as one each.
 *
 * @param groups names of groups by id, as far as there still are such groups
 */
export const changesInWords = (
  changes: readonly ShownChange[],
  texts: AdminWords,
  groups: ReadonlyMap<string, string> = new Map(),
): ChangeWords[] =>
  changes.flatMap((change) => {
    const setting = SettingName.options.find((name) => name === change.what);
    if (setting !== undefined) {
      const side = (value: unknown) => {
        const parsed = AnySetting.safeParse(value);
        return saidInWords(setting, parsed.success ? parsed.data : undefined, texts);
      };
      return [{ what: partName(setting, texts), from: side(change.from), to: side(change.to) }];
    }
    if (change.what === 'meeting') return meetingInWords(change, texts);
    if (change.what === 'group') return groupInWords(change, texts, groups);
    if (change.what === 'members') return [membersInWords(change, texts)];
    // As they were called then, rather than as they are called now.
    const names = new Map([...groups, ...Object.entries(change.names ?? {})]);
    return [
      {
        what: otherName(change.what, texts),
        from: otherValue(change.from, texts, names),
        to: otherValue(change.to, texts, names),
      },
    ];
  });

/** How many there are, and who joined or left, as far as the history knows their names. */
function membersInWords({ what, from, to, names = {} }: ShownChange, texts: AdminWords): ChangeWords {
  const { t, words } = texts;
  const [before, after] = [Ids.safeParse(from).data ?? [], Ids.safeParse(to).data ?? []];
  const count = (ids: readonly string[]) =>
    ids.length === 0 ? t('changes.value.nobody') : t('groups.members', { count: ids.length });
  const named = (ids: readonly string[], others: readonly string[]) => {
    const known = new Set(others);
    const those = ids.filter((id) => !known.has(id));
    const shown = those.flatMap((id) => names[id] ?? []).slice(0, MOST_NAMES);
    const more = those.length - shown.length;
    if (shown.length === 0) return undefined;
    return list(more > 0 ? [...shown, t('changes.value.more', { count: more })] : shown, words.locale);
  };
  const [joined, left] = [named(after, before), named(before, after)];
  return {
    what: otherName(what, texts),
    from: count(before),
    to: [
      count(after),
      ...(joined === undefined ? [] : [t('changes.value.joined', { names: joined })]),
      ...(left === undefined ? [] : [t('changes.value.left', { names: left })]),
    ].join(' · '),
  };
}

/** That a group was made or deleted, and each of its settings that differs. */
function groupInWords(
  change: ShownChange,
  texts: AdminWords,
  groups: ReadonlyMap<string, string>,
): ChangeWords[] {
  const [from, to] = [ShownGroup.safeParse(change.from).data, ShownGroup.safeParse(change.to).data];
  const name = to?.name ?? from?.name;
  const whole: ChangeWords = {
    what: otherName('group', texts),
    from: otherValue(change.from, texts, groups),
    to: otherValue(change.to, texts, groups),
  };
  if (name === undefined) return [whole];
  const settings = parts
    .map((part) => ({
      what: texts.t('history.inGroup', { group: name, setting: partName(part, texts) }),
      from: saidInWords(part, said(from?.settings ?? {}, part), texts),
      to: saidInWords(part, said(to?.settings ?? {}, part), texts),
    }))
    .filter((each) => each.from !== each.to);
  return from && to && from.name === to.name && settings.length > 0 ? settings : [whole, ...settings];
}

/** Each default of new meetings that differs. */
function meetingInWords({ from, to }: ShownChange, texts: AdminWords): ChangeWords[] {
  const layer = (value: unknown) => {
    const meeting = MeetingPolicy.safeParse(value);
    return meeting.success ? { meeting: meeting.data } : {};
  };
  const [before, after] = [layer(from), layer(to)];
  return parts
    .map((part) => ({
      what: partName(part, texts),
      from: saidInWords(part, said(before, part), texts),
      to: saidInWords(part, said(after, part), texts),
    }))
    .filter((change) => change.from !== change.to);
}

function otherName(what: string, { t }: AdminWords): string {
  const name = z.enum(['members', 'name', 'order', 'group', 'people', 'choice']).safeParse(what);
  return name.success ? t(`history.what.${name.data}`) : what;
}

/** Names, lists of names, numbers, choices: whatever the backend shows of what is no setting. */
function otherValue(value: unknown, texts: AdminWords, groups: ReadonlyMap<string, string>): string {
  const { t, words } = texts;
  if (value === null || value === undefined) return t('changes.value.nothing');
  if (typeof value === 'string') return groups.get(value) ?? value;
  if (typeof value === 'number') return formatNumber(value, words.locale);
  const choice = MemberChoice.safeParse(value);
  if (choice.success) return t(`settings.providers.${choice.data.provider}`);
  const named = Named.safeParse(value);
  if (named.success) return named.data.name;
  if (Array.isArray(value)) {
    if (value.length === 0) return t('changes.value.nobody');
    return list(
      value.map((one: unknown) => otherValue(one, texts, groups)),
      words.locale,
    );
  }
  return JSON.stringify(value);
}
