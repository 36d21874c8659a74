/** What a person keeps for every appointment and every Outlook. */
import { Button, Field, Select, Switch } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { invitationLanguageFor, invitationLanguages } from '../../domain/invitation/words';
import { languageName } from '../../ui/format';
import { useWords } from '../../ui/useWords';
import * as later from '../later';
import { MicrosoftSettings } from '../microsoft/parts';
import type { PaneProps } from '../pane';
import { lazily } from '../parts/Lazily';
import { Skeleton } from '../parts/Skeleton';
import { keptChoices } from '../preferences';

/** The calendar and contact integration, as it holds for this person here. */
const Integration = lazily<PaneProps>(
  () => later.integration().then(({ Section }) => Section),
  <Skeleton rows={3} head={false} />,
);

export function Settings({ state, controller }: PaneProps): ReactElement {
  const { me, working } = state;
  const { t, locale, outlookLanguage } = useWords();
  if (!me) return <Skeleton />;
  const { updateByItself, invitationLanguage } = me.preferences;
  const kept = keptChoices(me.preferences);
  return (
    <section className="stack">
      <Button
        className="back"
        appearance="subtle"
        icon={<ArrowLeftRegular className="turns" />}
        onClick={() => void controller.show('appointment')}
      >
        {t('actions.back')}
      </Button>
      <h1 className="title">{t('settings.title')}</h1>
      <Integration state={state} controller={controller} />
      <Field hint={t('settings.byItselfHint')}>
        <Switch
          className="switch"
          label={t('settings.byItself')}
          labelPosition="before"
          checked={updateByItself}
          onChange={(_, { checked }) => void controller.preferences.setUpdateByItself(checked)}
        />
      </Field>
      <Field label={t('settings.language')}>
        <Select
          value={invitationLanguage ?? ''}
          onChange={(_, { value }) =>
            void controller.preferences.setInvitationLanguage(value === '' ? null : value)
          }
        >
          <option value="">
            {t('settings.followsOutlook', {
              language: languageName(invitationLanguageFor(outlookLanguage), locale),
            })}
          </option>
          {invitationLanguages.map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {languageName(tag, tag)}
            </option>
          ))}
        </Select>
      </Field>
      <section className="stack">
        <h2 className="name">{t('settings.usual')}</h2>
        <p className="quiet">
          {kept === 0 ? t('settings.usualNone') : t('settings.usualSome', { count: kept })}
        </p>
        {kept > 0 && (
          <Button
            disabledFocusable={working !== undefined}
            onClick={() => void controller.preferences.forgetChoices()}
          >
            {t('settings.forget')}
          </Button>
        )}
      </section>
      <MicrosoftSettings state={state} controller={controller} />
    </section>
  );
}
