/**
 * Roles, enforced in one place: every route that is registered after `requireAdmin` is for admins and the owner of
 * the caller's account, and for that account alone.
 */
import type { FastifyRequest } from 'fastify';
import type { Role } from '../../api/policy';
import { ProductError } from '../../domain/errors';
import { callerOf } from '../caller';
import type { MemberKey } from '../member';
import type { TypedApp } from '../typedApp';
import type { Acting } from './deciding';

const roles = new WeakMap<FastifyRequest, Role>();

/** To be called after `requireSession`. Asked at each request: a role that was taken away is gone at once. */
export function requireAdmin(app: TypedApp, roleOf: (member: MemberKey) => Promise<Role>): void {
  app.addHook('onRequest', async (request) => {
    const role = await roleOf(callerOf(request).key);
    if (role === 'member') throw new ProductError('admin-only');
    roles.set(request, role);
  });
}

/** @throws ProductError `admin-only` on a route that was registered without `requireAdmin` */
export function adminRoleOf(request: FastifyRequest): Role {
  const role = roles.get(request);
  if (role === undefined) throw new ProductError('admin-only');
  return role;
}

/** The account that an administrator's request is about: always their own. */
export function accountOf(request: FastifyRequest): string {
  adminRoleOf(request);
  return callerOf(request).key.accountId;
}

/** Who does it, for the history. */
export function actingFor(request: FastifyRequest): Acting {
  const { key, member } = callerOf(request);
  return {
    accountId: key.accountId,
    person: { id: key.userId, name: member.name, email: member.email },
    requestId: request.id,
  };
}
