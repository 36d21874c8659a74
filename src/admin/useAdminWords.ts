/** The page's words and its controller, for React. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AdminWords } from '../ui/adminWords';

const WordsContext = createContext<AdminWords | undefined>(undefined);

export const AdminWordsProvider = WordsContext.Provider;

export function useAdminWords(): AdminWords {
  const words = useContext(WordsContext);
  if (!words) throw new Error('A component that shows words needs an AdminWordsProvider around it.');
  return words;
}

/** What a store or a controller has at the moment. */
export const useSnapshot = <S>(source: {
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => S;
}): S => useSyncExternalStore(source.subscribe, source.snapshot);
