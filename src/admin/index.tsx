/** Where the account settings page starts: words and colours of the browser, then the app. */
import type { Theme } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { OFFLINE_SENTENCE, ProductError } from '../domain/errors';
import { adminWordsFor } from '../ui/adminWords';
import { appearanceFor, themeFor } from '../ui/theme';
import { App } from './App';
import { composeServices } from './compose';
import { AdminController } from './state/controller';
import { AdminWordsProvider } from './useAdminWords';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const forced = window.matchMedia('(forced-colors: active)');

const presentTheme = (): Promise<Theme> => themeFor(appearanceFor(undefined, dark.matches, forced.matches));

function Root({ controller, firstTheme }: { controller: AdminController; firstTheme: Theme }): ReactElement {
  const [theme, setTheme] = useState(firstTheme);
  useEffect(() => {
    const change = () => void presentTheme().then(setTheme);
    dark.addEventListener('change', change);
    forced.addEventListener('change', change);
    return () => {
      dark.removeEventListener('change', change);
      forced.removeEventListener('change', change);
    };
  }, []);
  return <App controller={controller} theme={theme} />;
}

async function open(): Promise<void> {
  const place = document.getElementById('root');
  if (!place) throw new ProductError('internal', { requestId: 'no root element' });
  const [words, theme] = await Promise.all([adminWordsFor(navigator.language), presentTheme()]);
  document.documentElement.lang = words.words.language;
  document.documentElement.dir = words.words.direction;
  document.title = words.t('page.title');
  const controller = new AdminController(composeServices());
  createRoot(place).render(
    <AdminWordsProvider value={words}>
      <Root controller={controller} firstTheme={theme} />
    </AdminWordsProvider>,
  );
  await controller.open();
}

open().catch(() => {
  // Without its words the page can only say so in English.
  const place = document.getElementById('root');
  if (place) place.textContent = OFFLINE_SENTENCE;
});
