/** What section and wizard need before they can show anything: the integration and its words, both fetched. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { integrationWordsFor, type IntegrationWords } from '../../ui/integrationWords';
import { useWords } from '../../ui/useWords';
import type { PaneController } from '../controller';
import type { Integration } from './controller';
import type { IntegrationState } from './state';

export interface Parts {
  readonly integration: Integration;
  readonly texts: IntegrationWords;
}

/** What every part of section and wizard gets. */
export interface IntegrationProps extends Parts {
  readonly state: IntegrationState;
}

/** Undefined while it is fetched; `failed` with the way to try again. */
export function useParts(controller: PaneController): Parts | undefined | { readonly failed: () => void } {
  const words = useWords();
  const [attempt, again] = useState(0);
  const [parts, set] = useState<Parts | 'failed'>();
  useEffect(() => {
    let stays = true;
    Promise.all([controller.integration(), integrationWordsFor(words)]).then(
      ([integration, texts]) => stays && set({ integration, texts }),
      () => stays && set('failed'),
    );
    return () => {
      stays = false;
    };
  }, [controller, words, attempt]);
  if (parts !== 'failed') return parts;
  return {
    failed() {
      set(undefined);
      again(attempt + 1);
    },
  };
}

export const useIntegrationState = (integration: Integration): IntegrationState =>
  useSyncExternalStore(integration.subscribe, integration.snapshot);
