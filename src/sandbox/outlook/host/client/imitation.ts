/**
 * The host's answers as the chosen client gives them: what it lacks, whose calendar it shows, what it does to bodies.
 */
import type { Body, Person } from '../../../../helper/embedded/model';
import { rewriters } from '../../rewriting';
import { answerCall } from '../calls';
import type { Answer, CallContext } from '../calls/call';
import { errorCode } from '../protocol';
import { withoutInlineImages } from './inlineImages';
import { answersCall } from './requirementSets';
import type { ClientSettings } from './settings';

/** Who looks into a shared calendar; its owner and the appointments' organizer is somebody else. */
export const delegate: Person = { name: 'Sandbox Delegate', address: 'delegate@example.test' };

/** Dispatch ids of the calls that answer otherwise in a shared calendar. */
const customPropertiesSave = 4;
const sharedProperties = 108;
/** Read, write, delete and edit, one's own and all. */
const fullDelegatePermissions = 63;

/** A body after the client took it, from an add-in or to save it. */
export function rewritten(body: Body, { rewriting }: Pick<ClientSettings, 'rewriting'>): Body {
  return { ...rewriters[rewriting](body) };
}

/** Clients whose editor has a markup of its own: whatever a body was, it is read in that. */
const ownMarkup: ReadonlySet<ClientSettings['rewriting']> = new Set(['windows-classic', 'mac']);

/** The mailbox around the item as the client has it. */
export function imitating(context: CallContext, settings: ClientSettings): CallContext {
  return {
    ...context,
    host: {
      ...context.host,
      user: settings.calendar === 'shared' ? delegate : context.host.user,
      bodies: {
        written: (body) => rewritten(body, settings),
        read: (body) => (ownMarkup.has(settings.rewriting) ? rewritten(body, settings) : body),
        replacing: (html) => (settings.inlineImages === 'lost' ? withoutInlineImages(html) : html),
      },
    },
  };
}

/**
 * Answers a call as the client does. One newer than its requirement set is not supported; custom properties
 * can be saved neither in a shared calendar (office-js issues 1333, 5958) nor in one that is only read.
 */
export function answerAs(
  { requirementSet, calendar }: ClientSettings,
  context: CallContext,
  dispatchId: number,
  parameters: unknown,
): Promise<Answer> {
  if (!answersCall(requirementSet, dispatchId)) return Promise.resolve({ errorCode: errorCode.notSupported });
  if (calendar !== 'own' && dispatchId === customPropertiesSave)
    return Promise.resolve({ errorCode: errorCode.propertiesNotReached });
  if (calendar === 'shared' && dispatchId === sharedProperties) {
    const { address } = context.session.state.organizer;
    return Promise.resolve({
      data: {
        owner: address,
        targetMailbox: address,
        targetRestUrl: '',
        delegatePermissions: fullDelegatePermissions,
      },
    });
  }
  return answerCall(context, dispatchId, parameters);
}
