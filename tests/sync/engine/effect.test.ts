import type { Step, Task } from '../../../src/sync/actions';
import { appointmentEffect, meetingEffect } from '../../../src/sync/engine/effect';
import { detailsFor } from '../sides';
import { appointmentItem, linkOf, MEETING, meetingItem, single, weekly } from './support/items';

const meeting = meetingItem({}, { version: null });
const appointment = appointmentItem({}, { version: null });

function before(
  step: Step,
  outcome: Task['outcome'] = { kind: 'linked', link: { origin: 'adopted' }, meeting, appointment },
) {
  const task: Task = { key: MEETING, title: '', reasons: [], steps: [step], outcome };
  return { task, step, answers: [], link: linkOf(meeting, appointment) };
}

describe('whether a meeting was changed, when nothing was heard', () => {
  const rename: Step = { kind: 'update-meeting', patch: { id: MEETING, version: null, topic: 'New' } };

  it('is so where it is as it was but for that', () => {
    const found = meetingItem({ topic: 'New' }, { version: null });
    expect(meetingEffect(before(rename), found)).toEqual({ kind: 'done', answer: found });
  });

  it('is not so where it is as it was', () => {
    expect(meetingEffect(before(rename), meeting)).toEqual({ kind: 'not-done' });
  });

  it('is not so where its version is the expected one, whatever was seen', () => {
    const step: Step = { kind: 'update-meeting', patch: { id: MEETING, version: 'v1', topic: 'New' } };
    expect(meetingEffect(before(step), meetingItem({ topic: 'Odd' }, { version: 'v1' }))).toEqual({
      kind: 'not-done',
    });
  });

  it('cannot be told where somebody changed it as well, or it is gone', () => {
    const both = meetingItem({ topic: 'New', options: 'theirs' });
    expect(meetingEffect(before(rename), both)).toEqual({ kind: 'unclear' });
    expect(meetingEffect(before(rename), 'gone')).toEqual({ kind: 'unclear' });
  });

  it('is told for single occurrences as well', () => {
    const times = weekly();
    const cancelled = { kind: 'cancelled', original: '2026-03-10T09:00:00Z' } as const;
    const series = meetingItem({ times });
    const step: Step = {
      kind: 'update-meeting',
      patch: { id: MEETING, version: null, occurrences: [cancelled] },
    };
    const outcome: Task['outcome'] = { kind: 'linked', link: { origin: 'adopted' }, meeting: series };
    const found = meetingItem({ times: { ...times, deviations: [cancelled] } });
    expect(meetingEffect(before(step, outcome), found)).toMatchObject({ kind: 'done' });
    expect(meetingEffect(before(step, outcome), { ...series, version: 'v9' })).toEqual({ kind: 'not-done' });
  });
});

describe('whether something was removed, when nothing was heard', () => {
  const step: Step = { kind: 'delete-meeting', expected: { id: MEETING, version: null } };

  it('is so where it is gone', () => {
    expect(meetingEffect(before(step), 'gone')).toEqual({ kind: 'done', answer: null });
  });

  it('is not so where it is as it was, and unclear where it was changed', () => {
    expect(meetingEffect(before(step), meeting)).toEqual({ kind: 'not-done' });
    expect(meetingEffect(before(step), meetingItem({ times: single('2026-05-05T09:00:00Z') }))).toEqual({
      kind: 'unclear',
    });
  });
});

describe('whether an appointment was changed, when nothing was heard', () => {
  const details = detailsFor(MEETING, 2);
  const step: Step = { kind: 'update-appointment', patch: { id: appointment.id, version: null, details } };

  it('is told by its invitation', () => {
    const found = appointmentItem({ shown: details });
    expect(appointmentEffect(before(step), found)).toEqual({ kind: 'done', answer: found });
    expect(appointmentEffect(before(step), appointment)).toEqual({ kind: 'not-done' });
  });

  it('leaves a place that the person wrote out of it', () => {
    const own = appointmentItem({ location: 'own' }, { version: null });
    const outcome: Task['outcome'] = { kind: 'linked', link: { origin: 'adopted' }, appointment: own };
    const found = appointmentItem({ location: 'own', shown: details });
    expect(appointmentEffect(before(step, outcome), found)).toMatchObject({ kind: 'done' });
  });

  it('is so where the meeting was to be taken off, and it carries none', () => {
    const off: Step = {
      kind: 'update-appointment',
      patch: { id: appointment.id, version: null, details: null },
    };
    expect(appointmentEffect(before(off, { kind: 'unlinked' }), 'gone')).toEqual({
      kind: 'done',
      answer: null,
    });
    expect(appointmentEffect(before(off), 'gone')).toEqual({ kind: 'unclear' });
  });
});
