/** A button that stays where it is, shows that it is busy, and takes no second press meanwhile unless told to. */
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { PaneState, Work } from '../state';

export function WorkButton(props: {
  work: Work;
  state: PaneState;
  busy: string;
  onPress: () => void;
  appearance?: 'primary' | 'secondary' | 'subtle';
  icon?: ReactElement;
  wide?: boolean;
  /** Shares the row with its neighbours. */
  grow?: boolean;
  disabled?: boolean;
  /** Can be pressed again while its own work runs. */
  again?: boolean;
  /** What the screen is there for: it takes the focus where it stands before the heading. */
  first?: boolean;
  /** Says more than the text where the text stands more than once. */
  label?: string;
  children: string;
}): ReactElement {
  const running = props.state.working === props.work;
  const waits = props.state.working !== undefined && !(running && props.again);
  return (
    <Button
      appearance={props.appearance ?? 'secondary'}
      size={props.wide ? 'large' : 'medium'}
      className={props.wide ? 'wide' : props.grow ? 'grow' : undefined}
      icon={running ? <span className="ring" /> : props.icon}
      disabledFocusable={props.disabled === true || waits}
      aria-busy={running}
      aria-label={props.label}
      data-first={props.first}
      onClick={props.onPress}
    >
      {running ? props.busy : props.children}
    </Button>
  );
}
