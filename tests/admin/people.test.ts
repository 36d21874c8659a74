/** The members on the page: asked of Zoom again, found, and who is told what when that fails. */
import type { PeopleReport } from '../../src/api/policy';
import { memberOf, settled } from './support/account';
import { pageWith } from './support/page';

async function ready() {
  const page = pageWith();
  page.account.people = [memberOf('Organizer'), memberOf('Attendee')];
  await page.controller.open();
  await page.controller.people.load();
  return { ...page, people: page.controller.people };
}

type Ready = Awaited<ReturnType<typeof ready>>;
const found = ({ people }: Ready) => people.search.snapshot().found?.map(({ id }) => id);

/** What Zoom has now. */
function zoomHas({ account }: Ready, ids: readonly string[], report: Partial<PeopleReport> = {}): void {
  account.refreshPeople = async () => {
    account.calls.push('refreshPeople');
    account.people = ids.map((id) => memberOf(id));
    account.revision += 1;
    return { members: ids.length, groups: 0, admins: 1, removed: 0, ...report };
  };
}

it('are shown as Zoom has them once it was asked, with what came of it', async () => {
  const page = await ready();
  expect(found(page)).toEqual(['Organizer', 'Attendee']);
  zoomHas(page, ['Attendee', 'Manager'], { groups: 2, removed: 1 });
  await page.people.refresh();
  await settled();
  expect(page.people.snapshot()).toMatchObject({
    report: { members: 2, groups: 2, admins: 1, removed: 1 },
    said: 'refreshed',
    error: undefined,
  });
  expect(found(page)).toEqual(['Attendee', 'Manager']);
  expect(page.controller.snapshot()).toMatchObject({ screen: { account: { members: 2, revision: 2 } } });
});

it('stay on the page as they are where the app may not read them in Zoom, and say so', async () => {
  const page = await ready();
  page.account.fail('refreshPeople', 'zoom-forbidden');
  await page.people.refresh();
  await settled();
  expect(page.people.snapshot()).toMatchObject({ error: { code: 'zoom-forbidden' }, report: undefined });
  expect(found(page)).toEqual(['Organizer', 'Attendee']);
});

it('are asked for again by the same button where Zoom was away', async () => {
  const page = await ready();
  page.account.fail('refreshPeople', 'zoom-unavailable');
  await page.people.refresh();
  expect(page.people.snapshot().error?.code).toBe('zoom-unavailable');
  zoomHas(page, ['Manager']);
  await page.people.retry();
  await settled();
  expect(page.people.snapshot()).toMatchObject({ error: undefined, report: { members: 1 } });
  expect(found(page)).toEqual(['Manager']);
});

it('no longer say what came of asking while they are asked for again', async () => {
  const page = await ready();
  await page.people.refresh();
  const release = page.account.hold('refreshPeople');
  const asking = page.people.refresh();
  await settled();
  expect(page.people.snapshot()).toMatchObject({ working: 'refreshing', report: undefined });
  release();
  await asking;
  expect(page.people.snapshot()).toMatchObject({ working: undefined, report: { members: 2 } });
});

it('close the page to an administrator who is none in Zoom any more', async () => {
  const page = await ready();
  zoomHas(page, ['Organizer']);
  page.account.role = 'member';
  await page.people.refresh();
  await settled();
  expect(page.controller.snapshot().screen.name).toBe('not-admin');
});
