/** Starts the sandbox's Outlook page. */
import { createRoot } from 'react-dom/client';
import { SettingsStore, browserPlace } from '../host/client/settingsStore';
import { HostControl } from '../host/control';
import { App } from './App';
import { ImitatedMailbox } from './settings/imitatedMailbox';

const control = new HostControl(() => Date.now(), new SettingsStore(browserPlace(window)));
window.sandboxOutlook = control;

const root = document.getElementById('root');
if (root) createRoot(root).render(<App client={new ImitatedMailbox(control.settings)} control={control} />);
