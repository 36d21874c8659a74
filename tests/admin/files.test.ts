/** Files of settings, and lists of people: looked at before anything is applied. */
import { fileProblem } from '../../src/api/fileProblem';
import { FILE_LIMIT, type ChosenFile } from '../../src/admin/state/files';
import { impact } from './support/account';
import { pageWith } from './support/page';

const FILE = { format: 'zoom-calendar-settings', version: 1, account: {}, groups: [] };
const chosen = (contents: unknown, size = 10): ChosenFile => ({
  name: 'settings.json',
  size,
  text: async () => (typeof contents === 'string' ? contents : JSON.stringify(contents)),
});

async function ready() {
  const page = pageWith();
  await page.controller.open();
  return { ...page, files: page.controller.files };
}

it('goes out as it can come in again', async () => {
  const { files, downloads } = await ready();
  await files.export();
  expect(downloads.map((text) => JSON.parse(text))).toEqual([
    expect.objectContaining({ format: FILE.format }),
  ]);
});

it('is not even sent where it is too large', async () => {
  const { files, account } = await ready();
  await files.choose(chosen(FILE, FILE_LIMIT + 1));
  expect(files.snapshot()).toMatchObject({ problems: [{ code: 'too-large' }], said: 'refused' });
  expect(account.calls).not.toContain('checkImport');
});

it('is sent as the text that it is, and what is wrong with it listed; it cannot be applied', async () => {
  const { files, account } = await ready();
  account.check = { problems: [fileProblem('not-json', {}, { line: 1 })], preview: null, revision: 1 };
  await files.choose(chosen('{"format":'));
  expect(account.checked).toEqual(['{"format":']);
  expect(files.snapshot()).toMatchObject({ problems: account.check.problems, file: undefined });
  await files.import();
  expect(account.calls).not.toContain('importSettings');
});

it('is applied as it was looked at; changed meanwhile, it is looked at again first', async () => {
  const { files, account } = await ready();
  account.check = { problems: [], preview: { changes: [], impact }, revision: 1 };
  await files.choose(chosen(FILE));
  expect(files.snapshot().said).toBe('checked');
  account.saveByOther({ mapi: { value: true, locked: false } });
  account.check = { ...account.check, revision: account.revision };
  await files.import();
  expect(files.snapshot()).toMatchObject({ error: { code: 'changed-meanwhile' }, check: { revision: 2 } });
  await files.import();
  expect(files.snapshot()).toMatchObject({ said: 'imported', file: undefined, error: undefined });
});

it('with people in it names what is wrong with them, and sends nothing', async () => {
  const { controller, account } = await ready();
  await controller.people.bring(chosen({ people: [{ email: 'nobody', name: '' }] }));
  expect(controller.people.snapshot().problems.map(({ where }) => where)).toEqual([
    'people.0.email',
    'people.0.name',
  ]);
  await controller.people.bring(chosen('{"people":'));
  expect(controller.people.snapshot().problems).toEqual([fileProblem('not-json')]);
  expect(account.calls).not.toContain('importPeople');
  await controller.people.bring(chosen({ people: [{ email: 'a@example.test', name: 'Sandbox Attendee' }] }));
  expect(controller.people.snapshot()).toMatchObject({ report: { removed: 2 }, problems: [] });
});
