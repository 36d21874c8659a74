/** The gear in the header with its panel, and what differs from the usual beside it. */
import { Badge, Button, makeStyles, useRestoreFocusTarget } from '@fluentui/react-components';
import { Settings20Regular } from '@fluentui/react-icons/svg/settings';
import { useState } from 'react';
import type { HostControl } from '../../host/control';
import { SettingsPanel } from './SettingsPanel';
import { differences } from './titles';
import { useSettings } from './useSettings';

const useStyles = makeStyles({
  differs: {
    maxWidth: '40ch',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
    // Keeps its own height where the text is cut.
    display: 'block',
    lineHeight: '18px',
    '@media (max-width: 900px)': { display: 'none' },
  },
});

export function SettingsButton({ control }: { readonly control: HostControl }) {
  const styles = useStyles();
  const settings = useSettings(control);
  const [open, setOpen] = useState(false);
  // Where the keyboard is again once the panel is closed.
  const returnsHere = useRestoreFocusTarget();
  const differs = differences(settings).join(' · ');
  return (
    <>
      {differs !== '' && (
        <Badge
          className={styles.differs}
          appearance="outline"
          color="informative"
          title={differs}
          data-testid="settings-differ"
        >
          {differs}
        </Badge>
      )}
      <Button
        {...returnsHere}
        appearance="subtle"
        icon={<Settings20Regular />}
        aria-label="Sandbox settings"
        aria-description={differs === '' ? undefined : differs}
        title={differs === '' ? 'Sandbox settings' : `Sandbox settings: ${differs}`}
        onClick={() => setOpen(true)}
      />
      <SettingsPanel
        open={open}
        settings={settings}
        onChange={control.settings}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
