/**
 * What Zoom's REST API answers about the people and groups of an account, in Zoom's own field names, as far as this
 * product uses it. Source: Zoom's OpenAPI (users; groups, groups/{groupId}/members). An empty `next_page_token` is the
 * last page; a token lives 15 minutes.
 */
import * as z from 'zod';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

const next_page_token = text.transform((token) => (token === '' ? undefined : token));

/** One row of GET /users. Zoom gives no id to people who did not activate their account yet. */
export const ZoomUserRow = z.object({
  id: text,
  email: text,
  first_name: text,
  last_name: text,
  display_name: text,
  /** `0` owner, `1` admin, `2` member; anything else is a role of the account's own. */
  role_id: text,
});
export type ZoomUserRow = z.infer<typeof ZoomUserRow>;

export const ZoomUserPage = z.object({ users: z.array(ZoomUserRow), next_page_token });

/** One row of GET /groups. */
export const ZoomGroupRow = z.object({ id: z.string().min(1), name: text });
export type ZoomGroupRow = z.infer<typeof ZoomGroupRow>;

export const ZoomGroupPage = z.object({ groups: z.array(ZoomGroupRow), next_page_token });

/** GET /groups/{groupId}/members: ids only, absent for people who did not activate their account yet. */
export const ZoomGroupMemberPage = z.object({ members: z.array(z.object({ id: text })), next_page_token });
