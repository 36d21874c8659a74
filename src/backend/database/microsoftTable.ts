/**
 * The step that adds the ties between members and Microsoft identities. The database itself refuses a second member
 * of one identity, a second identity of one member, and anything that is no tenant's or object's id.
 */
import { sql, type Kysely, type Migration } from 'kysely';

const GUID = `'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'`;

export const microsoftTable: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(
        `create table microsoft_ties (
          tenant_id text not null check (tenant_id ~ ${GUID}),
          object_id text not null check (object_id ~ ${GUID}),
          account_id text not null,
          user_id text not null,
          name text not null check (name <> ''),
          tied_at timestamptz not null,
          primary key (tenant_id, object_id),
          constraint microsoft_ties_one_a_member unique (account_id, user_id),
          constraint microsoft_ties_of_member foreign key (account_id, user_id) references members on delete cascade
        )`,
      )
      .execute(db);
  },
};
