/** Listens to the mailbox's changes for as long as a view is shown. */
import { useEffect, useRef } from 'react';
import type { Change } from '../../../helper/embedded/model';
import type { Mailbox } from './client';

/** `onChange` gets undefined when changes were missed: after a break, everything has to be read anew. */
export function useChanges(
  client: Mailbox,
  onChange: (change: Change | undefined) => void,
  onConnected: (connected: boolean) => void,
): void {
  const latest = useRef({ onChange, onConnected });
  useEffect(() => {
    latest.current = { onChange, onConnected };
  });
  useEffect(() => {
    let broken = false;
    return client.watch(
      (change) => latest.current.onChange(change),
      (connected) => {
        if (connected && broken) latest.current.onChange(undefined);
        broken = !connected;
        latest.current.onConnected(connected);
      },
    );
  }, [client]);
}
