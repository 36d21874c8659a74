/**
 * Takes the meeting, or what is left of it, off the appointment. Where it may be another appointment's meeting, the
 * question about that takes the button's place: what harms nobody first, with the focus on it.
 */
import { Button } from '@fluentui/react-components';
import { CalendarCancelRegular, DeleteRegular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, type ReactElement } from 'react';
import { useWords } from '../../ui/useWords';
import type { PaneProps } from '../pane';
import { WorkButton } from './WorkButton';

export function RemoveButton({
  state,
  controller,
  grow,
  children,
}: PaneProps & { grow?: boolean; children: string }): ReactElement {
  const { t } = useWords();
  if (state.asksRemoval) return <Question state={state} controller={controller} />;
  return (
    <WorkButton
      work="removing"
      state={state}
      busy={t('actions.removing')}
      grow={grow}
      icon={<DeleteRegular />}
      onPress={() => void controller.remove()}
    >
      {children}
    </WorkButton>
  );
}

function Question({ state, controller }: PaneProps): ReactElement {
  const { t } = useWords();
  const question = useRef<HTMLElement>(null);
  const id = useId();
  useEffect(() => question.current?.querySelector('button')?.focus(), []);
  return (
    <section
      ref={question}
      className="stack wide"
      role="group"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}what`}
      onKeyDown={({ key }) => {
        if (key === 'Escape') controller.keepMeeting();
      }}
    >
      <h2 className="name" id={`${id}title`}>
        {t('copy.perhaps')}
      </h2>
      <p className="quiet" id={`${id}what`}>
        {t('removal.what')}
      </p>
      <div className="row">
        <TakeOffButton state={state} controller={controller} first />
        <WorkButton
          work="removing"
          state={state}
          busy={t('removal.zoom')}
          grow
          icon={<DeleteRegular />}
          onPress={() => void controller.remove('zoom')}
        >
          {t('removal.zoom')}
        </WorkButton>
        <Button className="grow" appearance="subtle" onClick={controller.keepMeeting}>
          {t('removal.cancel')}
        </Button>
      </div>
    </section>
  );
}

/** Takes the invitation off this appointment and leaves the meeting in Zoom. */
export function TakeOffButton({
  state,
  controller,
  first,
}: PaneProps & { /** What is there for. */ first?: boolean }): ReactElement {
  const { t } = useWords();
  return (
    <WorkButton
      work="removing"
      state={state}
      busy={t('removal.here')}
      grow
      appearance={first ? 'primary' : 'secondary'}
      icon={<CalendarCancelRegular />}
      onPress={() => void controller.remove('appointment')}
    >
      {t('removal.here')}
    </WorkButton>
  );
}
