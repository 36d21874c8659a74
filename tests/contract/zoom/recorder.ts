/**
 * A `fetch` that writes down what goes to Zoom's REST API and what comes back.
 */
import type { Exchange } from './checker';

const parsed = (text: string): unknown => (text === '' ? undefined : JSON.parse(text));

/** Records the exchanges below `${base}/v2`; other requests and those without an answer pass unrecorded. */
export class Recorder {
  readonly exchanges: Exchange[] = [];

  constructor(private readonly base: string) {}

  readonly fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await fetch(url, init);
    const { pathname, searchParams, origin } = new URL(url);
    if (origin !== new URL(this.base).origin || !pathname.startsWith('/v2/')) return answer;
    this.exchanges.push({
      method: init.method ?? 'GET',
      path: decodeURIComponent(pathname.slice('/v2'.length)),
      query: Object.fromEntries(searchParams),
      requestBody: typeof init.body === 'string' ? parsed(init.body) : undefined,
      status: answer.status,
      responseBody: parsed(await answer.clone().text()),
      category: answer.headers.get('x-ratelimit-category') ?? undefined,
    });
    return answer;
  };
}
