/** An example of what a route takes and answers, for the description of the interface (`openApi.ts`). */

export interface RouteExample {
  readonly body?: unknown;
  readonly answer?: unknown;
  /** Of a route that answers 503 with a body of its own. */
  readonly failure?: unknown;
  /** Of a route whose answer has a version: its `ETag`. */
  readonly etag?: string;
}

/** By method and path, as routes are registered. */
export type RouteExamples = Readonly<Record<string, RouteExample>>;
