/** The ribbon's buttons: the bar above the item tells all, whoever is signed out signs in first, a press joins. */
import { ribbon, type RibbonWorld } from '../../src/commands/ribbon';
import { addedWords, errorWords, removedWords } from '../../src/commands/words';
import { ProductError } from '../../src/domain/errors';
import { sentences } from '../../src/domain/errorSentences';
import { NOTIFICATION_LIMIT } from '../../src/outlook/notifications';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { readState } from '../../src/scheduling/readState';
import type { Removed } from '../../src/scheduling/types';
import { englishWords, wordsFor } from '../../src/ui/words';
import { confirmSaved } from '../../src/scheduling/saved';
import { updateMeeting } from '../../src/scheduling/updateMeeting';
import { TOMORROW_9, TUESDAYS, windowOn } from '../scheduling/support/appointment';
import { newWorld } from '../scheduling/support/world';

const DAY = 86_400_000;
const HALF_HOUR = 1_800_000;

const member = {
  id: 'u1',
  accountId: 'a1',
  name: 'Sandbox Organizer',
  email: 'organizer@example.test',
  timeZone: 'Europe/Berlin',
};

function newRibbon(signedIn = true, world = newWorld(), isSupported = true) {
  let session = signedIn ? { token: 't', expiresAt: '2026-11-24T00:00:00Z', member } : undefined;
  let signIn: () => Promise<void> = async () => undefined;
  let opened = 0;
  const ribbonWorld: RibbonWorld = {
    appointment: () => world.item,
    isSupported: () => isSupported,
    dependencies: world.deps,
    words: async () => englishWords(),
    sessions: {
      current: () => session,
      signIn: async () => {
        opened += 1;
        return await new Promise(() => undefined);
      },
      async withSession(work, { interactive }) {
        expect(interactive).toBe(true);
        if (!session) {
          await signIn();
          session = { token: 't', expiresAt: '2026-11-24T00:00:00Z', member };
        }
        return work();
      },
    },
  };
  return {
    ...world,
    ...ribbon(async () => ribbonWorld),
    openedAgain: () => opened,
    signInBy: (way: () => Promise<void>) => void (signIn = way),
    lastShown: () => world.item.shown.at(-1),
  };
}

it('adds a meeting and says so, progress first', async () => {
  const { item, deps, addZoomMeeting, lastShown } = newRibbon();
  await addZoomMeeting();
  expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
  expect(item.shown[0]).toEqual({ kind: 'progress', text: 'Adding a Zoom meeting …' });
  expect(lastShown()).toEqual({ kind: 'info', text: 'A Zoom meeting was added.' });
});

describe('on a copy', () => {
  async function onCopy() {
    const world = newWorld({ savedId: 'AAMk/original' });
    await addMeeting(world.item, { options: {} }, world.deps);
    await confirmSaved(world.item, world.deps);
    return newRibbon(true, { ...world, item: windowOn({ ...world.form, savedId: 'AAMk/copy' }) });
  }

  it('removes it there and says that it lives on', async () => {
    const { backend, removeZoomMeeting, lastShown } = await onCopy();
    await removeZoomMeeting();
    expect(backend.alive()).toHaveLength(1);
    expect(lastShown()).toEqual({
      kind: 'info',
      text: 'The Zoom meeting was taken off this appointment. It lives on in Zoom.',
    });
  });

  it('does not add what is the meeting of another appointment, and says where to decide', async () => {
    const { addZoomMeeting, lastShown } = await onCopy();
    await addZoomMeeting();
    expect(lastShown()).toEqual({ kind: 'error', text: sentences['shared-meeting'] });
  });
});

