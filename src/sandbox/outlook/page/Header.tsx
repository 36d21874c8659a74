/** The strip on top: what this page is, and whose mailbox it shows. */
import {
  Avatar,
  Badge,
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Beaker16Regular } from '@fluentui/react-icons/svg/beaker';
import { CalendarLtr24Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import type { Store } from '../../../helper/embedded/model';
import type { HostControl } from '../host/control';
import { SettingsButton } from './settings/SettingsButton';

const spoken = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '48px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground4,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
  },
  brand: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorBrandForeground1,
  },
  badge: { '@media (max-width: 560px)': { display: 'none' } },
  grow: { flexGrow: 1 },
  offline: { color: tokens.colorPaletteRedForeground1 },
  account: { minWidth: 'auto', gap: tokens.spacingHorizontalS },
  spoken,
  // Where there is no room for the name, it is still there for a screen reader.
  name: { '@media (max-width: 480px)': spoken },
});

export interface HeaderProps {
  readonly stores: readonly Store[];
  readonly current: Store;
  readonly connected: boolean;
  readonly control: HostControl;
  readonly onChoose: (storeId: string) => void;
}

export function Header({ stores, current, connected, control, onChoose }: HeaderProps) {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <div className={styles.brand}>
        <CalendarLtr24Regular aria-hidden />
        <Text weight="semibold" size={400}>
          Calendar
        </Text>
      </div>
      <Badge
        className={styles.badge}
        appearance="outline"
        color="informative"
        icon={<Beaker16Regular />}
        title="A stand-in for Outlook with the real add-in in it. Its appointments stay on this computer; nobody gets mail."
      >
        Sandbox: stands in for Outlook
      </Badge>
      <div className={styles.grow} />
      <Text role="status" size={200} className={styles.offline}>
        {connected ? '' : 'Not connected to the mailbox'}
      </Text>
      <SettingsButton control={control} />
      <Menu
        checkedValues={{ store: [current.id] }}
        onCheckedValueChange={(_, { checkedItems }) => {
          const [chosen] = checkedItems;
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button
            className={styles.account}
            appearance="subtle"
            icon={<Avatar size={24} name={current.owner.name} aria-hidden />}
          >
            <span className={styles.spoken}>Signed in as</span>{' '}
            <span className={styles.name}>{current.owner.name}</span>
            <ChevronDown16Regular aria-hidden />
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {stores.map(({ id, owner }) => (
              <MenuItemRadio key={id} name="store" value={id} secondaryContent={owner.address}>
                {owner.name}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </header>
  );
}
