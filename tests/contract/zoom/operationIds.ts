/** The operations of Zoom's OpenAPI that the product uses, by the names of ours. */
import type { Operation } from '../../../src/sandbox/zoom/operations';

/** Groups are not in the files: `standIn.test.ts` says so. */
export const operationIds: Record<Exclude<Operation, `oauth.${string}` | `groups.${string}`>, string> = {
  'users.list': 'users',
  'users.get': 'user',
  'users.settings': 'userSettings',
  'users.schedulers': 'userSchedulers',
  'users.assistants': 'userAssistants',
  'accounts.lockSettings': 'getAccountLockSettings',
  'meetings.templates': 'listMeetingTemplates',
  'meetings.list': 'meetings',
  'meetings.create': 'meetingCreate',
  'meetings.get': 'meeting',
  'meetings.update': 'meetingUpdate',
  'meetings.delete': 'meetingDelete',
  'meetings.status': 'meetingStatus',
};

/** Offered by the stand-in only: the product does not ask who may schedule for a person. */
const notAsked: readonly string[] = [operationIds['users.assistants']];

/** The operations that the product's client asks for. */
export const clientOperationIds = Object.values(operationIds).filter((id) => !notAsked.includes(id));
