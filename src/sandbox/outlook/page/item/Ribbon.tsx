/** The buttons above an item: Outlook's own, then the add-in's as its manifest declares them. */
import {
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { Save20Regular } from '@fluentui/react-icons/svg/save';
import { Send20Regular } from '@fluentui/react-icons/svg/send';
import { forwardRef } from 'react';
import type { AddIn, RibbonButton } from '../../contract';

const useStyles = makeStyles({
  ribbon: {
    display: 'flex',
    flexWrap: 'wrap',
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
  },
  group: { display: 'flex', flexWrap: 'wrap' },
  icon: { width: '20px', height: '20px' },
  button: { whiteSpace: 'nowrap', minWidth: 'auto' },
  pressed: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
  },
});

export interface RibbonProps {
  readonly addIn: AddIn;
  readonly mode: 'compose' | 'read';
  readonly hasAttendees: boolean;
  /** In the mailbox since before this window was opened. */
  readonly saved: boolean;
  readonly sent: boolean;
  readonly busy: boolean;
  /** The id of the button whose pane is open. */
  readonly openPane: string | undefined;
  readonly onPress: (button: RibbonButton) => void;
  readonly onSave: () => void;
  readonly onSend: () => void;
  readonly onDiscard: () => void;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

export const Ribbon = forwardRef<HTMLDivElement, RibbonProps>(function Ribbon(props, ref) {
  const { addIn, mode, hasAttendees, saved, sent, busy, openPane } = props;
  const styles = useStyles();
  const own = mode === 'compose' ? styles.button : undefined;
  return (
    <Toolbar ref={ref} className={styles.ribbon} aria-label="Ribbon">
      {mode === 'compose' ? (
        <>
          {hasAttendees && (
            <ToolbarButton
              className={own}
              appearance="primary"
              icon={<Send20Regular />}
              disabled={busy}
              onClick={props.onSend}
            >
              {sent ? 'Send update' : 'Send'}
            </ToolbarButton>
          )}
          <ToolbarButton
            className={own}
            appearance={hasAttendees ? 'subtle' : 'primary'}
            icon={<Save20Regular />}
            disabled={busy}
            onClick={props.onSave}
          >
            Save
          </ToolbarButton>
          <ToolbarButton
            className={own}
            icon={<Dismiss20Regular />}
            disabled={busy}
            onClick={props.onDiscard}
          >
            Discard
          </ToolbarButton>
        </>
      ) : (
        <ToolbarButton icon={<ArrowLeft20Regular />} onClick={props.onClose}>
          Close
        </ToolbarButton>
      )}
      {saved && (
        <ToolbarButton icon={<Delete20Regular />} disabled={busy} onClick={props.onDelete}>
          Delete
        </ToolbarButton>
      )}
      <ToolbarDivider />
      <div role="group" aria-label={addIn.name} className={styles.group}>
        {addIn[mode].map((button) => (
          <AddInButton
            key={button.id}
            button={button}
            open={openPane === button.id}
            onPress={props.onPress}
          />
        ))}
      </div>
    </Toolbar>
  );
});

interface AddInButtonProps {
  readonly button: RibbonButton;
  readonly open: boolean;
  readonly onPress: (button: RibbonButton) => void;
}

function AddInButton({ button, open, onPress }: AddInButtonProps) {
  const styles = useStyles();
  const icon = <img src={button.icon} alt="" className={styles.icon} />;
  const common = { icon, title: button.tip, onClick: () => onPress(button) };
  return button.action.kind === 'pane' ? (
    <ToolbarButton
      {...common}
      aria-pressed={open}
      className={mergeClasses(styles.button, open && styles.pressed)}
    >
      {button.label}
    </ToolbarButton>
  ) : (
    <ToolbarButton {...common} className={styles.button}>
      {button.label}
    </ToolbarButton>
  );
}
