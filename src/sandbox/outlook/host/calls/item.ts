/**
 * Calls on the item as a whole: its properties, its id, what is kept while it is open, and the mailbox's settings.
 */
import * as z from 'zod';
import { errorCode } from '../protocol';
import { defineCall, done } from './call';

/** All properties of one add-in on one item together, in characters of JSON. */
const longestProperties = 2_500;
const Key = z.object({ name: z.string() });
const { hasOwn } = Object;

export const itemCalls = [
  defineCall({
    id: 3,
    name: 'customProperties.load',
    modes: 'both',
    takes: z.unknown(),
    run: ({ session, host }) => ({
      raw: { wasSuccessful: true, customProperties: session.state.customProperties[host.addIn.id] ?? '{}' },
    }),
  }),
  defineCall({
    id: 4,
    name: 'customProperties.save',
    modes: 'both',
    takes: z.object({ customProperties: z.record(z.string(), z.unknown()) }),
    run: async ({ session, host }, { customProperties }) => {
      const json = JSON.stringify(customProperties);
      if (json.length > longestProperties) return { errorCode: errorCode.invalidParameter };
      const all = { ...session.state.customProperties, [host.addIn.id]: json };
      if (session.mode === 'read') {
        try {
          await session.ports.saveReceivedProperties(all);
        } catch {
          return { errorCode: errorCode.notSaved };
        }
      }
      session.edit({ customProperties: all });
      return done;
    },
  }),
  defineCall({
    id: 32,
    name: 'item.save',
    modes: 'compose',
    takes: z.unknown(),
    run: async ({ session }) => {
      try {
        return { data: await session.ports.saveDraft() };
      } catch {
        return { errorCode: errorCode.notSaved };
      }
    },
  }),
  defineCall({
    id: 164,
    name: 'item.getItemId',
    modes: 'compose',
    takes: z.unknown(),
    run: ({ session }) =>
      session.state.savedId === undefined
        ? { errorCode: errorCode.itemNeverSaved }
        : { data: session.state.savedId },
  }),
  defineCall({
    id: 186,
    name: 'sessionData.get',
    modes: 'compose',
    takes: Key,
    run: ({ session }, { name }) =>
      hasOwn(session.state.sessionData, name)
        ? { data: session.state.sessionData[name] }
        : { errorCode: errorCode.keyNotFound },
  }),
  defineCall({
    id: 185,
    name: 'sessionData.set',
    modes: 'compose',
    takes: Key.extend({ value: z.string() }),
    run: ({ session }, { name, value }) => {
      session.edit({ sessionData: { ...session.state.sessionData, [name]: value } });
      return done;
    },
  }),
  defineCall({
    id: 187,
    name: 'sessionData.getAll',
    modes: 'compose',
    takes: z.unknown(),
    run: ({ session }) => ({ data: session.state.sessionData }),
  }),
  defineCall({
    id: 189,
    name: 'sessionData.remove',
    modes: 'compose',
    takes: Key,
    run: ({ session }, { name }) => {
      const { sessionData } = session.state;
      if (!hasOwn(sessionData, name)) return { errorCode: errorCode.keyNotFound };
      session.edit({
        sessionData: Object.fromEntries(Object.entries(sessionData).filter(([key]) => key !== name)),
      });
      return done;
    },
  }),
  defineCall({
    id: 188,
    name: 'sessionData.clear',
    modes: 'compose',
    takes: z.unknown(),
    run: ({ session }) => {
      session.edit({ sessionData: {} });
      return done;
    },
  }),
  defineCall({
    id: 404,
    name: 'roamingSettings.save',
    modes: 'both',
    takes: z.tuple([z.record(z.string(), z.string())]),
    run: async ({ host }, [settings]) => {
      try {
        await host.roaming.save(settings);
        return done;
      } catch {
        return { errorCode: errorCode.settingsNotSaved };
      }
    },
  }),
  // The sandbox has no attachments, categories or data handed over at opening; empty is the true answer.
  defineCall({
    id: 149,
    name: 'attachments.get',
    modes: 'compose',
    takes: z.unknown(),
    run: () => ({ data: [] }),
  }),
  defineCall({
    id: 157,
    name: 'categories.get',
    modes: 'both',
    takes: z.unknown(),
    run: () => ({ data: [] }),
  }),
  defineCall({
    id: 99,
    name: 'initializationContext.get',
    modes: 'both',
    takes: z.unknown(),
    run: () => ({ data: '' }),
  }),
];
