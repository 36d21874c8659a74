/** Small schemas of which Zoom's answers are made: what may be missing or null there has a plain value here. */
import * as z from 'zod';

/** Text that Zoom may leave out or answer as null. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** A switch or a lock that Zoom may leave out or answer as null. */
export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

/** How people can hear; `thirdParty` is a telephone service outside Zoom. */
export const ZoomAudio = z.enum(['both', 'telephony', 'voip', 'thirdParty']);
export type ZoomAudio = z.infer<typeof ZoomAudio>;

export const ZoomRecording = z.enum(['local', 'cloud', 'none']);
export type ZoomRecording = z.infer<typeof ZoomRecording>;
