/** The Zoom stand-in as tests look into it and make it fail. */
import * as z from 'zod';
import type { Product } from './product';

const StoredMeetings = z.array(
  z.looseObject({
    id: z.number(),
    topic: z.string(),
    durationMinutes: z.number().optional(),
    deletedAt: z.number().nullish(),
  }),
);
const Requests = z.array(
  z.looseObject({
    method: z.string(),
    path: z.string(),
    operation: z.string().nullish(),
    status: z.number().nullish(),
  }),
);

export class ZoomControl {
  constructor(private readonly product: Product) {}

  private async ask(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<unknown> {
    const { status, json } = await this.product.call(method, `${this.product.zoom}/control${path}`, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`);
    return json;
  }

  async meetings() {
    return StoredMeetings.parse(await this.ask('GET', '/meetings'));
  }

  /** The meetings that were not deleted. */
  async living() {
    return (await this.meetings()).filter(
      (meeting) => meeting.deletedAt === null || meeting.deletedAt === undefined,
    );
  }

  async requests(operation: string) {
    return Requests.parse(await this.ask('GET', '/requests')).filter(
      (request) => request.operation === operation,
    );
  }

  forgetRequests() {
    return this.ask('DELETE', '/requests');
  }

  fault(
    fault: '429' | '500' | 'timeout-before' | 'timeout-after' | 'slow',
    operation: string,
    more: { times?: number; delayMs?: number } = {},
  ) {
    return this.ask('POST', '/faults', { fault, operation, ...more });
  }

  expireAccessTokens() {
    return this.ask('POST', '/expire-access-tokens');
  }

  revokeGrants() {
    return this.ask('POST', '/revoke-grants');
  }

  /** No faults, no meetings; everybody stays signed in. */
  async clean() {
    await this.ask('DELETE', '/faults');
    await this.forgetRequests();
  }
}
