/** The Microsoft account of this pane, for React: fetched once, attached to the controller, followed. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { PaneController } from '../controller';
import type { MicrosoftAccount, MicrosoftState } from './account';

export interface Microsoft {
  readonly account: MicrosoftAccount;
  readonly state: MicrosoftState;
}

const nothing = (): undefined => undefined;
const never = (): (() => void) => nothing;

/** @param look what the component needs to know; asked for when it appears */
export function useMicrosoft(
  controller: PaneController,
  look: (account: MicrosoftAccount) => Promise<void>,
): Microsoft | undefined {
  const [account, setAccount] = useState<MicrosoftAccount>();
  useEffect(() => {
    let isHere = true;
    controller.microsoft().then(
      (found) => {
        if (!isHere) return;
        found.attach({
          enter: controller.enter,
          tiedByItself: (name) => controller.tell({ microsoftTied: name, said: 'microsoft-tied' }),
          tell: (error) => controller.tell({ error }),
          isSigningIn: () => controller.snapshot().working === 'signing-in',
        });
        setAccount(found);
        void look(found);
      },
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [controller, look]);
  const state = useSyncExternalStore<MicrosoftState | undefined>(
    account?.subscribe ?? never,
    account?.snapshot ?? nothing,
  );
  return account && state ? { account, state } : undefined;
}
