/** Starts the sandbox's Outlook page. */
import { createRoot } from 'react-dom/client';
import { SettingsStore, browserPlace } from '../host/client/settingsStore';
import { HostControl } from '../host/control';
import { App } from './App';
import { MailboxClient } from './client';

const control = new HostControl(() => Date.now(), new SettingsStore(browserPlace(window)));
window.sandboxOutlook = control;

const root = document.getElementById('root');
if (root) createRoot(root).render(<App client={new MailboxClient()} control={control} />);
