/** Gives each attempt a limited time, from sending until the body's last byte. Afterwards nobody knows what happened. */
import { TransportError, type Layer, type Timer } from '../http';

export const timeout =
  (milliseconds: number, timer: Timer): Layer =>
  (next) =>
  async (request) => {
    const attempt = new AbortController();
    const caller = request.signal;
    caller?.throwIfAborted();
    const forward = (): void => attempt.abort(caller?.reason);
    caller?.addEventListener('abort', forward, { once: true });
    const expired = new TransportError('perhaps', 'no answer in time');
    const stop = timer(milliseconds, () => attempt.abort(expired));
    try {
      return await next({ ...request, signal: attempt.signal });
    } catch (thrown) {
      // What fetch throws on abort varies with the moment; the reason is what counts.
      if (attempt.signal.aborted) throw attempt.signal.reason;
      throw thrown;
    } finally {
      stop();
      caller?.removeEventListener('abort', forward);
    }
  };
