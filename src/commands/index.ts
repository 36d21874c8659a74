/**
 * Entry of the page without looks that holds the ribbon's functions: the names of the manifest, bound to what they do.
 */
import { ProductError } from '../domain/errors';
import { registerRibbonFunctions } from '../outlook/commands';
import { environment } from '../outlook/environment';
import { openAppointment, whenReady } from '../outlook/office';
import { assembleInOutlook } from '../scheduling/page';
import { fetchAhead, wordsFor } from '../ui/fetchWords';
import { ribbon, type RibbonWorld } from './ribbon';

let world: RibbonWorld | undefined;

/** Puts the world together at the first press: only then is Outlook surely there. */
async function enter(): Promise<RibbonWorld> {
  const ready = await whenReady();
  if (ready.status === 'not-in-outlook') throw new ProductError('host-unsupported', { reason: ready.reason });
  world ??= {
    appointment: openAppointment,
    ...assembleInOutlook(),
    words: () => wordsFor(environment().locale),
  };
  return world;
}

const { addZoomMeeting, removeZoomMeeting } = ribbon(enter);
registerRibbonFunctions({ addZoomMeeting, removeZoomMeeting });
// Functions that are found by association work once Office has met its host.
void whenReady();
fetchAhead();
