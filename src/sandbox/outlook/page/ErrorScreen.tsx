/** A page that could not be shown: what happened, and a way to try again. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircle24Regular } from '@fluentui/react-icons/svg/error-circle';

const useStyles = makeStyles({
  screen: {
    margin: 'auto',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
    maxWidth: '420px',
  },
  icon: { color: tokens.colorPaletteRedForeground1 },
});

export interface ErrorScreenProps {
  readonly title: string;
  readonly message: string;
  readonly onRetry?: () => void;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export function ErrorScreen({ title, message, onRetry, action }: ErrorScreenProps) {
  const styles = useStyles();
  return (
    <div className={styles.screen} role="alert">
      <ErrorCircle24Regular className={styles.icon} aria-hidden />
      <Text as="h1" size={500} weight="semibold">
        {title}
      </Text>
      <Text>{message}</Text>
      {onRetry && (
        <Button appearance="primary" onClick={onRetry}>
          Try again
        </Button>
      )}
      {action && <Button onClick={action.run}>{action.label}</Button>}
    </div>
  );
}
