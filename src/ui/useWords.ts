/** The words of the person's language, for React. */
import { createContext, useContext } from 'react';
import { englishWords, type Words } from './words';

const WordsContext = createContext<Words>(englishWords());

export const WordsProvider = WordsContext.Provider;

export const useWords = (): Words => useContext(WordsContext);
