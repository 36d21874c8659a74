/**
 * All people of an account brought to what Zoom or a list says, within a transaction that has the account to itself.
 * Nobody is deleted: whoever is no longer found is kept as somebody who is not of the account now, so that their
 * choice is still there when they come back. Whoever is owner or admin in Zoom stays, whatever a list says: what Zoom
 * made them is Zoom's to take away.
 */
import { sql } from 'kysely';
import { mailId, putPerson, type ZoomPerson } from './people';
import type { Database } from './schema';

/** Somebody of an imported list. */
export interface ListedPerson {
  readonly email: string;
  readonly name: string;
  readonly role: 'member' | 'admin';
}

export interface PeopleNow {
  readonly members: number;
  readonly admins: number;
}

/** Who is there by which address (in lower case); of two with one address the one who signed in. */
export async function idsByAddress(
  database: Database,
  accountId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await database
    .selectFrom('people')
    .select(['id', sql<string>`lower(email)`.as('address')])
    .where('account_id', '=', accountId)
    .orderBy(sql`id like 'mail:%'`, 'desc')
    .orderBy('removed_at', (order) => order.asc().nullsLast())
    .execute();
  return new Map(rows.map(({ id, address }) => [address, id]));
}

/** @returns the ids of everybody, by address in lower case */
export async function putListed(
  database: Database,
  accountId: string,
  people: readonly ListedPerson[],
): Promise<ReadonlyMap<string, string>> {
  const known = await idsByAddress(database, accountId);
  const ids = new Map(
    people.map(({ email }) => [email.toLowerCase(), known.get(email.toLowerCase()) ?? mailId(email)]),
  );
  const rows = people.map(({ email, name, role }) => ({
    id: ids.get(email.toLowerCase()) ?? mailId(email),
    name,
    email,
    role,
  }));
  await forgetListed(database, accountId);
  await sql`insert into people (account_id, id, name, email, list_role)
    select ${accountId}, id, name, email, role
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as listed(id text, name text, email text, role text)
    on conflict (account_id, id) do update set
      -- Zoom knows better how those are called who signed in.
      name = case when people.zoom_role is null then excluded.name else people.name end,
      list_role = excluded.list_role, removed_at = null`.execute(database);
  return ids;
}

/** What an earlier list made of somebody. */
async function forgetListed(database: Database, accountId: string): Promise<void> {
  await database
    .updateTable('people')
    .set({ list_role: null })
    .where('account_id', '=', accountId)
    .where('list_role', 'is not', null)
    .execute();
}

/** Those who were known by address alone get Zoom's ids, whatever is theirs with them. */
async function nameListed(
  database: Database,
  accountId: string,
  people: readonly ZoomPerson[],
): Promise<void> {
  const ids = new Map(people.map(({ id, email }) => [mailId(email), id]));
  const rows = [...ids].map(([was, id]) => ({ was, id }));
  await sql`update people set id = told.id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as told(was text, id text)
    where people.account_id = ${accountId} and people.id = told.was`.execute(database);
}

/** Everybody as Zoom has them. */
export async function putFromZoom(
  database: Database,
  accountId: string,
  people: readonly ZoomPerson[],
): Promise<void> {
  await forgetListed(database, accountId);
  const known = await database
    .selectFrom('people')
    .select('id')
    .where('account_id', '=', accountId)
    .execute();
  const ids = new Set(known.map(({ id }) => id));
  const owner = people.find(({ role }) => role === 'owner');
  const listed = people.filter(({ email }) => ids.has(mailId(email)));
  const renamed = listed.filter((person) => person !== owner && !ids.has(person.id));
  await nameListed(database, accountId, renamed);
  // One at a time: the owner, before whom another one may have been it, and who was known twice.
  const single = people.filter(
    (person) => person === owner || (ids.has(person.id) && ids.has(mailId(person.email))),
  );
  for (const person of single) await putPerson(database, accountId, person);
  const rows = people.filter((person) => !single.includes(person) && person.role !== 'owner');
  await sql`insert into people (account_id, id, name, email, zoom_role)
    select ${accountId}, id, name, email, role
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as told(id text, name text, email text, role text)
    on conflict (account_id, id) do update set name = excluded.name, email = excluded.email,
      zoom_role = excluded.zoom_role, removed_at = null`.execute(database);
}

/** Those whom the source no longer has are not of the account now. @returns how many they were */
export async function removeOthers(
  database: Database,
  accountId: string,
  { source, stay, at }: { source: 'zoom' | 'list'; stay: Iterable<string>; at: Date },
): Promise<number> {
  const anyway = source === 'zoom' ? ['owner'] : ['owner', 'admin'];
  const { numAffectedRows } = await sql`update people set removed_at = ${at}::timestamptz
    where account_id = ${accountId} and removed_at is null
    and (zoom_role is null or zoom_role not in (${sql.join(anyway)}))
    and id not in (select jsonb_array_elements_text(${JSON.stringify([...stay])}::jsonb))`.execute(database);
  return Number(numAffectedRows ?? 0);
}

export async function peopleNow(database: Database, accountId: string): Promise<PeopleNow> {
  const { members, admins } = await database
    .selectFrom('people')
    .select((is) => [
      is.fn.countAll<string | number>().as('members'),
      is.fn.countAll<string | number>().filterWhere('role', '=', 'admin').as('admins'),
    ])
    .where('account_id', '=', accountId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { members: Number(members), admins: Number(admins) };
}

/** From where the people come since when. */
export async function setPeopleSource(
  database: Database,
  accountId: string,
  source: 'zoom' | 'list',
  at: Date,
): Promise<void> {
  await database
    .updateTable('accounts')
    .set({ people_source: source, people_at: at })
    .where('account_id', '=', accountId)
    .execute();
}
