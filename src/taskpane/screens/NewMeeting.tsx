/** A new appointment: the one button, and below it what the meeting will be like. */
import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { VideoAddRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { words } from '../../ui/words';
import type { PaneController, PaneState } from '../controller';
import { OptionsForm, passcodeIsGood } from '../OptionsForm';
import { WorkButton } from '../parts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

export function NewMeeting({
  state,
  controller,
}: {
  state: PaneState;
  controller: PaneController;
}): ReactElement {
  const styles = useStyles();
  const defaults = state.me?.defaults;
  return (
    <section className={styles.stack}>
      <WorkButton
        work="adding"
        state={state}
        busy={words.adding}
        appearance="primary"
        icon={<VideoAddRegular />}
        wide
        disabled={!passcodeIsGood(state.form.options.passcode)}
        onPress={() => void controller.add()}
      >
        {words.add}
      </WorkButton>
      <Subtitle2 as="h1">{words.newTitle}</Subtitle2>
      {defaults && (
        <OptionsForm
          controller={controller}
          state={state}
          initial={defaults}
          subject={state.facts?.subject ?? ''}
        />
      )}
    </section>
  );
}
