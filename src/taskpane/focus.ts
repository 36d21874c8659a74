/**
 * Keeps the keyboard's place: when what had the focus goes away with its screen, the focus goes to the first thing of
 * the new one (`data-first`), or to its heading.
 */
import { useEffect, useRef, type RefObject } from 'react';

/** @param place changes with every screen */
export function useKeptFocus(main: RefObject<HTMLElement | null>, place: string): void {
  const focused = useRef<Element | null>(null);

  useEffect(() => {
    const remember = (event: FocusEvent) => {
      focused.current = event.target instanceof Element ? event.target : null;
    };
    const forget = () => {
      // The window lost the focus: another part of Outlook has it, and keeps it.
      if (!document.hasFocus()) focused.current = null;
    };
    document.addEventListener('focusin', remember);
    window.addEventListener('blur', forget);
    return () => {
      document.removeEventListener('focusin', remember);
      window.removeEventListener('blur', forget);
    };
  }, []);

  useEffect(() => {
    // Screens that are fetched appear a moment later than their place: watch until something can take the focus.
    const lost = () => focused.current !== null && !focused.current.isConnected;
    const restore = (): boolean => {
      if (!lost()) return false;
      const target = main.current?.querySelector<HTMLElement>('[data-first=true], h1');
      if (!target) return false;
      if (target instanceof HTMLHeadingElement) target.tabIndex = -1;
      target.focus();
      return true;
    };
    if (restore() || !main.current) return;
    const observer = new MutationObserver(() => {
      if (restore()) observer.disconnect();
    });
    observer.observe(main.current, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [main, place]);
}