describe('on one occurrence of a series', () => {
  async function onOccurrence(days: number) {
    const world = newWorld({
      savedId: 'AAMk/series',
      repetition: { kind: 'series', recurrence: TUESDAYS },
    });
    await addMeeting(world.item, { options: {} }, world.deps);
    const repetition = { kind: 'occurrence', seriesId: 'AAMk/series', recurrence: TUESDAYS } as const;
    const start = TOMORROW_9 + days * DAY;
    const form = { ...world.form, savedId: 'AAMk/one', repetition, start, end: start + HALF_HOUR };
    return newRibbon(true, { ...world, item: windowOn(form) });
  }

  it('cancels that one and says that the others stay', async () => {
    const { backend, removeZoomMeeting, lastShown } = await onOccurrence(7);
    await removeZoomMeeting();
    expect(backend.alive()[0]?.occurrences.map(({ cancelled }) => cancelled)).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(lastShown()).toEqual({
      kind: 'info',
      text: 'This occurrence was cancelled in Zoom. The rest of the series stays.',
    });
  });

  it('that was moved to another day says where to choose which one it is, and removes only what is here', async () => {
    const { backend, addZoomMeeting, removeZoomMeeting, lastShown } = await onOccurrence(9);
    const before = backend.alive();
    await addZoomMeeting();
    expect(lastShown()).toEqual({ kind: 'error', text: sentences['occurrence-moved'] });
    await removeZoomMeeting();
    expect(lastShown()).toEqual({
      kind: 'info',
      text: 'The Zoom meeting was taken off this appointment. It lives on in Zoom.',
    });
    expect(backend.alive()).toEqual(before);
  });

  it('that was copied leaves the series alone', async () => {
    const world = newWorld({ repetition: { kind: 'series', recurrence: TUESDAYS } });
    await addMeeting(world.item, { options: {} }, world.deps);
    const form = { ...world.form, savedId: 'AAMk/copy', repetition: { kind: 'single' } as const };
    const { backend, addZoomMeeting, removeZoomMeeting, lastShown } = newRibbon(true, {
      ...world,
      item: windowOn(form),
    });
    const before = backend.alive();
    await addZoomMeeting();
    expect(lastShown()).toEqual({ kind: 'error', text: sentences['shared-meeting'] });
    await removeZoomMeeting();
    expect(backend.alive()).toEqual(before);
    expect(form.property).toBeUndefined();
  });
});

describe('on an appointment whose meeting is gone', () => {
  async function onGone() {
    const world = newWorld({ savedId: 'AAMk/original' });
    const { meeting } = await addMeeting(world.item, { options: {} }, world.deps);
    await world.backend.remove(meeting.id);
    return { meeting, ...newRibbon(true, { ...world, item: windowOn(world.form) }) };
  }

  it('adds a new one in its place', async () => {
    const { form, backend, meeting, addZoomMeeting, lastShown } = await onGone();
    await addZoomMeeting();
    expect(lastShown()).toEqual({ kind: 'info', text: 'A Zoom meeting was added.' });
    const [made] = backend.alive();
    expect(form.location).toBe(`Room 5; ${made?.joinUrl}`);
    expect(form.body.content).not.toContain(meeting.id);
  });

  it('removes what is left of it', async () => {
    const { form, backend, removeZoomMeeting, lastShown } = await onGone();
    await removeZoomMeeting();
    expect(lastShown()).toEqual({ kind: 'info', text: 'The Zoom meeting was removed.' });
    expect(form).toMatchObject({ location: 'Room 5', property: undefined });
    expect(backend.alive()).toEqual([]);
  });
});

describe('on an unsaved duplicate of an appointment that the backend knows', () => {
  async function duplicated() {
    const world = newWorld();
    const { meeting } = await addMeeting(world.item, { options: {} }, world.deps);
    const form = structuredClone(world.form);
    world.form.savedId = 'AAMk/original';
    await confirmSaved(windowOn(world.form), world.deps);
    Object.assign(form, { start: form.start + DAY, end: form.end + DAY });
    return { meeting, copy: form, ...newRibbon(true, { ...world, item: windowOn(form) }) };
  }

  it('takes the meeting off the duplicate only', async () => {
    const { copy, backend, meeting, removeZoomMeeting, lastShown } = await duplicated();
    await removeZoomMeeting();
    expect(lastShown()).toEqual({ kind: 'info', text: englishWords().t('ribbon.removedHere') });
    expect(copy.property).toBeUndefined();
    expect(backend.alive()).toEqual([meeting]);
  });

  it('adds nothing, and says where to decide', async () => {
    const { copy, addZoomMeeting, lastShown } = await duplicated();
    const before = structuredClone(copy);
    await addZoomMeeting();
    expect(lastShown()).toEqual({ kind: 'error', text: sentences['shared-meeting'] });
    expect(copy).toEqual(before);
  });
});

describe('on an appointment that was moved, or is a copy that was opened before the original', () => {
  /** A meeting whose appointment the backend was never told, and the same at another time. */
  async function elsewhere() {
    const world = newWorld();
    await addMeeting(world.item, { options: {} }, world.deps);
    const start = world.form.start + DAY;
    const form = { ...world.form, savedId: 'AAMk/other', start, end: start + HALF_HOUR };
    return { other: form, ...newRibbon(true, { ...world, item: windowOn(form) }) };
  }

  it('deletes nothing, and says where to decide', async () => {
    const { other, backend, removeZoomMeeting, lastShown } = await elsewhere();
    const before = structuredClone(other);
    await removeZoomMeeting();
    expect(lastShown()).toEqual({ kind: 'error', text: sentences['perhaps-copy'] });
    expect(backend.alive()).toHaveLength(1);
    expect(other).toEqual(before);
  });

  it('removes the meeting once it was updated there', async () => {
    const { other, deps, backend, item, removeZoomMeeting } = await elsewhere();
    await updateMeeting(windowOn(other), { options: {} }, deps);
    await confirmSaved(windowOn(other), deps);
    await removeZoomMeeting();
    expect(backend.alive()).toEqual([]);
    expect(item.shown.at(-1)).toEqual({ kind: 'info', text: 'The Zoom meeting was removed.' });
  });
});

