/** The words of the person's language, for React. */
import { createContext, useContext } from 'react';
import type { Words } from './words';

const WordsContext = createContext<Words | undefined>(undefined);

export const WordsProvider = WordsContext.Provider;

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('A component that shows words needs a WordsProvider around it.');
  return words;
}
