/**
 * Every call that the sandbox's Outlook answers, by dispatch id, and the way an answer is put on the wire.
 */
import { errorCode } from '../protocol';
import { bodyCalls } from './body';
import type { Answer, CallContext, HostCall } from './call';
import { fieldCalls } from './fields';
import { itemCalls } from './item';
import { notificationCalls } from './notifications';
import { peopleCalls } from './people';
import { recurrenceCalls } from './recurrence';

export const hostCalls: ReadonlyMap<number, HostCall> = new Map(
  [...fieldCalls, ...recurrenceCalls, ...bodyCalls, ...peopleCalls, ...itemCalls, ...notificationCalls].map(
    (call) => [call.id, call],
  ),
);

/** Answers a call; one that nobody knows, or that breaks, is answered with an error as well. */
export async function answerCall(
  context: CallContext,
  dispatchId: number,
  parameters: unknown,
): Promise<Answer> {
  const call = hostCalls.get(dispatchId);
  if (!call) return { errorCode: errorCode.notSupported };
  try {
    return await call.answer(context, parameters);
  } catch {
    return { errorCode: errorCode.internal };
  }
}

/** The object that Office.js reads an answer from. */
export function envelope(answer: Answer): object {
  if ('raw' in answer) return answer.raw;
  if ('errorCode' in answer) {
    // The load of custom properties reads `wasSuccessful` and `errorMessage`, every other call `error`.
    return {
      error: true,
      errorCode: answer.errorCode,
      wasSuccessful: false,
      errorMessage: `Error ${answer.errorCode}`,
    };
  }
  return { error: false, errorCode: 0, data: answer.data, wasSuccessful: true };
}
