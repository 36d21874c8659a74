/**
 * A part of the pane whose code comes later: the skeleton until it is there, and a way to try again when it could not
 * be fetched.
 */
import { Button } from '@fluentui/react-components';
import {
  Component,
  lazy,
  Suspense,
  useState,
  type ComponentType,
  type LazyExoticComponent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useWords } from '../../ui/useWords';

/** The properties are handed on whole: React's own types for a lazy component add some of their own. */
type Lazy<P> = LazyExoticComponent<ComponentType<{ given: P }>>;

/** The component that `load` brings, as one that can be rendered at once. */
export function lazily<P extends object>(
  load: () => Promise<ComponentType<P>>,
  fallback: ReactElement | null,
): (props: P) => ReactElement {
  const fetched = (): Lazy<P> =>
    lazy(async () => {
      const Part = await load();
      return { default: ({ given }: { given: P }) => <Part {...given} /> };
    });
  const first = fetched();
  return function Lazily(props: P) {
    // A failed chunk is fetched again by a component of its own: React remembers that the first one failed.
    const [{ Part, attempt }, set] = useState<{ Part: Lazy<P>; attempt: number }>({
      Part: first,
      attempt: 0,
    });
    const again = () => set({ Part: fetched(), attempt: attempt + 1 });
    return (
      <Boundary key={attempt} fallback={<Refetch onRetry={again} />}>
        <Suspense fallback={fallback}>
          <Part given={props} />
        </Suspense>
      </Boundary>
    );
  };
}

function Refetch({ onRetry }: { onRetry: () => void }): ReactElement {
  const { t } = useWords();
  return (
    <div className="centred" role="alert">
      <h1 className="title">{t('failed')}</h1>
      <p>{t('errors:offline')}</p>
      <Button appearance="primary" onClick={onRetry}>
        {t('actions.retry')}
      </Button>
    </div>
  );
}

class Boundary extends Component<{ fallback: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
