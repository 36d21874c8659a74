/**
 * The operations that the stand-in offers, by the names that faults and the request log use, with the weight that
 * Zoom's reference gives each ("Rate Limit Label"). OAuth has none: it is not part of the REST API.
 */
import * as z from 'zod';

export const Operation = z.enum([
  'users.list',
  'users.get',
  'users.settings',
  'users.schedulers',
  'users.assistants',
  'groups.list',
  'groups.members',
  'accounts.lockSettings',
  'meetings.templates',
  'meetings.list',
  'meetings.create',
  'meetings.get',
  'meetings.update',
  'meetings.delete',
  'meetings.status',
  'oauth.authorize',
  'oauth.token',
  'oauth.revoke',
]);
export type Operation = z.infer<typeof Operation>;

export type Weight = 'light' | 'medium' | 'heavy';

/** How much an operation counts; null for those without rate limit. */
export const weights: Record<Operation, Weight | null> = {
  'users.list': 'medium',
  'users.get': 'light',
  'users.settings': 'medium',
  'users.schedulers': 'medium',
  'users.assistants': 'medium',
  'groups.list': 'medium',
  'groups.members': 'medium',
  'accounts.lockSettings': 'medium',
  'meetings.templates': 'medium',
  'meetings.list': 'medium',
  'meetings.create': 'light',
  'meetings.get': 'light',
  'meetings.update': 'light',
  'meetings.delete': 'light',
  'meetings.status': 'light',
  'oauth.authorize': null,
  'oauth.token': null,
  'oauth.revoke': null,
};
