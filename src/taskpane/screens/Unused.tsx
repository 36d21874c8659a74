/** Meetings that were made here and never seen on a saved appointment: the person says what becomes of each. */
import { Button, Card } from '@fluentui/react-components';
import { ArrowLeftRegular, CalendarRegular, CheckmarkRegular, DeleteRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/useWords';
import type { PaneProps } from '../pane';
import { Skeleton } from '../parts/Skeleton';
import { WorkButton } from '../parts/WorkButton';
import { unusedTimes } from './meetingWords';
import { Message } from './Message';

export function Unused({ state, controller }: PaneProps): ReactElement {
  const words = useWords();
  const { t } = words;
  const { unused } = state;
  const back = (
    <Button
      className="back"
      appearance="subtle"
      icon={<ArrowLeftRegular className="turns" />}
      onClick={() => void controller.show('appointment')}
    >
      {t('actions.back')}
    </Button>
  );
  if (!unused) return <Skeleton />;
  if (unused.length === 0) {
    return (
      <section className="stack">
        {back}
        <Message title={t('unused.title')} picture={<CalendarRegular className="icon" />}>
          {t('unused.none')}
        </Message>
      </section>
    );
  }
  return (
    <section className="stack">
      {back}
      <h1 className="title">{t('unused.title')}</h1>
      <p className="quiet">{t('unused.what')}</p>
      {unused.length > 1 && (
        <WorkButton
          work="sorting"
          state={state}
          busy={t('unused.keepAll')}
          icon={<CheckmarkRegular />}
          onPress={() => void controller.drafts.keepAll()}
        >
          {t('unused.keepAll')}
        </WorkButton>
      )}
      <ul className="plain">
        {unused.map(({ id, topic, ...made }) => (
          <li key={id}>
            <Card>
              <h2 className="name">
                <bdi>{topic}</bdi>
              </h2>
              <span>{unusedTimes(made, state, words).start}</span>
              <span className="quiet">{unusedTimes(made, state, words).madeAt}</span>
              <div className="row">
                <WorkButton
                  work="sorting"
                  state={state}
                  busy={t('unused.keep')}
                  grow
                  icon={<CheckmarkRegular />}
                  label={`${t('unused.keep')}: ${topic}`}
                  onPress={() => void controller.drafts.keep(id)}
                >
                  {t('unused.keep')}
                </WorkButton>
                <WorkButton
                  work="sorting"
                  state={state}
                  busy={t('unused.remove')}
                  grow
                  icon={<DeleteRegular />}
                  label={`${t('unused.remove')}: ${topic}`}
                  onPress={() => void controller.drafts.remove(id)}
                >
                  {t('unused.remove')}
                </WorkButton>
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}
