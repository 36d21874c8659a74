/** The options of a meeting: topic, passcode, waiting room, video. Used for a new one and for changing one. */
import { Button, Field, Input, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { ArrowResetRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { MeetingDefaults, MeetingOptions } from '../domain/meeting';
import { Passcode } from '../domain/meeting';
import { words } from '../ui/words';
import type { PaneController, PaneState } from './controller';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  switches: { display: 'flex', flexDirection: 'column' },
  switch: { justifyContent: 'space-between', '& label': { flexGrow: 1, paddingLeft: 0 } },
});

/** Whether Zoom would take this passcode; an empty one lets Zoom choose. */
export const passcodeIsGood = (passcode: string | undefined): boolean =>
  passcode === undefined || passcode === '' || Passcode.safeParse(passcode).success;

/**
 * @param initial what holds when the person chooses nothing: the member's defaults, or the meeting's present options
 * @param subject what the topic follows
 * @param ownTopic the topic that was chosen earlier and does not follow the subject
 */
export function OptionsForm(props: {
  controller: PaneController;
  state: PaneState;
  initial: Omit<MeetingDefaults, 'passcodeRequired'>;
  initialPasscode?: string;
  subject: string;
  ownTopic?: string | undefined;
}): ReactElement {
  const styles = useStyles();
  const { controller, initial, state } = props;
  const { form } = state;
  const follows = form.topic === null || (form.topic === undefined && props.ownTopic === undefined);
  const topic = form.topic ?? (follows ? props.subject : props.ownTopic) ?? '';
  const set = (options: MeetingOptions) => controller.setOptions(options);
  const passcode = form.options.passcode ?? props.initialPasscode ?? '';
  const toggle = (name: 'waitingRoom' | 'hostVideo' | 'participantVideo') => (
    <Switch
      className={styles.switch}
      label={words[name]}
      labelPosition="before"
      checked={form.options[name] ?? initial[name]}
      onChange={(_, { checked }) => set({ [name]: checked })}
    />
  );
  return (
    <div className={styles.form}>
      <Field label={words.topic} hint={follows ? words.topicFollows : undefined}>
        <Input
          value={topic}
          placeholder={words.topicEmpty}
          maxLength={200}
          onChange={(_, { value }) => controller.setTopic(value)}
          contentAfter={
            follows ? undefined : (
              <Button
                appearance="transparent"
                size="small"
                icon={<ArrowResetRegular />}
                aria-label={words.topicOwn}
                title={words.topicOwn}
                onClick={() => controller.setTopic(null)}
              />
            )
          }
        />
      </Field>
      <Field
        label={words.passcode}
        hint={words.passcodeHint}
        validationState={passcodeIsGood(passcode) ? 'none' : 'error'}
        validationMessage={passcodeIsGood(passcode) ? undefined : words.passcodeWrong}
      >
        <Input
          value={passcode}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => set({ passcode: value === '' ? undefined : value })}
        />
      </Field>
      <div className={styles.switches}>
        {toggle('waitingRoom')}
        {toggle('hostVideo')}
        {toggle('participantVideo')}
      </div>
    </div>
  );
}
