/** What every control of the form gets. */
import type { OptionLock } from '../../domain/meetingOptions';
import type { PaneProps } from '../pane';
import type { FormValues } from './values';

export interface ControlProps extends PaneProps {
  readonly values: FormValues;
  readonly lock: OptionLock | undefined;
}
