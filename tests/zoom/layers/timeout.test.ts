import { TransportError, type Send } from '../../../src/zoom/http';
import { timeout } from '../../../src/zoom/layers/timeout';
import { anAnswer, aRequest, errorOf, testClock } from '../support';

/** Waits for the abort as fetch does: with an error of its own. */
const waiting: Send = ({ signal }) =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  });

describe('the timeout layer', () => {
  test('hands an answer through and stops its timer', async () => {
    const clock = testClock();
    const send = timeout(1000, clock.timer)(async () => anAnswer(200, 'ok'));
    expect((await send(aRequest())).text).toBe('ok');
    expect(clock.pending()).toBe(0);
  });

  test('ends an attempt that takes too long, and says that it may have been acted on', async () => {
    const clock = testClock();
    const promise = timeout(1000, clock.timer)(waiting)(aRequest());
    const ended = errorOf(promise);
    clock.advance(999);
    expect(clock.pending()).toBe(1);
    clock.advance(1);
    const error = await ended;
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ sent: 'perhaps' });
  });

  test('hands up the caller’s own reason when the caller aborts', async () => {
    const clock = testClock();
    const caller = new AbortController();
    const ended = errorOf(timeout(1000, clock.timer)(waiting)(aRequest({ signal: caller.signal })));
    caller.abort('the pane was closed');
    expect(await ended).toBe('the pane was closed');
    expect(clock.pending()).toBe(0);
  });

  test('sends nothing for a caller who aborted before', async () => {
    const next = jest.fn(waiting);
    const signal = AbortSignal.abort('too late');
    expect(await errorOf(timeout(1000, testClock().timer)(next)(aRequest({ signal })))).toBe('too late');
    expect(next).not.toHaveBeenCalled();
  });

  test('hands other failures through', async () => {
    const clock = testClock();
    const failure = new TransportError('never', 'refused');
    const send = timeout(1000, clock.timer)(() => Promise.reject(failure));
    expect(await errorOf(send(aRequest()))).toBe(failure);
    expect(clock.pending()).toBe(0);
  });
});
