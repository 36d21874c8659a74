/**
 * Keeps the keyboard's place: when what had the focus goes away, with its screen or alone, the focus goes to the
 * heading of the screen, or to the button before it that the screen is there for (`data-first`).
 */
import { useEffect, type RefObject } from 'react';

export function useKeptFocus(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!main.current) return;
    let focused: Element | null = null;
    const remember = (event: FocusEvent) => {
      focused = event.target instanceof Element ? event.target : null;
    };
    const restore = () => {
      // As long as another part of Outlook or another window has the focus, that keeps it.
      if (focused === null || focused.isConnected || !document.hasFocus()) return;
      const target = main.current?.querySelector<HTMLElement>('[data-first=true], h1');
      if (!target) return;
      if (target instanceof HTMLHeadingElement) target.tabIndex = -1;
      target.focus();
    };
    // Screens that are fetched appear a moment after the one before went: each change is looked at.
    const observer = new MutationObserver(restore);
    document.addEventListener('focusin', remember);
    window.addEventListener('focus', restore);
    observer.observe(main.current, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      window.removeEventListener('focus', restore);
      observer.disconnect();
    };
  }, [main]);
}
