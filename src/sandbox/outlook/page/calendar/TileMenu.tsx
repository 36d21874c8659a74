/** What can be done with an appointment in the calendar, beside its button. */
import { Menu, MenuItem, MenuList, MenuPopover, makeStyles } from '@fluentui/react-components';
import { ArrowMove20Regular } from '@fluentui/react-icons/svg/arrow-move';
import { Copy20Regular } from '@fluentui/react-icons/svg/copy';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import type { Appointment, Person } from '../../../../helper/embedded/model';

// Above the tiles and the head of the grid.
const useStyles = makeStyles({ menu: { zIndex: 5 } });

export interface MenuRequest {
  readonly appointment: Appointment;
  readonly button: HTMLElement;
}

export interface TileMenuProps {
  readonly request: MenuRequest;
  readonly me: Person;
  readonly onClose: () => void;
  readonly onOpen: (appointment: Appointment) => void;
  readonly onMove: (appointment: Appointment) => void;
  readonly onDuplicate: (appointment: Appointment) => void;
  readonly onDelete: (appointment: Appointment) => void;
}

export function TileMenu({ request, me, onClose, ...actions }: TileMenuProps) {
  const styles = useStyles();
  const { appointment, button } = request;
  const mine = appointment.organizer.address === me.address;
  const run = (action: (appointment: Appointment) => void) => () => {
    button.focus();
    action(appointment);
  };
  return (
    <Menu
      open
      // In the calendar's landmark, not beside all of them.
      inline
      positioning={{ target: button, position: 'after', align: 'top' }}
      onOpenChange={(_, { open }) => {
        if (open) return;
        onClose();
        button.focus();
      }}
    >
      <MenuPopover className={styles.menu}>
        <MenuList aria-label="Appointment">
          <MenuItem icon={<Open20Regular />} onClick={run(actions.onOpen)}>
            Open
          </MenuItem>
          {mine && (
            <MenuItem icon={<ArrowMove20Regular />} onClick={run(actions.onMove)}>
              Move or resize
            </MenuItem>
          )}
          <MenuItem icon={<Copy20Regular />} onClick={run(actions.onDuplicate)}>
            Duplicate
          </MenuItem>
          <MenuItem icon={<Delete20Regular />} onClick={run(actions.onDelete)}>
            Delete
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