test('every error that a press can meet fits into the bar', () => {
  for (const code of ['perhaps-copy', 'occurrence-moved', 'shared-meeting', 'occurrence-only'] as const) {
    expect(errorWords(new ProductError(code), englishWords()).length).toBeLessThanOrEqual(150);
  }
});

it('removes it and says so', async () => {
  const { item, deps, addZoomMeeting, removeZoomMeeting, lastShown } = newRibbon();
  await addZoomMeeting();
  await removeZoomMeeting();
  expect(await readState(item, deps)).toEqual({ kind: 'empty' });
  expect(lastShown()).toEqual({ kind: 'info', text: 'The Zoom meeting was removed.' });
});

it('opens another window for a press that comes later while the first waits for the sign-in', async () => {
  const world = newWorld();
  const clock = { now: world.deps.now() };
  const deps = { ...world.deps, now: () => clock.now };
  const { addZoomMeeting, signInBy, openedAgain, lastShown } = newRibbon(false, { ...world, deps });
  let goOn = (): void => undefined;
  const waits = new Promise<void>((resolve) => {
    signInBy(() => {
      resolve();
      return new Promise((done) => (goOn = done));
    });
  });
  const first = addZoomMeeting();
  await waits;
  void addZoomMeeting();
  expect(openedAgain()).toBe(0);
  clock.now += 10_000;
  const second = addZoomMeeting();
  expect(openedAgain()).toBe(1);
  goOn();
  await Promise.all([first, second]);
  expect(lastShown()).toEqual({ kind: 'info', text: 'A Zoom meeting was added.' });
  expect(world.backend.alive()).toHaveLength(1);
});

it('joins a second press while the first runs', async () => {
  const { item, backend, addZoomMeeting } = newRibbon();
  await Promise.all([addZoomMeeting(), addZoomMeeting()]);
  expect(backend.kept.size).toBe(1);
  expect(item.shown.filter(({ kind }) => kind === 'info')).toHaveLength(1);
});

it('says that there is a meeting already at a later press', async () => {
  const { addZoomMeeting, lastShown } = newRibbon();
  await addZoomMeeting();
  await addZoomMeeting();
  expect(lastShown()).toEqual({ kind: 'info', text: 'This appointment already has a Zoom meeting.' });
});

it('tells what the person should know beside', async () => {
  const { form, addZoomMeeting, lastShown } = newRibbon();
  form.timeZone = 'Moon Standard Time';
  form.location = 'R'.repeat(250);
  await addZoomMeeting();
  expect(lastShown()?.text).toBe(
    'A Zoom meeting was added. Zoom does not know your time zone and shows the time in UTC. The location had no room for the join link.',
  );
});

it('says that Outlook does not tell whether the appointment repeats', async () => {
  const { addZoomMeeting, lastShown } = newRibbon(true, newWorld({ repetition: { kind: 'unknown' } }));
  await addZoomMeeting();
  expect(lastShown()?.text).toBe(
    'A Zoom meeting was added. Its time alone: this Outlook does not tell whether the appointment repeats.',
  );
});

it('says that a removed meeting’s invitation is left to the person beside pictures', async () => {
  const content = '<html><body><p><img src="cid:1"></p></body></html>';
  const ribbon = newRibbon(true, newWorld({ body: { format: 'html', content } }));
  await ribbon.addZoomMeeting();
  await ribbon.removeZoomMeeting();
  expect(ribbon.lastShown()?.text).toBe(
    'The Zoom meeting was removed. Its invitation stays in the text to keep the pictures, with a dead link: delete it by hand.',
  );
});

describe.each(['en', 'de', 'ja', 'ar'])('in the bar’s 150 characters, in %s,', (language) => {
  it.each([
    'recurrence-unknown',
    'series-yearly',
    'series-endless',
    'series-too-many',
    'series-too-wide',
    'series-pattern',
    'series-short-months',
    'invitation-on-top',
  ] as const)('there is room for what was added and for %s before anything else', async (note) => {
    const words = await wordsFor(language);
    const said = addedWords(['location-full', 'topic-shortened', note, 'longer-than-a-day'], words);
    expect(addedWords([note], words)).toBe(`${words.t('ribbon.added')} ${words.t(`ribbon.notes.${note}`)}`);
    for (const text of [said, addedWords([note], words)]) {
      expect(text.length).toBeLessThanOrEqual(NOTIFICATION_LIMIT);
      expect(text).toContain(words.t(`ribbon.notes.${note}`));
    }
  });

  it('there is room for what became of the invitation of a removed meeting', async () => {
    const words = await wordsFor(language);
    const of = (part: Partial<Removed>) => removedWords({ stays: false, notes: [], ...part }, words);
    expect(of({ notes: ['invitation-left'] })).toContain(words.t('ribbon.notes.invitation-left'));
    expect(of({ stays: true, notes: ['invitation-left-here'] })).toContain(
      words.t('ribbon.notes.invitation-left-here'),
    );
  });

  it('there is room for what an Outlook that is too old needs', async () => {
    expect((await wordsFor(language)).t('unsupported.what').length).toBeLessThanOrEqual(NOTIFICATION_LIMIT);
  });
});

