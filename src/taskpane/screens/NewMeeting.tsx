/** A new appointment: the one button, and below it what the meeting will be like. */
import { VideoAddRegular } from '@fluentui/react-icons';
import { useEffect, type ReactElement } from 'react';
import { useWords } from '../../ui/useWords';
import * as later from '../later';
import type { PaneProps } from '../pane';
import { lazily } from '../parts/Lazily';
import { Skeleton } from '../parts/Skeleton';
import { WorkButton } from '../parts/WorkButton';
import { formIsGood } from '../state';

const NewOptions = lazily<PaneProps>(
  () => later.options().then(({ NewOptions }) => NewOptions),
  <Skeleton head={false} rows={6} />,
);
const AboutNew = lazily<PaneProps>(() => later.screens().then(({ AboutNew }) => AboutNew), null);

export function NewMeeting({ state, controller }: PaneProps): ReactElement {
  const { t } = useWords();
  useEffect(() => {
    // Read by `bench/pane`.
    if (performance.getEntriesByName('pane-usable').length === 0) performance.mark('pane-usable');
  }, []);
  return (
    <section className="stack">
      <WorkButton
        work="adding"
        state={state}
        busy={t('new.adding')}
        appearance="primary"
        icon={<VideoAddRegular />}
        wide
        first
        disabled={!formIsGood(state.form)}
        onPress={() => void controller.add()}
      >
        {t('new.add')}
      </WorkButton>
      <AboutNew state={state} controller={controller} />
      <h1 className="title">{t('new.options')}</h1>
      {state.me ? <NewOptions state={state} controller={controller} /> : <Skeleton head={false} rows={6} />}
    </section>
  );
}
