/** The Zoom stand-in as tests look into it and make it fail. */
import type { BrowserContext, Page } from 'playwright-core';
import * as z from 'zod';
import type { LockSettingsChange } from '../../../src/sandbox/zoom/account';
import type { PersonSettings } from '../../../src/sandbox/zoom/people';
import type { Product } from './product';

const StoredMeetings = z.array(
  z.looseObject({
    id: z.number(),
    topic: z.string(),
    durationMinutes: z.number().optional(),
    deletedAt: z.number().nullish(),
    type: z.number(),
    start: z.number().nullable(),
    occurrences: z.array(z.looseObject({ id: z.string(), start: z.number(), deleted: z.boolean() })),
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

  /** The meeting that was made last. */
  async newest() {
    const meeting = (await this.living()).at(-1);
    if (!meeting) throw new Error('Zoom has no meeting.');
    return meeting;
  }

  /** Zoom's own page of a meeting (or of its list), in a browser where somebody is signed in to Zoom. */
  async page(context: BrowserContext, path = '/'): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${this.product.zoom}${path}`);
    return page;
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

  /** What somebody has chosen in their own Zoom settings; names are Zoom's. */
  settings(settings: Partial<PersonSettings>, who = 'organizer@example.test') {
    return this.ask('PATCH', `/people/${who}/settings`, settings);
  }

  /** Locks settings for the whole account, which the organizer's app may know when they are an administrator. */
  async lock(locks: z.infer<typeof LockSettingsChange>) {
    await this.ask('PATCH', '/people/organizer@example.test', { admin: true });
    await this.ask('PATCH', '/locks', locks);
  }

  /** Somebody is moved to another account, or becomes an administrator of theirs. */
  person(who: string, change: { readonly admin?: boolean; readonly account?: string }) {
    return this.ask('PATCH', `/people/${who}`, change);
  }

  /** An account as on its first day, and nobody signed in. */
  reset() {
    return this.ask('POST', '/reset');
  }

  /** No faults; meetings stay, and everybody stays signed in. */
  async clean() {
    await this.ask('DELETE', '/faults');
    await this.forgetRequests();
  }
}
