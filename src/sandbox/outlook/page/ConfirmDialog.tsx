/** A question with a few answers, one of them to leave everything as it is. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';

export interface Choice {
  readonly label: string;
  readonly run: () => void;
  readonly primary?: boolean;
}

export interface ConfirmDialogProps {
  readonly title: string;
  readonly message: string;
  readonly choices: readonly Choice[];
  /** Closing the dialog, by Escape too. */
  readonly cancel: { readonly label: string; readonly run: () => void };
}

export function ConfirmDialog({ title, message, choices, cancel }: ConfirmDialogProps) {
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && cancel.run()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{message}</DialogContent>
          <DialogActions fluid>
            {choices.map(({ label, run, primary }) => (
              <Button key={label} appearance={primary ? 'primary' : 'secondary'} onClick={run}>
                {label}
              </Button>
            ))}
            <Button onClick={cancel.run}>{cancel.label}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