it('says in an Outlook that is too old what the pane says, and does nothing', async () => {
  const { form, backend, addZoomMeeting, removeZoomMeeting, lastShown } = newRibbon(true, newWorld(), false);
  const before = structuredClone(form);
  for (const press of [addZoomMeeting, removeZoomMeeting]) {
    await press();
    expect(lastShown()).toEqual({ kind: 'error', text: englishWords().t('unsupported.what') });
  }
  expect(form).toEqual(before);
  expect(backend.alive()).toEqual([]);
});

it('has a signed-out person sign in, and then finishes what was asked', async () => {
  const { item, deps, addZoomMeeting, lastShown } = newRibbon(false);
  await addZoomMeeting();
  expect(item.shown[0]).toEqual({
    kind: 'progress',
    text: 'Sign in to Zoom in the window that opens; then this goes on by itself.',
  });
  expect(lastShown()?.kind).toBe('info');
  expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
});

it('shows on the item that signing in was not finished', async () => {
  const { backend, addZoomMeeting, lastShown, signInBy } = newRibbon(false);
  signInBy(() => Promise.reject(new ProductError('sign-in-cancelled')));
  await addZoomMeeting();
  expect(lastShown()).toEqual({
    kind: 'error',
    text: 'Sign-in was not finished. Try again when you are ready.',
  });
  expect(backend.kept.size).toBe(0);
});

it('shows errors on the item, with what to do next', async () => {
  const { backend, removeZoomMeeting, addZoomMeeting, lastShown } = newRibbon();
  await removeZoomMeeting();
  expect(lastShown()).toEqual({ kind: 'error', text: 'There is no Zoom meeting on this appointment.' });
  backend.trouble.fail('create');
  await addZoomMeeting();
  expect(lastShown()).toEqual({
    kind: 'error',
    text: 'The Zoom service for Outlook does not answer at the moment. Try again.',
  });
});

it('names a button of the ribbon when an add stopped half-way, and that button finishes it', async () => {
  const { item, deps, addZoomMeeting, lastShown } = newRibbon();
  item.trouble.fail('write location');
  item.trouble.fail('write body', 'before', 2);
  await addZoomMeeting();
  expect(lastShown()?.kind).toBe('error');
  expect(lastShown()?.text).toContain('Press Add Zoom Meeting again to finish.');
  await addZoomMeeting();
  expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
});

it('does its work although the bar cannot be shown', async () => {
  const { item, deps, addZoomMeeting } = newRibbon();
  item.trouble.fail('show', 'before', 0);
  await addZoomMeeting();
  expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
});

it('shares its rules with the pane: what the pane added, the ribbon finds', async () => {
  const { item, deps, backend, addZoomMeeting } = newRibbon();
  await Promise.all([addMeeting(item, { options: {} }, deps), addZoomMeeting()]);
  expect(backend.kept.size).toBe(1);
});

it('does nothing on an item that is not being written', async () => {
  const { addZoomMeeting } = ribbon(async () => ({
    appointment: () => undefined,
    isSupported: () => true,
    dependencies: newWorld().deps,
    words: async () => englishWords(),
    sessions: {
      current: () => undefined,
      signIn: () => Promise.reject(new ProductError('offline')),
      withSession: (work) => work(),
    },
  }));
  await expect(addZoomMeeting()).resolves.toBeUndefined();
});

describe('on an appointment whose meeting Zoom does not show to who is signed in', () => {
  it.each(['addZoomMeeting', 'removeZoomMeeting'] as const)(
    '%s says so and changes nothing',
    async (press) => {
      const world = newWorld({ savedId: 'AAMk/1' });
      await addMeeting(world.item, { options: {} }, world.deps);
      world.backend.isAnother = true;
      const before = structuredClone(world.form);
      const ribbon = newRibbon(true, { ...world, item: windowOn(world.form) });
      await ribbon[press]();
      expect(world.form).toEqual(before);
      expect(ribbon.lastShown()).toEqual({
        kind: 'error',
        text: sentences['meeting-of-another'],
      });
    },
  );
});
