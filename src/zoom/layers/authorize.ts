/**
 * Puts the access token on each request. When Zoom refuses it (401, or code 124 in any refusal), a fresh one is
 * asked for once and the request is repeated once: a refused token means that nothing was done, so this holds for
 * POST too. A second refusal is handed up; `errors.ts` calls it `zoom-consent-lost`.
 */
import { wantsFreshToken } from '../errors';
import type { HttpRequest, Layer } from '../http';

/** Where access tokens come from; the backend's keeper of tokens. */
export interface TokenSource {
  /** A token that is not known to be stale. */
  current(): Promise<string>;
  /**
   * A token other than `rejected`, which Zoom has just refused; throws `zoom-consent-lost` when there is none.
   * Many calls may ask at the same moment: the source refreshes once.
   */
  refreshed(rejected: string): Promise<string>;
}

export const authorize =
  (token: TokenSource): Layer =>
  (next) =>
  async (request) => {
    const first = await token.current();
    const response = await next(bearing(request, first));
    if (!wantsFreshToken(response)) return response;
    request.signal?.throwIfAborted();
    return next(bearing(request, await token.refreshed(first)));
  };

const bearing = (request: HttpRequest, token: string): HttpRequest => ({
  ...request,
  headers: { ...request.headers, authorization: `Bearer ${token}` },
});
