/**
 * The operations that read the account's people and groups, page by page. They need an administrator's scopes.
 */
import * as z from 'zod';
import type { AddOperation } from './addOperation';
import type { Cloud } from './cloud';
import { zoomErrors } from './errors';
import { groups } from './groups';
import { readFields } from './meetingBodies';
import { ACCOUNT_ID, type Person } from './people';
import { userRow } from './userViews';

const Params = z.object({ groupId: z.string() });

/** Zoom's default is 30; `most` is 2000 of people and 300 of a group's members. */
const paging = (most: number) => ({
  page_size: z.coerce.number().int().min(1).max(most).default(30),
  page_number: z.coerce.number().int().min(1).optional(),
  next_page_token: z.string().optional(),
});
const PageQuery = z.object(paging(300));
const UsersQuery = z.object({
  ...paging(2000),
  status: z.enum(['active', 'inactive', 'pending']).default('active'),
  role_id: z.string().optional(),
});

function assertAdmin(person: Person, scope: string): void {
  if (!person.admin) throw zoomErrors.missingScope(scope);
}

/** Those of the person's account: the first one has some. */
const groupsFor = ({ account }: Person) => (account === ACCOUNT_ID ? groups : []);

export function directoryRoutes(add: AddOperation, cloud: Cloud): void {
  const cut = <Row>(all: readonly Row[], about: readonly unknown[], query: z.infer<typeof PageQuery>) =>
    cloud.pager.cut(all, JSON.stringify([...about, query.page_size]), query, cloud.clock.now());

  add({ operation: 'users.list', method: 'GET', url: '/users' }, (request, _reply, person) => {
    assertAdmin(person, 'user:read:list_users:admin');
    const query = readFields(UsersQuery, request.query);
    // Everybody here is active.
    const people = query.status === 'active' ? cloud.store.people.all() : [];
    const all = people
      .filter(({ account }) => account === person.account)
      .map(userRow)
      .filter(({ role_id }) => query.role_id === undefined || role_id === query.role_id);
    const { rows, ...page } = cut(all, ['users', query.status, query.role_id], query);
    return { ...page, users: rows };
  });

  add({ operation: 'groups.list', method: 'GET', url: '/groups' }, (request, _reply, person) => {
    assertAdmin(person, 'group:read:list_groups:admin');
    const query = readFields(PageQuery, request.query);
    const { rows, next_page_token, total_records } = cut(
      groupsFor(person),
      ['groups', person.account],
      query,
    );
    return {
      next_page_token,
      total_records,
      groups: rows.map(({ id, name, memberIds }) => ({ id, name, total_members: memberIds.length })),
    };
  });

  add(
    { operation: 'groups.members', method: 'GET', url: '/groups/:groupId/members' },
    (request, _reply, person) => {
      assertAdmin(person, 'group:read:list_members:admin');
      const { groupId } = Params.parse(request.params);
      const group = groupsFor(person).find(({ id }) => id === groupId);
      if (group === undefined) throw zoomErrors.groupNotFound(groupId);
      const query = readFields(PageQuery, request.query);
      const members = group.memberIds
        .flatMap((id) => cloud.store.people.get(id) ?? [])
        .filter(({ account }) => account === person.account);
      const { rows, ...page } = cut(members, ['members', groupId], query);
      return { ...page, members: rows.map(memberRow) };
    },
  );
}

const memberRow = (person: Person) => ({
  id: person.id,
  email: person.email,
  first_name: person.first_name,
  last_name: person.last_name,
  type: person.licensed ? 2 : 1,
});
