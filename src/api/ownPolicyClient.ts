/** The typed client of what everybody may ask of the policy (`ownPolicy.ts`). Every method rejects with a `ProductError`. */
import type { MemberChoice } from '../domain/policy/effective';
import type { Platform } from '../domain/policy/terms';
import { createHttp, type HttpOptions } from './http';
import { MemberPolicy, ownPolicyPaths } from './ownPolicy';

/** What everybody may ask: their own policy, and what they have connected. */
export interface OwnPolicyClient {
  myPolicy(platform: Platform): Promise<MemberPolicy>;
  connect(choice: MemberChoice, platform: Platform): Promise<MemberPolicy>;
  disconnect(platform: Platform): Promise<MemberPolicy>;
}

export function createOwnPolicyClient(options: HttpOptions): OwnPolicyClient {
  const { ask } = createHttp(options);
  return {
    myPolicy: (platform) =>
      ask(MemberPolicy, { method: 'GET', path: withQuery(ownPolicyPaths.myPolicy, { platform }) }),
    connect: (choice, platform) =>
      ask(MemberPolicy, {
        method: 'PUT',
        path: withQuery(ownPolicyPaths.myCalendar, { platform }),
        body: choice,
      }),
    disconnect: (platform) =>
      ask(MemberPolicy, { method: 'DELETE', path: withQuery(ownPolicyPaths.myCalendar, { platform }) }),
  };
}

/** `path?name=value`, without what is absent or empty. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}
