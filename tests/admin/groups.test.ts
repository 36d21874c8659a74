/** Groups: their order, their members, and what happens when somebody else was faster. */
import { moved } from '../../src/admin/state/groups';
import { memberOf, settled, settingsOf } from './support/account';
import { pageWith, SESSION } from './support/page';

async function withGroups(...names: string[]) {
  const page = pageWith({ session: SESSION, hash: '#/groups' });
  for (const name of names) await page.account.createGroup(name);
  await page.controller.open();
  const shown = () => page.controller.groups.snapshot().groups?.groups.map(({ name }) => name);
  const idOf = (name: string) => page.account.groupList.find((group) => group.name === name)?.id ?? '';
  return { ...page, shown, idOf };
}

it('a list with one moved', () => {
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  const list = ['a', 'b'];
  expect([moved(list, 0, -1), moved(list, 1, 1), moved(list, 5, 1)]).toEqual([list, list, list]);
});

it('are moved at once, and it is said where they are', async () => {
  const { controller, shown, idOf, account } = await withGroups('A', 'B', 'C');
  await controller.groups.move(idOf('C'), -1);
  expect(shown()).toEqual(['A', 'C', 'B']);
  expect(controller.groups.snapshot().said).toEqual({ what: 'moved', name: 'C', place: 2 });
  expect(account.groupList.map(({ name }) => name)).toEqual(['A', 'C', 'B']);
});

it('are shown as another put them, where they were faster', async () => {
  const { controller, shown, idOf, account } = await withGroups('A', 'B', 'C');
  await account.orderGroups([idOf('C'), idOf('A'), idOf('B')], account.order);
  await controller.groups.move(idOf('A'), 1);
  expect(controller.groups.snapshot().error?.code).toBe('changed-meanwhile');
  expect(shown()).toEqual(['C', 'A', 'B']);
});

it('stay where they were when moving failed', async () => {
  const { controller, shown, idOf, account } = await withGroups('A', 'B');
  account.fail('orderGroups', 'backend-unavailable');
  await controller.groups.move(idOf('A'), 1);
  expect(shown()).toEqual(['A', 'B']);
});

it('have names of their own; what was typed stays when it is taken', async () => {
  const { controller, shown } = await withGroups('A');
  controller.groups.setName(' A ');
  await controller.groups.create();
  expect(controller.groups.snapshot()).toMatchObject({ name: ' A ', error: { code: 'group-exists' } });
  controller.groups.setName('B');
  await controller.groups.create();
  expect([shown(), controller.groups.snapshot().name]).toEqual([['A', 'B'], '']);
});

it('are made though their list is still being read', async () => {
  const { controller, shown } = await withGroups('A');
  const loading = controller.groups.load();
  controller.groups.setName('B');
  const creating = controller.groups.create();
  await Promise.all([loading, creating]);
  expect(shown()).toEqual(['A', 'B']);
});

it('take members in and give them back, beside what is not saved of their settings', async () => {
  const { controller, account, idOf } = await withGroups('A');
  const people = [memberOf('Attendee'), memberOf('Organizer')] as const;
  account.people = [...people];
  controller.goTo({ name: 'group', id: idOf('A') });
  await settled();
  const { group } = controller.snapshot();
  group?.editor.edit({ mapi: { value: true, locked: false } }, 'mapi');
  await group?.add(people[0]);
  await group?.add(people[1]);
  await group?.remove(people[0]);
  expect(group?.snapshot().members?.map(({ id }) => id)).toEqual(['Organizer']);
  expect(group?.snapshot().said).toEqual({ what: 'removed', name: 'Sandbox Attendee' });
  await group?.editor.save();
  expect(account.groupList[0]?.settings.settings).toEqual({ mapi: { value: true, locked: false } });
});

it('are renamed on top of what another saved, when it is pressed again', async () => {
  const { controller, account, idOf } = await withGroups('A');
  const id = idOf('A');
  controller.goTo({ name: 'group', id });
  await settled();
  account.groupList = account.groupList.map((group) => ({ ...group, settings: settingsOf({}, 9) }));
  const { group } = controller.snapshot();
  group?.setName('Sales');
  await group?.rename();
  expect(group?.snapshot()).toMatchObject({ error: { code: 'changed-meanwhile' }, name: 'Sales' });
  await group?.retry();
  expect(account.groupList[0]?.name).toBe('Sales');
});

it('that are gone say so', async () => {
  const { controller } = await withGroups();
  controller.goTo({ name: 'group', id: 'nobody' });
  await settled();
  expect(controller.snapshot().group?.snapshot().error?.code).toBe('not-found');
});
