/** What a person writes on the line of the topic, inside the invitation, outlives whatever becomes of that. */
import { findInvitations } from '../../src/domain/invitation';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { ownMeeting } from '../../src/scheduling/copies';
import { followZoom } from '../../src/scheduling/followZoom';
import { removeMeeting } from '../../src/scheduling/removeMeeting';
import { undoRemove } from '../../src/scheduling/undoRemove';
import { updateMeeting } from '../../src/scheduling/updateMeeting';
import { newWorld } from './support/world';

const none = { options: {} };
const HOUR = 3_600_000;
const written = 'please bring cake';

const bodies = [
  ['html', '<html><body><p>Agenda</p></body></html>'],
  ['text', 'Agenda'],
] as const;

describe.each(bodies)('in a body of %s', (format, content) => {
  /** A meeting into whose topic somebody wrote. */
  async function writtenInto(options: { personalId?: boolean } = {}) {
    const world = newWorld({ body: { format, content } });
    const added = await addMeeting(world.item, { options }, world.deps);
    const at = world.form.body.content.lastIndexOf('Planning') + 'Planning'.length;
    const { content: body } = world.form.body;
    world.form.body = { format, content: `${body.slice(0, at)} ${written}${body.slice(at)}` };
    return { ...world, added };
  }
  const times = (body: string, text: string) => body.split(text).length - 1;

  it('stays through an update, once', async () => {
    const { form, item, deps } = await writtenInto();
    form.subject = 'Review';
    form.start += HOUR;
    form.end += HOUR;
    await updateMeeting(item, none, deps);
    expect(times(form.body.content, written)).toBe(1);
    expect(times(form.body.content, 'Planning')).toBe(1);
    expect(findInvitations(format, form.body.content)).toHaveLength(1);
  });

  it('stays through an update of a meeting by the personal id', async () => {
    const { form, item, deps } = await writtenInto({ personalId: true });
    form.start += HOUR;
    form.end += HOUR;
    await updateMeeting(item, none, deps);
    expect(times(form.body.content, written)).toBe(1);
    expect(form.body.content).toContain('10:00');
  });

  it('stays through an update where the link was lost', async () => {
    const { form, item, deps } = await writtenInto();
    form.property = undefined;
    form.start += HOUR;
    form.end += HOUR;
    await updateMeeting(item, none, deps);
    expect(times(form.body.content, written)).toBe(1);
  });

  it('stays when the topic is changed in Zoom and taken over', async () => {
    const { form, item, backend, deps, added } = await writtenInto();
    backend.change(added.meeting.id, () => ({ topic: 'Review' }));
    await followZoom(item, deps);
    expect(form.subject).toBe('Review');
    expect(times(form.body.content, written)).toBe(1);
  });

  it('stays through removing, and undoing that', async () => {
    const { form, item, deps } = await writtenInto();
    const before = form.body.content;
    const removed = await removeMeeting(item, deps);
    expect(times(form.body.content, written)).toBe(1);
    expect(findInvitations(format, form.body.content)).toEqual([]);
    await undoRemove(item, removed, deps);
    expect(form.body.content).toBe(before);
  });

  it('stays when a copy gets a meeting of its own', async () => {
    const { form, item, deps } = await writtenInto();
    await ownMeeting(item, none, deps);
    expect(times(form.body.content, written)).toBe(1);
    expect(findInvitations(format, form.body.content)).toHaveLength(1);
  });

  it('leaves nothing of the block behind where nobody wrote into it', async () => {
    const world = newWorld({ body: { format, content } });
    await addMeeting(world.item, none, world.deps);
    world.form.subject = 'Plan';
    await updateMeeting(world.item, none, world.deps);
    expect(times(world.form.body.content, 'Planning')).toBe(0);
    await removeMeeting(world.item, world.deps);
    expect(world.form.body.content).toBe(content);
  });
});
