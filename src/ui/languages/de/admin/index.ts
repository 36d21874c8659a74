/** Every text of the account settings page in German; the pane does not load it. */
import { changes } from './changes';
import { effective } from './effective';
import { files } from './files';
import { groups } from './groups';
import { history } from './history';
import { page } from './page';
import { settings } from './settings';

export const admin = { page, settings, changes, groups, effective, history, files };
