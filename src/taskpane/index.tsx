/** Where the pane starts: waits for Outlook, then shows the app in Outlook's colours and language. */
import { createRoot } from 'react-dom/client';
import { useEffect, useState, type ReactElement } from 'react';
import type { Theme } from '@fluentui/react-components';
import { OFFLINE_SENTENCE, ProductError } from '../domain/errors';
import { environment, onThemeChanged } from '../outlook/environment';
import { whenReady } from '../outlook/office';
import { appearanceFor, themeFor } from '../ui/theme';
import { WordsProvider } from '../ui/useWords';
import { fetchAhead, wordsFor } from '../ui/fetchWords';
import { App } from './App';
import { composeServices } from './compose';
import { PaneController } from './controller';
import * as later from './later';

// Words and use cases are needed for the first screen: fetched while Outlook and its Office.js meet.
fetchAhead();
later.work().catch(() => undefined);

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const forced = window.matchMedia('(forced-colors: active)');

/** What Outlook said last; undefined until it says something. */
let background: string | undefined;

const presentTheme = (): Promise<Theme> =>
  themeFor(appearanceFor(background ?? environment().theme?.bodyBackground, dark.matches, forced.matches));

/** Outlook's colours, or the system's; follows when the system's change. */
function useTheme(first: Theme): Theme {
  const [theme, setTheme] = useState(first);
  useEffect(() => {
    const change = () => void presentTheme().then(setTheme);
    const stop = onThemeChanged(({ bodyBackground }) => {
      background = bodyBackground;
      change();
    });
    dark.addEventListener('change', change);
    forced.addEventListener('change', change);
    return () => {
      stop();
      dark.removeEventListener('change', change);
      forced.removeEventListener('change', change);
    };
  }, []);
  return theme;
}

function Root({ controller, firstTheme }: { controller: PaneController; firstTheme: Theme }): ReactElement {
  return <App controller={controller} theme={useTheme(firstTheme)} />;
}

async function open(): Promise<void> {
  const place = document.getElementById('root');
  if (!place) throw new ProductError('internal', { requestId: 'no root element' });
  const readiness = await whenReady();
  const [words, theme] = await Promise.all([wordsFor(environment().locale), presentTheme()]);
  document.documentElement.lang = words.language;
  document.documentElement.dir = words.direction;
  document.title = words.t('product');
  if (readiness.status === 'not-in-outlook') {
    place.textContent = words.t('outside');
    return;
  }
  const controller = new PaneController(composeServices());
  createRoot(place).render(
    <WordsProvider value={words}>
      <Root controller={controller} firstTheme={theme} />
    </WordsProvider>,
  );
  await controller.open();
}

open().catch(() => {
  // Without its words the page can only say so in English.
  const place = document.getElementById('root');
  if (place) place.textContent = OFFLINE_SENTENCE;
});
