/** What is being moved and where to, for everybody who does not follow the ghost; the keys while it is picked up. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { describeSpan } from '../dates';
import type { Drag } from './useDrag';

const useStyles = makeStyles({
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  shown: {
    position: 'sticky',
    bottom: 0,
    zIndex: 4,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
  },
});

export interface DragStatusProps {
  readonly drag: Drag | undefined;
  readonly zone: string;
}

export function DragStatus({ drag, zone }: DragStatusProps) {
  const styles = useStyles();
  const keyboard = drag?.by === 'keyboard';
  return (
    <div className={mergeClasses(keyboard ? styles.shown : styles.spoken)} role="status">
      {keyboard && (
        <>
          <div>{`Moving to ${describeSpan({ ...drag.times, allDay: drag.appointment.allDay }, zone)}`}</div>
          <div>
            Arrow keys move it, with Shift its end. Enter drops it, Ctrl+Enter a copy, Escape leaves it.
          </div>
        </>
      )}
    </div>
  );
}
