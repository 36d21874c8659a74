/**
 * The table of `docs/admin-guide.md` that says what each policy does on each platform, worked out by the effective
 * policy itself and in the page's own words, so that it cannot say anything else.
 */
import { effectivePolicy, type EffectiveService } from '../../../src/domain/policy/effective';
import type { SettingsLayer } from '../../../src/domain/policy/settings';
import { Platform } from '../../../src/domain/policy/terms';
import type { AdminWords } from '../../../src/ui/adminWords';
import { list } from '../../../src/admin/words/values';

const on = { value: true, locked: false };
const integrated = { integration: on };

/** What an administrator sets, in the guide's words. */
const policies: readonly (readonly [string, SettingsLayer])[] = [
  ['Integration off', {}],
  ['Integration on, members choose', integrated],
  [
    'Integration on, only Office 365 may be chosen',
    { ...integrated, providers: { value: ['office365'], locked: false } },
  ],
  ['Integration on, no service may be chosen', { ...integrated, providers: { value: [], locked: false } }],
  ['MAPI on', { ...integrated, mapi: on }],
  ['**MAPI on and locked**', { ...integrated, mapi: { value: true, locked: true } }],
  [
    'MAPI on, no other service may be chosen',
    { ...integrated, mapi: on, providers: { value: [], locked: false } },
  ],
  ['Office 365 for everybody', { ...integrated, forcedProvider: { value: 'office365', locked: false } }],
  ['Exchange for everybody', { ...integrated, forcedProvider: { value: 'exchange', locked: false } }],
  [
    'Exchange for everybody, MAPI on',
    { ...integrated, mapi: on, forcedProvider: { value: 'exchange', locked: false } },
  ],
];

/** The rows, with the head; a member who has connected nothing. */
export function policyTable({ t, words }: AdminWords): string[][] {
  const said = ({ state, provider, choices, reason }: EffectiveService): string => {
    if (state === 'none') return `${t('settings.glance.none')}. ${t(`effective.reasons.${reason}`)}`;
    if (state === 'automatic') return t('settings.glance.automatic');
    const offered = state === 'choose' ? choices : provider === null ? [] : [provider];
    return t(`settings.glance.${state === 'choose' ? 'choose' : 'connect'}`, {
      services: list(
        offered.map((one) => t(`settings.providers.${one}`)),
        words.locale,
      ),
    });
  };
  return [
    ['What is set', ...Platform.options.map((platform) => t(`effective.platforms.${platform}`))],
    ...policies.map(([name, account]) => [
      name,
      ...Platform.options.map((platform) =>
        said(effectivePolicy({ account, groups: [], choice: null, platform }).service),
      ),
    ]),
  ];
}

/** As the formatter writes it. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join(
    '\n',
  );
}
