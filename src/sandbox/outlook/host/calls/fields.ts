/**
 * Calls on the appointment's own lines: subject, location, times, all-day.
 */
import * as z from 'zod';
import { errorCode } from '../protocol';
import { describeLocation, joinLocations, splitLocations } from '../locations';
import { defineCall, done } from './call';

const longestLine = 255;
const TimeProperty = z.union([z.literal(1), z.literal(2)]);
const isStart = (property: 1 | 2): boolean => property === 1;
const Places = z.object({ enhancedLocations: z.array(z.object({ id: z.string(), type: z.string() })) });

export const fieldCalls = [
  defineCall({
    id: 18,
    name: 'subject.get',
    modes: 'compose',
    takes: z.unknown(),
    run: ({ session }) => ({ data: session.state.subject }),
  }),
  defineCall({
    id: 17,
    name: 'subject.set',
    modes: 'compose',
    takes: z.object({ subject: z.string().max(longestLine) }),
    run: ({ session }, { subject }) => {
      session.edit({ subject });
      return done;
    },
  }),
  defineCall({
    id: 26,
    name: 'location.get',
    modes: 'compose',
    takes: z.unknown(),
    run: ({ session }) => ({ data: session.state.location }),
  }),
  defineCall({
    id: 27,
    name: 'location.set',
    modes: 'compose',
    takes: z.object({ location: z.string().max(longestLine) }),
    run: ({ session }, { location }) => {
      session.edit({ location });
      return done;
    },
  }),
  defineCall({
    id: 154,
    name: 'enhancedLocation.get',
    modes: 'both',
    takes: z.unknown(),
    run: ({ session }) => ({ data: splitLocations(session.state.location).map(describeLocation) }),
  }),
  defineCall({
    id: 155,
    name: 'enhancedLocation.add',
    modes: 'compose',
    takes: Places,
    run: ({ session }, { enhancedLocations }) => {
      const present = splitLocations(session.state.location);
      const added = enhancedLocations.map((place) => place.id).filter((place) => !present.includes(place));
      const location = joinLocations([...present, ...added]);
      if (location.length > longestLine) return { errorCode: errorCode.invalidParameter };
      session.edit({ location });
      return done;
    },
  }),
  defineCall({
    id: 156,
    name: 'enhancedLocation.remove',
    modes: 'compose',
    takes: Places,
    run: ({ session }, { enhancedLocations }) => {
      const removed = new Set(enhancedLocations.map((place) => place.id));
      const present = splitLocations(session.state.location);
      if (present.some((place) => removed.has(place))) {
        session.edit({ location: joinLocations(present.filter((place) => !removed.has(place))) });
      }
      return done;
    },
  }),
  defineCall({
    id: 24,
    name: 'time.get',
    modes: 'compose',
    takes: z.object({ TimeProperty }),
    run: ({ session }, { TimeProperty: property }) => ({
      data: isStart(property) ? session.state.start : session.state.end,
    }),
  }),
  defineCall({
    id: 25,
    name: 'time.set',
    modes: 'compose',
    takes: z.object({ TimeProperty, time: z.number().int() }),
    run: ({ session }, { TimeProperty: property, time }) => {
      const { start, end } = session.state;
      // A moved start takes the end with it; a moved end changes the duration.
      if (isStart(property)) session.edit({ start: time, end: end + (time - start) });
      else if (time < start) return { errorCode: errorCode.invalidEndTime };
      else session.edit({ end: time });
      return done;
    },
  }),
  defineCall({
    id: 169,
    name: 'isAllDayEvent.get',
    modes: 'compose',
    takes: z.unknown(),
    run: ({ session }) => ({ data: session.state.allDay }),
  }),
  defineCall({
    id: 171,
    name: 'sensitivity.get',
    modes: 'compose',
    takes: z.unknown(),
    run: () => ({ data: 'normal' }),
  }),
];
