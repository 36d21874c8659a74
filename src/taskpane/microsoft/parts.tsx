/**
 * What the pane shows of signing in with Microsoft, as parts that come later: nothing until they are there, and nothing
 * where they cannot be fetched, since the sign-in to Zoom is enough.
 */
import type { ReactElement } from 'react';
import * as later from '../later';
import type { PaneProps } from '../pane';
import { lazily } from '../parts/Lazily';

const Nothing = (): null => null;

/** The other way in, below the sign-in to Zoom. */
export const MicrosoftSignIn: (props: PaneProps) => ReactElement = lazily<PaneProps>(
  () =>
    later.microsoft().then(
      ({ SignInWithMicrosoft }) => SignInWithMicrosoft,
      () => Nothing,
    ),
  null,
);

/** The settings' section on the Microsoft account. */
export const MicrosoftSettings: (props: PaneProps) => ReactElement = lazily<PaneProps>(
  () =>
    later.microsoft().then(
      ({ AccountSection }) => AccountSection,
      () => Nothing,
    ),
  null,
);
