/** The language of the invitation: chosen, kept, changed by itself. */
import { findInvitations, removeInvitation } from '../../src/domain/invitation';
import { readLinkProperty } from '../../src/domain/link';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { readState } from '../../src/scheduling/readState';
import { removeMeeting } from '../../src/scheduling/removeMeeting';
import { undoRemove } from '../../src/scheduling/undoRemove';
import { updateMeeting } from '../../src/scheduling/updateMeeting';
import { newWorld } from './support/world';

const none = { options: {} };
const inGerman = { ...none, language: 'de' };
const HOUR = 3_600_000;
const language = (content: string): string | undefined => / lang="([^"]+)"/.exec(content)?.[1];

it('is Outlook’s own where nobody chose one, and the link names none', async () => {
  const { form, item, deps } = newWorld();
  const { link } = await addMeeting(item, none, deps);
  expect(language(form.body.content)).toMatch(/^en/);
  expect(link).not.toHaveProperty('language');
});

it('is the chosen one, which the link keeps', async () => {
  const { form, item, deps } = newWorld();
  await addMeeting(item, inGerman, deps);
  expect(language(form.body.content)).toMatch(/^de/);
  expect(readLinkProperty(form.property)).toMatchObject({ language: 'de' });
});

describe('where the caller does not know what is usual for the person', () => {
  const usually = (tag: string | null) => ({ usualLanguage: async () => tag });

  it('it is asked for, and a choice goes before it', async () => {
    const usual = newWorld();
    await addMeeting(usual.item, none, { ...usual.deps, ...usually('fr') });
    expect(language(usual.form.body.content)).toMatch(/^fr/);
    expect(readLinkProperty(usual.form.property)).toMatchObject({ language: 'fr' });

    const chosen = newWorld();
    await addMeeting(chosen.item, inGerman, { ...chosen.deps, ...usually('fr') });
    expect(language(chosen.form.body.content)).toMatch(/^de/);
  });

  it.each([
    ['is nothing usual', usually(null)],
    ['comes no answer', { usualLanguage: () => Promise.reject(new Error('no connection')) }],
  ])('and there %s, it is Outlook’s own', async (_, asking) => {
    const { form, item, deps } = newWorld();
    const { link } = await addMeeting(item, none, { ...deps, ...asking });
    expect(language(form.body.content)).toMatch(/^en/);
    expect(link).not.toHaveProperty('language');
  });
});

it('stays on later updates, from whatever client', async () => {
  const { form, item, deps } = newWorld();
  await addMeeting(item, inGerman, deps);
  form.start += HOUR;
  form.end += HOUR;
  await updateMeeting(item, none, { ...deps, language: 'ja' });
  expect(language(form.body.content)).toMatch(/^de/);
  expect(readLinkProperty(form.property)).toMatchObject({ language: 'de' });
});

it('changes alone, around an unchanged text', async () => {
  const { form, item, deps } = newWorld();
  const original = form.body.content;
  const { meeting } = await addMeeting(item, none, deps);
  await updateMeeting(item, inGerman, deps);
  expect(language(form.body.content)).toMatch(/^de/);
  expect(findInvitations('html', form.body.content)).toHaveLength(1);
  expect(removeInvitation('html', form.body.content, meeting.id).body).toBe(original);
  expect(await readState(item, deps)).toMatchObject({ kind: 'linked', link: { language: 'de' } });
});

it('is written once', async () => {
  const { item, deps } = newWorld();
  await addMeeting(item, inGerman, deps);
  item.trouble.calls.length = 0;
  await updateMeeting(item, inGerman, deps);
  expect(item.trouble.calls.filter((call) => call.startsWith('write'))).toEqual([]);
});

it('comes back with an undone removal', async () => {
  const { form, item, deps } = newWorld();
  await addMeeting(item, inGerman, deps);
  const removed = await removeMeeting(item, deps);
  form.body = { format: 'text', content: 'Agenda' };
  const { link } = await undoRemove(item, removed, deps);
  expect(link.language).toBe('de');
  expect(form.body.content).toContain('Zoom');
  expect(form.body.content).not.toContain('Meeting ID');
});
