/**
 * The meeting that a request will probably become, to know the length of its invitation before Zoom has made it.
 */
import type { Meeting, MeetingRequest } from '../domain/meeting';
import { fallbackOptions } from '../domain/meetingOptions';
import { startOf } from '../domain/meetingRequest';
import { toInstant } from '../domain/wallClock';

/** Join link and passcode are as long as Zoom's longest; the host's name is not known. */
export const likelyMeeting = (request: MeetingRequest): Meeting => ({
  id: '1'.repeat(11),
  topic: request.topic,
  start: toInstant(startOf(request)),
  durationMinutes: request.durationMinutes,
  timeZone: request.timeZone,
  joinUrl: `https://zoom.us/j/${'1'.repeat(11)}?pwd=${'1'.repeat(64)}`,
  passcode: '1'.repeat(10),
  repeats: request.repeats ?? null,
  occurrences: [],
  joinNumber: '1'.repeat(11),
  options: { ...fallbackOptions, alternativeHosts: [] },
  hostedByMe: true,
  hostName: '',
});
