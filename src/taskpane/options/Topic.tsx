/** The topic: the appointment's subject until somebody edits it. */
import { Button, Field, Input } from '@fluentui/react-components';
import { ArrowResetRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { TOPIC_LIMIT } from '../../domain/meeting';
import { useWords } from '../../ui/useWords';
import type { PaneProps } from '../pane';

/** @param ownTopic the topic that was chosen earlier and does not follow the subject */
export function Topic(props: PaneProps & { subject: string; ownTopic: string | undefined }): ReactElement {
  const { t } = useWords();
  const { controller, ownTopic, subject } = props;
  const { topic } = props.state.form;
  const follows = topic === null || (topic === undefined && ownTopic === undefined);
  const value = topic ?? (follows ? subject : ownTopic) ?? '';
  return (
    <Field label={t('options.topic.label')} hint={follows ? t('options.topic.follows') : undefined}>
      <Input
        value={value}
        placeholder={t('options.topic.empty')}
        maxLength={TOPIC_LIMIT}
        // What was typed decides; the words of the empty field run as the pane does.
        input={value === '' ? {} : { dir: 'auto' }}
        onChange={(_, typed) => controller.setTopic(typed.value)}
        contentAfter={
          follows ? undefined : (
            <Button
              appearance="transparent"
              size="small"
              icon={<ArrowResetRegular />}
              aria-label={t('options.topic.own')}
              title={t('options.topic.own')}
              onClick={() => controller.setTopic(null)}
            />
          )
        }
      />
    </Field>
  );
}
