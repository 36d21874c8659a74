/** Where the pane starts: waits for Outlook, then shows the app in Outlook's colours and language. */
import { createRoot } from 'react-dom/client';
import { useEffect, useState, type ReactElement } from 'react';
import { ProductError } from '../domain/errors';
import { environment } from '../outlook/environment';
import { whenReady } from '../outlook/office';
import { appearanceFor, type Appearance } from '../ui/theme';
import { App } from './App';
import { composeServices } from './compose';
import { PaneController } from './controller';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const forced = window.matchMedia('(forced-colors: active)');

/** Outlook's colours, or the system's; follows when the system's change. */
function useAppearance(): Appearance {
  const now = () => appearanceFor(environment().theme?.bodyBackground, dark.matches, forced.matches);
  const [appearance, setAppearance] = useState(now);
  useEffect(() => {
    const change = () => setAppearance(now());
    dark.addEventListener('change', change);
    forced.addEventListener('change', change);
    return () => {
      dark.removeEventListener('change', change);
      forced.removeEventListener('change', change);
    };
  }, []);
  return appearance;
}

function Root({ controller }: { controller: PaneController }): ReactElement {
  return <App controller={controller} appearance={useAppearance()} language={environment().locale} />;
}

async function open(): Promise<void> {
  const place = document.getElementById('root');
  if (!place) throw new ProductError('internal', { requestId: 'no root element' });
  const readiness = await whenReady();
  if (readiness.status === 'not-in-outlook') {
    place.innerText = `This page belongs into Outlook: ${readiness.reason}. Open it from the ribbon of an appointment.`;
    return;
  }
  const controller = new PaneController(composeServices());
  document.documentElement.lang = 'en';
  createRoot(place).render(<Root controller={controller} />);
  await controller.open();
}

void open();
