/** A layer of settings: all of them in sections, found by words, with the bar of what is not saved. */
import { MessageBar, MessageBarActions, MessageBarBody, Button, SearchBox } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { LockableOption } from '../../../domain/meetingOptions';
import type { SettingsLayer } from '../../../domain/policy/settings';
import type { Editor } from '../../state/editor';
import { parts, saidAnyway, type Part } from '../../state/parts';
import { useAdminWords, useSnapshot } from '../../useAdminWords';
import { fits } from '../../words/search';
import { list, partName } from '../../words/values';
import { Conflicts } from '../Conflicts';
import { ErrorBar } from '../Errors';
import { SaveBar } from '../SaveBar';
import {
  ExchangeSetting,
  ForcedSetting,
  PermissionsSetting,
  ProvidersSetting,
  SwitchSetting,
} from './CalendarSettings';
import type { Editing } from './editing';
import { ByPlatform } from './ByPlatform';
import { MeetingSetting } from './MeetingSettings';

export function LayerSettings({
  editor,
  account,
}: {
  editor: Editor;
  account?: SettingsLayer | undefined;
}): ReactElement | null {
  const state = useSnapshot(editor);
  const texts = useAdminWords();
  const { t, words } = texts;
  const [query, setQuery] = useState('');
  const place = useRef<HTMLDivElement>(null);
  const { draft, news } = state;
  if (!draft)
    return <ErrorBar error={state.error} onRetry={() => void editor.retry()} onDismiss={dismissed(editor)} />;
  const editing: Editing = {
    editor,
    draft,
    anyway: saidAnyway(account),
    account,
    set: (part, layer) => editor.edit(layer, part),
  };
  const shown = new Set(parts.filter((part) => fits(query, textsOf(part, texts))));
  const toFault = () =>
    requestAnimationFrame(() =>
      place.current
        ?.querySelector('[data-fault]')
        ?.closest('.setting')
        ?.querySelector<HTMLElement>('input, select')
        ?.focus(),
    );
  return (
    <div ref={place} className="stack">
      <div className="finding">
        <SearchBox
          aria-label={t('settings.search.label')}
          placeholder={t('settings.search.label')}
          value={query}
          dismiss={{ 'aria-label': t('settings.search.clear'), role: 'button', tabIndex: 0 }}
          onChange={(_, { value }) => setQuery(value)}
        />
        <span role="status" className="quiet">
          {query.trim() !== '' && t('settings.search.found', { count: shown.size })}
        </span>
      </div>
      <ErrorBar error={state.error} onRetry={() => void editor.retry()} onDismiss={dismissed(editor)} />
      {news && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {t('changes.news', {
              name: news.by?.name ?? t('page.unknownPerson'),
              settings: list(
                news.parts.map((part) => `“${partName(part, texts)}”`),
                words.locale,
              ),
            })}
          </MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label={t('page.close')}
                onClick={() => editor.dismiss('news')}
              />
            }
          />
        </MessageBar>
      )}
      <Conflicts editor={editor} draft={draft} />
      {shown.size === 0 && <p>{t('settings.search.none')}</p>}
      {sections.map(({ name, rows }) => (
        <Section key={name} name={name} hidden={!rows.some(({ part }) => shown.has(part))}>
          {name === 'calendar' && query.trim() === '' && <ByPlatform editing={editing} />}
          {rows
            .filter(({ part }) => shown.has(part))
            .map(({ part, row }) => (
              <Row key={part}>{row(editing)}</Row>
            ))}
        </Section>
      ))}
      <SaveBar editor={editor} state={state} draft={draft} onFault={toFault} />
    </div>
  );
}

const dismissed = (editor: Editor) => () => editor.dismiss('error');

const Row = ({ children }: { children: ReactNode }): ReactElement => <>{children}</>;

type SectionName = 'calendar' | 'others' | 'meetings';

function Section(props: { name: SectionName; hidden: boolean; children: ReactNode }): ReactElement | null {
  const { t } = useAdminWords();
  if (props.hidden) return null;
  return (
    <section className="card" aria-labelledby={props.name}>
      <h2 id={props.name}>{t(`settings.sections.${props.name}`)}</h2>
      {props.name === 'meetings' && <p className="quiet">{t('settings.meetingsHint')}</p>}
      {props.children}
    </section>
  );
}

interface Line {
  readonly part: Part;
  readonly row: (editing: Editing) => ReactElement;
}

const sections: readonly { readonly name: SectionName; readonly rows: readonly Line[] }[] = [
  {
    name: 'calendar',
    rows: [
      { part: 'integration', row: (editing) => <SwitchSetting part="integration" editing={editing} /> },
      { part: 'providers', row: (editing) => <ProvidersSetting editing={editing} /> },
      { part: 'mapi', row: (editing) => <SwitchSetting part="mapi" editing={editing} /> },
      { part: 'forcedProvider', row: (editing) => <ForcedSetting editing={editing} /> },
      { part: 'permissions', row: (editing) => <PermissionsSetting editing={editing} /> },
      { part: 'exchange', row: (editing) => <ExchangeSetting editing={editing} /> },
    ],
  },
  {
    name: 'others',
    rows: [
      {
        part: 'scheduleForOthers',
        row: (editing) => <SwitchSetting part="scheduleForOthers" editing={editing} />,
      },
    ],
  },
  {
    name: 'meetings',
    rows: LockableOption.options.map((option) => {
      const part = `meeting.${option}` as const;
      return { part, row: (editing) => <MeetingSetting part={part} option={option} editing={editing} /> };
    }),
  },
];

/** What a setting is found by. */
function textsOf(part: Part, texts: ReturnType<typeof useAdminWords>): string[] {
  const { t } = texts;
  const name = partName(part, texts);
  switch (part) {
    case 'integration':
    case 'mapi':
    case 'scheduleForOthers':
      return [name, t(`settings.hints.${part}`)];
    case 'providers':
    case 'forcedProvider':
      return [
        name,
        t(`settings.hints.${part}`),
        t('settings.providers.exchange'),
        t('settings.providers.office365'),
        t('settings.providers.google'),
      ];
    case 'permissions':
      return [name, t('settings.permissions.calendar'), t('settings.permissions.contacts')];
    case 'exchange':
      return [name, t('settings.exchange.version'), t('settings.exchange.url')];
    default:
      return [name, t('settings.sections.meetings')];
  }
}
