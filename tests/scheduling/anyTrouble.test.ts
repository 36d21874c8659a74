/**
 * Whatever fails and in whatever order things happen: one appointment never has two meetings, no meeting is left
 * where nobody finds it, and the person's own text stays.
 */
import * as fc from 'fast-check';
import { findInvitations, removeInvitation } from '../../src/domain/invitation';
import { readLinkProperty } from '../../src/domain/link';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { ownMeeting } from '../../src/scheduling/copies';
import { readState } from '../../src/scheduling/readState';
import { removeMeeting } from '../../src/scheduling/removeMeeting';
import { repairMeeting } from '../../src/scheduling/repairMeeting';
import { updateMeeting } from '../../src/scheduling/updateMeeting';
import type { Fault } from './support/trouble';
import { type FormFields, TUESDAYS, windowOn } from './support/appointment';
import { newWorld, settle } from './support/world';

const none = { options: {} };

/** For each call in turn: goes through, or fails before or after its effect. */
const faults = (count: number): fc.Arbitrary<(Fault | undefined)[]> =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom<Fault>('before', 'after') },
    ),
    { maxLength: count },
  );

const rule = (list: readonly (Fault | undefined)[]) => {
  let next = 0;
  return () => list[next++];
};

const fields: fc.Arbitrary<Partial<FormFields>> = fc.record({
  savedId: fc.constantFrom(undefined, 'AAMk/1'),
  location: fc.constantFrom('', 'Room 5', 'R'.repeat(250)),
  body: fc.constantFrom(
    { format: 'html' as const, content: '<html><body><p>Agenda</p></body></html>' },
    { format: 'html' as const, content: '' },
    { format: 'text' as const, content: 'Agenda\r\n' },
  ),
  repetition: fc.constantFrom(
    { kind: 'single' } as const,
    {
      kind: 'series',
      recurrence: TUESDAYS,
    } as const,
  ),
});

it('a first add with any failures, then a clean one: exactly one meeting, complete, around an unchanged text', async () => {
  await fc.assert(
    fc.asyncProperty(fields, faults(24), faults(6), async (start, hostFaults, zoomFaults) => {
      const { form, item, backend, deps } = newWorld(start);
      const original = structuredClone(form);
      item.trouble.rule = rule(hostFaults);
      backend.trouble.rule = rule(zoomFaults);
      await addMeeting(item, none, deps).catch(() => undefined);
      await settle();
      item.trouble.heal();
      backend.trouble.heal();

      const found = findInvitations(form.body.format, form.body.content).filter(({ certain }) => certain);
      expect(found.length).toBeLessThanOrEqual(1);
      const alive = backend.alive().map(({ id }) => id);
      expect(alive.length).toBeLessThanOrEqual(1);
      expect(found.every(({ meetingId }) => alive.includes(meetingId))).toBe(true);

      const { meeting } = await addMeeting(item, none, deps);
      expect(backend.alive()).toEqual([meeting]);
      expect(await readState(item, deps)).toMatchObject({ kind: 'linked', meeting: { id: meeting.id } });
      const { format, content } = form.body;
      expect(removeInvitation(format, content, meeting.id).body).toBe(original.body.content);
    }),
    { numRuns: 300 },
  );
});

it('what a failed add leaves is found by another window as long as Outlook kept anything', async () => {
  await fc.assert(
    fc.asyncProperty(fields, faults(24), faults(6), async (start, hostFaults, zoomFaults) => {
      const { form, item, backend, deps } = newWorld(start);
      item.trouble.rule = rule(hostFaults);
      backend.trouble.rule = rule(zoomFaults);
      await addMeeting(item, none, deps).catch(() => undefined);
      await settle();
      backend.trouble.heal();
      const claimed = readLinkProperty(form.property) !== undefined || form.savedId !== undefined;
      const invited = findInvitations(form.body.format, form.body.content).some(({ certain }) => certain);
      if (!claimed && !invited) return;
      await addMeeting(windowOn(form), none, deps);
      expect(backend.alive()).toHaveLength(1);
    }),
    { numRuns: 300 },
  );
});

it('two windows on one appointment in any order: one meeting, and all that was typed while Zoom worked', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }),
      async (scheduler, keys) => {
        const { form, item, backend, deps } = newWorld({ body: { format: 'text', content: 'Agenda' } });
        const other = windowOn(form);
        const keysLeft = [...keys];
        let typed = '';
        for (const { trouble } of [item, other, backend]) {
          trouble.turn = (call) => scheduler.schedule(Promise.resolve(), call);
        }
        backend.trouble.during = (call) => {
          const key = call === 'create' ? keysLeft.shift() : undefined;
          if (key === undefined) return;
          typed += key;
          form.body.content = key + form.body.content;
        };
        const presses = [
          addMeeting(item, none, deps),
          addMeeting(other, none, deps),
          addMeeting(item, none, deps),
        ];
        await scheduler.waitFor(Promise.all(presses));
        const ids = new Set((await Promise.all(presses)).map(({ meeting }) => meeting.id));
        expect(ids.size).toBe(1);
        expect(backend.kept.size).toBe(1);
        const [id = ''] = ids;
        expect(removeInvitation('text', form.body.content, id).body).toBe(`${typed}Agenda`);
      },
    ),
    { numRuns: 150 },
  );
});

