/**
 * Where the page of the ribbon functions lies: out of sight, but in front while Office.js asks the person whether
 * it may open a window. The answer is a click in that page, which is what the browser wants before it opens one.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { RefObject } from 'react';
import { useEffect } from 'react';

const useStyles = makeStyles({
  hidden: {
    position: 'fixed',
    left: 0,
    top: 0,
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    visibility: 'hidden',
  },
  shade: {
    position: 'fixed',
    inset: 0,
    zIndex: 1_000_000,
    backgroundColor: tokens.colorBackgroundOverlay,
    display: 'grid',
    placeItems: 'center',
  },
  frame: { '& iframe': { border: 'none', width: '100%', height: '100%' } },
  box: {
    width: 'min(460px, 94vw)',
    height: '190px',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    // Office.js draws its question in black on white, whatever the theme.
    backgroundColor: 'white',
  },
});

export interface FunctionsFrameProps {
  readonly container: RefObject<HTMLDivElement>;
  readonly addInName: string;
  readonly asking: boolean;
}

export function FunctionsFrame({ container, addInName, asking }: FunctionsFrameProps) {
  const styles = useStyles();
  useEffect(() => {
    if (asking) container.current?.querySelector('iframe')?.focus();
  }, [asking, container]);
  return (
    <div
      className={asking ? styles.shade : styles.hidden}
      role={asking ? 'dialog' : undefined}
      aria-modal={asking || undefined}
      aria-label={asking ? `${addInName} asks` : undefined}
    >
      <div ref={container} className={mergeClasses(styles.frame, asking && styles.box)} />
    </div>
  );
}
