/** The options of a meeting, for a new one and for changing one: a chunk of its own. */
import { Button } from '@fluentui/react-components';
import { useEffect, type ReactElement } from 'react';
import { groupedMeetingId } from '../../domain/invitation';
import { invitationLanguageFor, invitationLanguages } from '../../domain/invitation/words';
import { languageName } from '../../ui/format';
import { useWords } from '../../ui/useWords';
import type { PaneProps } from '../pane';
import { keptChoices } from '../preferences';
import { isTouched, type LinkedScreen } from '../state';
import { OneOf, OptionControl } from './Controls';
import { headings, optionsUnder } from './list';
import { Topic } from './Topic';
import { type FormValues, valuesOf } from './values';

/** For an appointment without a meeting. */
export function NewOptions({ state, controller }: PaneProps): ReactElement | null {
  const { form, me, choices, facts } = state;
  useEffect(() => void controller.openOptions(), [controller]);
  if (!me) return null;
  const values = valuesOf(
    { ...me.defaults, alternativeHosts: me.preferences.options.alternativeHosts ?? [] },
    undefined,
    form.options,
    me,
    choices,
    groupedMeetingId,
  );
  return (
    <div className="stack">
      <Topic state={state} controller={controller} subject={facts?.subject ?? ''} ownTopic={undefined} />
      <Controls
        state={state}
        controller={controller}
        values={values}
        isNew
        language={me.preferences.invitationLanguage}
      />
      <KeepChoices state={state} controller={controller} />
    </div>
  );
}

/** For the meeting that is on the appointment. */
export function ChangedOptions({
  state,
  controller,
  screen,
}: PaneProps & { screen: LinkedScreen }): ReactElement {
  const { meeting, link } = screen;
  useEffect(() => void controller.openOptions(), [controller]);
  const values = valuesOf(
    meeting.options,
    meeting.passcode,
    state.form.options,
    state.me,
    state.choices,
    groupedMeetingId,
  );
  return (
    <div className="stack">
      <Topic
        state={state}
        controller={controller}
        subject={state.facts?.subject ?? meeting.topic}
        ownTopic={link.ownTopic ? meeting.topic : undefined}
      />
      <Controls
        state={state}
        controller={controller}
        values={values}
        isNew={false}
        language={link.language ?? null}
      />
    </div>
  );
}

/** @param language of the invitation when the form says nothing; null follows Outlook */
function Controls(
  props: PaneProps & { values: FormValues; isNew: boolean; language: string | null },
): ReactElement {
  const { t, locale, outlookLanguage } = useWords();
  const { isNew, values, state, controller, language } = props;
  return (
    <>
      {headings.map((heading) => (
        <section key={heading} className="section" aria-label={t(`options.about.${heading}`)}>
          <h2 className="name">{t(`options.about.${heading}`)}</h2>
          {optionsUnder(heading, isNew).map((name) => (
            <OptionControl key={name} name={name} state={state} controller={controller} values={values} />
          ))}
          {heading === 'more' && (
            <OneOf
              label={t('options.language.label')}
              value={state.form.language ?? language ?? ''}
              values={[
                [
                  '',
                  t('options.language.follows', {
                    language: languageName(invitationLanguageFor(outlookLanguage), locale),
                  }),
                ],
                ...invitationLanguages.map((tag) => [tag, languageName(tag, tag)] as const),
              ]}
              onChoose={(tag) => controller.setLanguage(tag === '' ? outlookLanguage : tag)}
            />
          )}
        </section>
      ))}
    </>
  );
}

function KeepChoices({ state, controller }: PaneProps): ReactElement | null {
  const { t } = useWords();
  const { form, working, me } = state;
  if (!isTouched(form)) return null;
  return (
    <div className="stack">
      <div className="row">
        <Button
          className="grow"
          disabledFocusable={working !== undefined}
          onClick={() => void controller.preferences.keepChoices()}
        >
          {t('options.keep')}
        </Button>
        <Button
          className="grow"
          appearance="subtle"
          disabledFocusable={working !== undefined}
          onClick={controller.preferences.resetForm}
        >
          {me && keptChoices(me.preferences) > 0 ? t('options.reset') : t('options.resetToDefaults')}
        </Button>
      </div>
      <p className="quiet">{t('options.keepHint')}</p>
    </div>
  );
}