it('adding in one window and removing in another, in any order, never leaves a meeting without its appointment', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const { form, item, backend, deps } = newWorld();
      const other = windowOn(form);
      for (const { trouble } of [item, other, backend]) {
        trouble.turn = (call) => scheduler.schedule(Promise.resolve(), call);
      }
      const both = Promise.all([
        removeMeeting(other, deps).catch(() => undefined),
        addMeeting(item, none, deps),
        removeMeeting(other, deps),
        addMeeting(item, none, deps),
      ]);
      await scheduler.waitFor(both);
      for (const { trouble } of [item, other, backend]) trouble.turn = () => Promise.resolve();
      const state = await readState(item, deps);
      expect(backend.alive()).toHaveLength(state.kind === 'linked' ? 1 : 0);
      expect(['linked', 'empty']).toContain(state.kind);
    }),
    { numRuns: 100 },
  );
});

it('a copy that is given its own meeting with any failures, then cleanly: two meetings, each on its own appointment', async () => {
  await fc.assert(
    fc.asyncProperty(fields, faults(24), faults(6), async (start, hostFaults, zoomFaults) => {
      const { form: original, item, backend, deps } = newWorld({ ...start, savedId: 'AAMk/1' });
      const { meeting: shared, link } = await addMeeting(item, none, deps);
      const text = removeInvitation(original.body.format, original.body.content, shared.id).body;
      const form = { ...structuredClone(original), savedId: 'AAMk/2' };
      const copy = windowOn(form);
      copy.trouble.rule = rule(hostFaults);
      backend.trouble.rule = rule(zoomFaults);
      await ownMeeting(copy, none, deps).catch(() => undefined);
      await settle();
      copy.trouble.heal();
      backend.trouble.heal();

      const alive = backend.alive().map(({ id }) => id);
      expect(alive).toContain(shared.id);
      expect(alive.length).toBeLessThanOrEqual(2);
      const on = readLinkProperty(form.property);
      const unfinished = on?.state === 'linked' && on.meetingId === shared.id;
      const { meeting } = unfinished ? await ownMeeting(copy, none, deps) : await repairMeeting(copy, deps);
      expect(meeting.id).not.toBe(shared.id);
      expect(backend.alive().map(({ id }) => id)).toEqual([shared.id, meeting.id]);
      expect(await readState(copy, deps)).toMatchObject({ kind: 'linked', meeting: { id: meeting.id } });
      const { format, content } = form.body;
      expect(removeInvitation(format, content, meeting.id).body).toBe(text);
      expect(readLinkProperty(original.property)).toEqual(link);
    }),
    { numRuns: 200 },
  );
});

it('an occurrence that is moved with any failures, then cleanly: that one moved, the others and the text as they were', async () => {
  await fc.assert(
    fc.asyncProperty(faults(24), faults(6), async (hostFaults, zoomFaults) => {
      const {
        form: whole,
        item,
        backend,
        deps,
      } = newWorld({
        savedId: 'AAMk/1',
        repetition: { kind: 'series', recurrence: TUESDAYS },
      });
      const { meeting } = await addMeeting(item, none, deps);
      const [first, ...others] = meeting.occurrences;
      const text = removeInvitation('html', whole.body.content, meeting.id).body;
      const form: FormFields = {
        ...structuredClone(whole),
        savedId: 'AAMk/1-first',
        repetition: { kind: 'occurrence', seriesId: 'AAMk/1', recurrence: TUESDAYS },
        start: whole.start + 3_600_000,
        end: whole.end + 3_600_000,
      };
      const one = windowOn(form);
      one.trouble.rule = rule(hostFaults);
      backend.trouble.rule = rule(zoomFaults);
      await updateMeeting(one, none, deps).catch(() => undefined);
      await settle();
      one.trouble.heal();
      backend.trouble.heal();
      const { occurrence, link } = await updateMeeting(one, none, deps);
      expect(occurrence).toEqual({ ...first, start: '2026-11-24T09:00:00Z' });
      expect(backend.alive()[0]?.occurrences.slice(1)).toEqual(others);
      expect(findInvitations('html', form.body.content)).toHaveLength(1);
      expect(removeInvitation('html', form.body.content, meeting.id).body).toBe(text);
      expect(await readState(one, deps)).toMatchObject({ kind: 'linked', link });
    }),
    { numRuns: 150 },
  );
});
