/** Editing a layer: what it would do, saving it, and what others save meanwhile. */
import { Editor, PREVIEW_AFTER_MS } from '../../src/admin/state/editor';
import { changedParts } from '../../src/admin/state/draft';
import type { ProductError } from '../../src/domain/errors';
import { AccountDouble, ME, OTHER, settled, Timers } from './support/account';

const on = { value: true, locked: false };

async function editing() {
  const account = new AccountDouble();
  const timers = new Timers();
  const ends: ProductError[] = [];
  const editor = new Editor(
    {
      level: 'account',
      load: () => account.settings(),
      save: (layer, version) => account.saveSettings(layer, version),
      preview: (layer) => account.previewSettings(layer),
    },
    timers.later,
    (error) => ends.push(error),
  );
  await editor.load();
  return { account, timers, editor, ends };
}

const unsaved = (editor: Editor) => {
  const { draft } = editor.snapshot();
  return draft ? changedParts(draft) : undefined;
};

it('shows what saving would do once nothing was changed for a moment, and asks once', async () => {
  const { account, timers, editor } = await editing();
  editor.edit({ mapi: on }, 'mapi');
  editor.edit({ mapi: on, integration: on }, 'integration');
  expect(timers.pauses).toEqual([PREVIEW_AFTER_MS]);
  expect(account.calls).not.toContain('previewSettings');
  timers.run();
  await settled();
  expect(account.calls.filter((call) => call === 'previewSettings')).toHaveLength(1);
  expect(editor.snapshot().preview?.impact.configured).toBe(2);
});

it('does not show what an earlier draft would have done', async () => {
  const { account, timers, editor } = await editing();
  const goOn = account.hold('previewSettings');
  editor.edit({ mapi: on }, 'mapi');
  timers.run();
  editor.edit({}, 'mapi');
  goOn();
  await settled();
  expect(editor.snapshot().preview).toBeUndefined();
});

it('says when what it does cannot be told, and saves all the same', async () => {
  const { account, timers, editor } = await editing();
  account.fail('previewSettings', 'backend-unavailable');
  editor.edit({ mapi: on }, 'mapi');
  timers.run();
  await settled();
  expect(editor.snapshot().preview).toBeNull();
  await editor.save();
  expect(editor.snapshot()).toMatchObject({ said: 'saved', error: undefined });
});

it('saves in one step and has nothing unsaved then', async () => {
  const { account, editor } = await editing();
  editor.edit({ mapi: on }, 'mapi');
  expect(editor.isDirty()).toBe(true);
  await editor.save();
  expect(account.present.settings).toEqual({ mapi: on });
  expect(unsaved(editor)).toEqual([]);
});

it('keeps what is changed while it saves', async () => {
  const { account, editor } = await editing();
  editor.edit({ mapi: on }, 'mapi');
  const goOn = account.hold('saveSettings');
  const saving = editor.save();
  editor.edit({ mapi: on, integration: on }, 'integration');
  goOn();
  await saving;
  expect(unsaved(editor)).toEqual(['integration']);
});

it('keeps everything when saving fails, and saves it when it is tried again', async () => {
  const { account, editor } = await editing();
  editor.edit({ mapi: on }, 'mapi');
  account.fail('saveSettings', 'backend-unavailable');
  await editor.save();
  expect(editor.snapshot().error?.code).toBe('backend-unavailable');
  expect(unsaved(editor)).toEqual(['mapi']);
  await editor.retry();
  expect(account.present.settings).toEqual({ mapi: on });
  expect(editor.snapshot().error).toBeUndefined();
});

it('tells of a save that came too late what the other changed, and saves over it only when that is decided', async () => {
  const { account, editor } = await editing();
  editor.edit({ mapi: { value: true, locked: true } }, 'mapi');
  account.saveByOther({ mapi: on, integration: on });
  await editor.save();
  const { draft, error } = editor.snapshot();
  expect(error?.code).toBe('changed-meanwhile');
  expect(draft?.conflicts).toEqual([{ part: 'mapi', by: OTHER, at: expect.any(String) }]);
  await editor.save();
  expect(editor.snapshot().said).toBe('decide-first');
  expect(account.present.settings.mapi).toEqual(on);
  editor.decide('mapi', 'mine');
  await editor.save();
  expect(account.present).toMatchObject({
    settings: { mapi: { value: true, locked: true }, integration: on },
    savedBy: ME,
  });
});

it('can be saved at once where the other changed something else', async () => {
  const { account, editor } = await editing();
  editor.edit({ mapi: on }, 'mapi');
  account.saveByOther({ integration: on });
  await editor.save();
  expect(editor.snapshot().draft?.conflicts).toEqual([]);
  await editor.save();
  expect(account.present.settings).toEqual({ mapi: on, integration: on });
});

it('shows what another saved without being asked, and says who', async () => {
  const { account, editor } = await editing();
  account.saveByOther({ integration: on });
  await editor.lookAgain();
  expect(editor.snapshot()).toMatchObject({
    news: { by: OTHER, parts: ['integration'] },
    said: 'came-in',
    draft: { mine: { integration: on } },
  });
});

it('sends nothing that has to be corrected first', async () => {
  const { account, editor } = await editing();
  editor.edit({ exchange: { value: { version: null, ewsUrl: 'mail' }, locked: false } }, 'exchange');
  await editor.save();
  expect(editor.snapshot().said).toBe('correct-first');
  expect(account.calls).not.toContain('saveSettings');
});

it('gives everything back that was kept over a sign-in, on top of what was saved meanwhile', async () => {
  const { account, editor } = await editing();
  editor.edit({ mapi: on }, 'mapi');
  const kept = editor.kept() ?? '';
  editor.discard();
  expect(editor.kept()).toBeUndefined();
  account.saveByOther({ integration: on });
  await editor.lookAgain();
  editor.bringBack(kept);
  expect(editor.snapshot().draft?.mine).toEqual({ mapi: on, integration: on });
  expect(unsaved(editor)).toEqual(['mapi']);
});

it('keeps the rest where one part could not be saved', async () => {
  const { editor } = await editing();
  editor.edit({ mapi: on }, 'mapi');
  editor.edit(
    { mapi: on, exchange: { value: { version: null, ewsUrl: 'mail' }, locked: false } },
    'exchange',
  );
  const kept = editor.kept() ?? '';
  editor.discard();
  editor.bringBack(kept);
  expect(editor.snapshot().draft?.mine).toEqual({ mapi: on });
});

it('is not confused by something else that was kept', async () => {
  const { editor } = await editing();
  editor.bringBack('{"mine":');
  editor.bringBack('{"mine":{"mapi":1}}');
  expect(unsaved(editor)).toEqual([]);
});

it('says that the session ended', async () => {
  const { account, editor, ends } = await editing();
  editor.edit({ mapi: on }, 'mapi');
  account.fail('saveSettings', 'session-expired');
  await editor.save();
  expect(ends.map(({ code }) => code)).toEqual(['session-expired']);
  expect(unsaved(editor)).toEqual(['mapi']);
});
