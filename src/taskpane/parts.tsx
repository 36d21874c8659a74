/** Small pieces that the pane's screens share: centred messages, labelled facts, the line above the buttons. */
import {
  Body1,
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarGroup,
  Spinner,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { DeleteRegular, DismissRegular } from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import { words } from '../ui/words';
import type { PaneController, PaneState, Work } from './controller';

const useStyles = makeStyles({
  centred: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
  },
  picture: { width: '72px', height: '72px', color: tokens.colorBrandForeground1 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '36ch' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  wide: { width: '100%' },
  grow: { flexGrow: 1 },
});

/** A screen with one message and perhaps one thing to do. */
export function Message(props: {
  title: string;
  children?: ReactNode;
  picture?: ReactElement;
  action?: ReactNode;
}): ReactElement {
  const styles = useStyles();
  return (
    <section className={styles.centred}>
      {props.picture && (
        <div className={styles.picture} aria-hidden="true">
          {props.picture}
        </div>
      )}
      <Subtitle2 as="h1" align="center">
        {props.title}
      </Subtitle2>
      {props.children && (
        <Body1 as="p" align="center" className={styles.quiet}>
          {props.children}
        </Body1>
      )}
      {props.action}
    </section>
  );
}

/** Facts about a meeting, each with its name. */
export function FactList(props: {
  facts: readonly (readonly [name: string, value: ReactNode])[];
}): ReactElement {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {props.facts.map(([name, value]) => (
        <Fact key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}

/** A button that stays where it is, shows that it is busy, and takes no second press meanwhile. */
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
  children: string;
}): ReactElement {
  const styles = useStyles();
  const running = props.state.working === props.work;
  return (
    <Button
      appearance={props.appearance ?? 'secondary'}
      size={props.wide ? 'large' : 'medium'}
      className={props.wide ? styles.wide : props.grow ? styles.grow : undefined}
      icon={running ? <Spinner size="tiny" /> : props.icon}
      disabledFocusable={props.disabled === true || props.state.working !== undefined}
      aria-busy={running}
      onClick={props.onPress}
    >
      {running ? props.busy : props.children}
    </Button>
  );
}

/** Takes the meeting, or what is left of it, off the appointment. */
export function RemoveButton(props: {
  state: PaneState;
  controller: PaneController;
  grow?: boolean;
  children: string;
}): ReactElement {
  const { state, controller, grow, children } = props;
  return (
    <WorkButton
      work="removing"
      state={state}
      busy={words.removing}
      grow={grow}
      icon={<DeleteRegular />}
      onPress={() => void controller.remove()}
    >
      {children}
    </WorkButton>
  );
}

/** What went wrong, what was removed, and what is worth knowing, above everything else. */
export function Bars({
  state,
  controller,
}: {
  state: PaneState;
  controller: PaneController;
}): ReactElement | null {
  const { error, undo, notes } = state;
  if (!error && !undo && notes.length === 0) return null;
  const closing = (what: 'error' | 'undo' | 'notes') => (
    <Button
      aria-label={words.close}
      appearance="transparent"
      icon={<DismissRegular />}
      onClick={() => controller.dismiss(what)}
    />
  );
  const bars: ReactElement[] = [];
  if (error) {
    bars.push(
      <MessageBar key="error" intent="error" layout="multiline" politeness="assertive">
        <MessageBarBody>{error.message}</MessageBarBody>
        <MessageBarActions containerAction={closing('error')}>
          {error.retryable && error.code !== 'half-done' && state.screen.name !== 'signed-out' && (
            <Button onClick={() => void controller.retry()}>{words.retry}</Button>
          )}
        </MessageBarActions>
      </MessageBar>,
    );
  }
  if (undo) {
    bars.push(
      <MessageBar key="undo" intent="success" layout="multiline">
        <MessageBarBody>{words.removed}</MessageBarBody>
        <MessageBarActions containerAction={closing('undo')}>
          <Button disabledFocusable={state.working !== undefined} onClick={() => void controller.undo()}>
            {state.working === 'undoing' ? words.undoing : words.undo}
          </Button>
        </MessageBarActions>
      </MessageBar>,
    );
  }
  if (notes.length > 0) {
    bars.push(
      <MessageBar key="notes" intent="info" layout="multiline">
        <MessageBarBody>{notes.map((note) => words.notes[note]).join(' ')}</MessageBarBody>
        <MessageBarActions containerAction={closing('notes')} />
      </MessageBar>,
    );
  }
  return <MessageBarGroup>{bars}</MessageBarGroup>;
}
