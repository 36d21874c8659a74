/**
 * Who is of the account: from Zoom, or from a list that an administrator brings. Roles come from Zoom; a list says
 * who is an admin only of those whose role in Zoom is the account's own or not known. Nobody takes their own role away,
 * and no list puts out whom Zoom made owner or admin.
 */
import type { MemberPage, PeopleList, PeopleReport } from '../../api/policy';
import { ProductError } from '../../domain/errors';
import { foldedName } from '../../domain/policy/names';
import { findAccount } from '../database/accounts';
import { peopleNow, putFromZoom, putListed, removeOthers, setPeopleSource } from '../database/everyone';
import { isMemberByList } from '../database/people';
import { listPeople, PlaceInList } from '../database/peopleList';
import type { Database } from '../database/schema';
import { bringGroups, type BroughtGroup } from './broughtGroups';
import type { Acting, Decide, Deciding } from './deciding';
import { refuseAfterDecisions } from './lateness';
import type { Expected } from './versions';
import type { ZoomPeople } from './zoomPeople';

const PAGE = 50;

export interface MemberQuery {
  readonly search?: string | undefined;
  readonly group?: string | undefined;
  readonly pageToken?: string | undefined;
}

export interface People {
  page(accountId: string, query: MemberQuery): Promise<MemberPage>;
  /** @throws ProductError `zoom-forbidden` where the app may not read them */
  refresh(acting: Acting, zoom: ZoomPeople): Promise<PeopleReport>;
  /**
   * @param expected the account's revision for which the list was made
   * @throws ProductError `invalid-request` for an address that stands twice, `changed-meanwhile`
   */
  import(acting: Acting, expected: Expected, list: PeopleList): Promise<PeopleReport>;
}

export interface PeopleOptions {
  readonly database: Database;
  readonly decide: Decide;
}

export function createPeople({ database, decide }: PeopleOptions): People {
  return {
    async page(accountId, { search, group, pageToken }) {
      const after = pageToken === undefined ? undefined : placeIn(pageToken);
      const { people, total } = await listPeople(database, accountId, {
        search: search === '' ? undefined : search,
        group,
        after,
        most: PAGE + 1,
      });
      const shown = people.slice(0, PAGE);
      const last = shown.at(-1);
      return {
        members: shown.map(({ member }) => member),
        total,
        ...(people.length > PAGE && last !== undefined ? { nextPageToken: tokenOf(last.place) } : {}),
      };
    },

    async refresh(acting, zoom) {
      // Before the account is taken: Zoom may need long, and others work meanwhile.
      const [people, groups] = [await zoom.people(), await zoom.groups()];
      const { result } = await decide(acting, 'account', (deciding) =>
        replacing(deciding, 'zoom', async () => {
          await putFromZoom(deciding.database, acting.accountId, people);
          const brought = groups.map(({ id, name, memberIds }) => ({ zoomId: id, name, memberIds }));
          return { stay: people.map(({ id }) => id), groups: brought };
        }),
      );
      return result;
    },

    async import(acting, expected, list) {
      refuseTwice(list);
      const { result } = await decide(acting, 'account', async (deciding) => {
        await refuseAfterDecisions(deciding, expected);
        return replacing(deciding, 'list', async () => {
          const ids = await putListed(deciding.database, acting.accountId, list.people);
          return { stay: ids.values(), groups: groupsIn(list, ids) };
        });
      });
      return result;
    },
  };
}

/**
 * Everybody and every group as the source has them now, as one step.
 *
 * @throws ProductError `own-role-lost` where whoever does it would not be able to do it again
 */
async function replacing(
  deciding: Deciding,
  source: 'zoom' | 'list',
  put: () => Promise<{ stay: Iterable<string>; groups: readonly BroughtGroup[] }>,
) {
  const { database, acting, at } = deciding;
  const { accountId, person } = acting;
  const account = await findAccount(database, accountId);
  const before = { source: account?.people ?? 'signed-in', ...(await peopleNow(database, accountId)) };
  const { stay, groups } = await put();
  const removed = await removeOthers(database, accountId, { source, stay: [...stay, person.id], at });
  if (await isMemberByList(database, { accountId, userId: person.id }))
    throw new ProductError('own-role-lost');
  await bringGroups(deciding, source, groups);
  await setPeopleSource(database, accountId, source, at);
  const now = await peopleNow(database, accountId);
  const result: PeopleReport = { ...now, groups: groups.length, removed };
  const to = { source, ...now, groups: groups.length, removed };
  return {
    step: {
      scope: 'account' as const,
      subject: null,
      name: null,
      action: 'people' as const,
      changes: [{ what: 'people', from: before, to }],
    },
    result,
  };
}

/** The list's groups in the order in which it names them first, told apart however they are spelt. */
function groupsIn({ people }: PeopleList, ids: ReadonlyMap<string, string>): BroughtGroup[] {
  const groups = new Map<string, { name: string; memberIds: Set<string> }>();
  for (const { email, groups: names } of people)
    for (const name of names) {
      const group = groups.get(foldedName(name)) ?? { name, memberIds: new Set() };
      const id = ids.get(email.toLowerCase());
      if (id !== undefined) group.memberIds.add(id);
      groups.set(foldedName(name), group);
    }
  return [...groups.values()].map(({ name, memberIds }) => ({ name, memberIds: [...memberIds] }));
}

function refuseTwice({ people }: PeopleList): void {
  const seen = new Set<string>();
  const twice = people.flatMap(({ email }, index) => {
    const isKnown = seen.has(email.toLowerCase());
    seen.add(email.toLowerCase());
    return isKnown ? [`body/people/${index}/email: stands there already`] : [];
  });
  if (twice.length > 0) throw new ProductError('invalid-request', { reason: twice.slice(0, 20).join('; ') });
}

const tokenOf = (place: PlaceInList): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** @throws ProductError `invalid-request` */
function placeIn(token: string): PlaceInList {
  const place = PlaceInList.safeParse(jsonIn(Buffer.from(token, 'base64url').toString()));
  if (place.success) return place.data;
  throw new ProductError('invalid-request', { reason: 'querystring/pageToken: is none of ours' });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
