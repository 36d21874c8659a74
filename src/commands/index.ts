/**
 * Entry of the page without looks that holds the ribbon's functions: the names of the manifest, bound to what they do.
 */
import { ProductError } from '../domain/errors';
import { isSupported } from '../outlook/capabilities';
import { registerRibbonFunctions } from '../outlook/commands';
import { environment } from '../outlook/environment';
import { openAppointment, whenReady } from '../outlook/office';
import type { Assembled } from '../scheduling/assemble';
import { assembleInOutlook } from '../scheduling/page';
import { fetchAhead, wordsFor } from '../ui/fetchWords';
import { ribbon, type RibbonWorld } from './ribbon';

let world: RibbonWorld | undefined;

/** Puts the world together at the first press: only then is Outlook surely there. */
async function enter(): Promise<RibbonWorld> {
  const ready = await whenReady();
  if (ready.status === 'not-in-outlook') throw new ProductError('host-unsupported', { reason: ready.reason });
  world ??= worldOf(assembleInOutlook());
  return world;
}

function worldOf({ client, sessions, dependencies }: Assembled): RibbonWorld {
  return {
    appointment: openAppointment,
    isSupported,
    sessions,
    dependencies: {
      ...dependencies,
      // The pane knows it by the time somebody presses; here nobody has asked before.
      usualLanguage: async () => (await client.preferences()).invitationLanguage,
    },
    words: () => wordsFor(environment().locale),
  };
}

const { addZoomMeeting, removeZoomMeeting } = ribbon(enter);
registerRibbonFunctions({ addZoomMeeting, removeZoomMeeting });
// Functions that are found by association work once Office has met its host.
void whenReady();
fetchAhead();
