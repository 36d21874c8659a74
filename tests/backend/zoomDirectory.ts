/**
 * People and groups of the accounts of Zoom's double, as its operations answer about them: page by page, and only to
 * tokens that have an administrator's scope.
 */
import type { Person } from './zoomDouble';

/** As Zoom's reference names them. */
export const DIRECTORY_SCOPES = [
  'user:read:list_users:admin',
  'group:read:list_groups:admin',
  'group:read:list_members:admin',
] as const;

export interface DirectoryGroup {
  id: string;
  name: string;
  members: string[];
}

/** What a list is cut from, and who may read it. */
interface List {
  readonly scope: (typeof DIRECTORY_SCOPES)[number];
  readonly key: 'users' | 'groups' | 'members';
  readonly rows: readonly object[];
}

export type DirectoryAnswer = { readonly status: number; readonly body: object };

export class ZoomDirectory {
  people: Person[] = [];
  groups: DirectoryGroup[] = [];

  /** The answer to a GET; undefined where it is about something else. */
  answer(path: string, query: URLSearchParams, me: Person, granted: string): DirectoryAnswer | undefined {
    const list = this.list(path, me);
    if (list === undefined) return undefined;
    if (list === 'no group') return { status: 404, body: { code: 4130, message: 'No such group.' } };
    if (!granted.split(' ').includes(list.scope)) return { status: 400, body: missing(list.scope) };
    const size = Number(query.get('page_size') ?? 30);
    if (size > 300) return { status: 400, body: { code: 300, message: 'Invalid parameter: page_size.' } };
    const from = Number(query.get('next_page_token') ?? 0);
    const next = from + size < list.rows.length ? String(from + size) : '';
    return {
      status: 200,
      body: {
        [list.key]: list.rows.slice(from, from + size),
        page_size: size,
        total_records: list.rows.length,
        next_page_token: next,
      },
    };
  }

  private list(path: string, { account_id: account }: Person): List | 'no group' | undefined {
    const [, users, groups, groupId] = /^\/(?:(users)|(groups)(?:\/([^/]+)\/members)?)$/.exec(path) ?? [];
    const people = this.people.filter((person) => person.account_id === account);
    if (users !== undefined) {
      return { scope: 'user:read:list_users:admin', key: 'users', rows: people.map(rowOf) };
    }
    if (groups === undefined) return undefined;
    if (groupId === undefined) {
      const rows = this.groups.map(({ id, name, members }) => ({ id, name, total_members: members.length }));
      return { scope: 'group:read:list_groups:admin', key: 'groups', rows };
    }
    const group = this.groups.find(({ id }) => id === decodeURIComponent(groupId));
    if (group === undefined) return 'no group';
    const rows = group.members.map((id) => ({ id, type: 2 }));
    return { scope: 'group:read:list_members:admin', key: 'members', rows };
  }
}

const missing = (scope: string) => ({
  code: 4711,
  message: `Invalid access token, does not contain scopes:[${scope}].`,
});

const rowOf = ({ id, email, display_name, role_id }: Person) => ({
  id,
  email,
  display_name,
  role_id,
  type: 2,
  status: 'active',
});
