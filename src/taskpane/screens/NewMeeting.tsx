/** A new appointment: the one button, and below it what the meeting will be like. */
import { useEffect, type ReactElement } from 'react';
import { useWords } from '../../ui/useWords';
import * as later from '../later';
import type { PaneProps } from '../pane';
import { AddButton } from '../parts/AddButton';
import { lazily } from '../parts/Lazily';
import { Skeleton } from '../parts/Skeleton';

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
      <AddButton state={state} controller={controller} wide>
        {t('new.add')}
      </AddButton>
      <AboutNew state={state} controller={controller} />
      <h1 className="title">{t('new.options')}</h1>
      {state.me ? <NewOptions state={state} controller={controller} /> : <Skeleton head={false} rows={6} />}
    </section>
  );
}
