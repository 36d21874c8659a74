/** Bodies with pictures of their own are added to and never handed back, because Outlook can lose the pictures. */
import * as fc from 'fast-check';
import { findInvitations } from '../../src/domain/invitation';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { ownMeeting } from '../../src/scheduling/copies';
import { hasOwnPictures } from '../../src/scheduling/pictures';
import { readState } from '../../src/scheduling/readState';
import { removeMeeting } from '../../src/scheduling/removeMeeting';
import { repairMeeting } from '../../src/scheduling/repairMeeting';
import { undoRemove } from '../../src/scheduling/undoRemove';
import { updateMeeting } from '../../src/scheduling/updateMeeting';
import { windowOn } from './support/appointment';
import { newWorld } from './support/world';

const none = { options: {} };
const HOUR = 3_600_000;
const picture = '<p>Plan: <img src="cid:plan.png@01"></p>';
const body = { format: 'html', content: `<html><body>${picture}</body></html>` } as const;

const html = (content: string) => ({ format: 'html', content }) as const;
const invited = (form: { body: { content: string } }) =>
  findInvitations('html', form.body.content).map(({ meetingId }) => meetingId);

/** An appointment with a picture and a meeting. */
async function withPicture() {
  const world = newWorld({ body });
  const added = await addMeeting(world.item, none, world.deps);
  return { ...world, added };
}

describe('a picture of the appointment’s own', () => {
  it.each([
    ['an attachment', '<img src="cid:1">'],
    ['an attachment, without quotes', '<img width=1 src=cid:1>'],
    ['data in the page', '<IMG alt="a" SRC="data:image/png;base64,AAAA">'],
    ['one that the client keeps elsewhere meanwhile', '<img src="blob:https://outlook.example/1">'],
    ['one that is being loaded', '<img data-outlook-trace="1">'],
    ['an address of the attachment service', '<img src="https://attachments.office.net/owa/1">'],
    ['a named attachment behind an address', '<img src="https://a.example/1.png" originalsrc="cid:1">'],
    ['Word’s own element', '<v:shape><v:imagedata src="cid:1"></v:shape>'],
    ['a background', '<td background="cid:1">'],
    ['a background in a style', '<div style="background:url(cid:1)">'],
  ])('is %s', (_, content) => expect(hasOwnPictures(html(content))).toBe(true));

  it.each([
    ['a picture on the web', '<img src="https://www.example.test/logo.png">'],
    ['the word in a text', '<p>src="cid:1" <b>cid:2</b></p>'],
    ['no picture at all', '<p>Agenda</p>'],
  ])('is not %s', (_, content) => expect(hasOwnPictures(html(content))).toBe(false));

  it('is nothing that plain text could have', () => {
    expect(hasOwnPictures({ format: 'text', content: '<img src="cid:1">' })).toBe(false);
  });

  it('is looked for in a moment in any megabyte', () => {
    fc.assert(
      fc.property(fc.constantFrom('<', '<img ', '<img src="', '"cid', ' src=', '<a "'), (piece) => {
        const content = piece.repeat(Math.ceil(1_000_000 / piece.length));
        const began = performance.now();
        hasOwnPictures(html(content));
        expect(performance.now() - began).toBeLessThan(2_000);
      }),
    );
  });
});

it('gets its first invitation at the top', async () => {
  const { form, item, added } = await withPicture();
  expect(item.trouble.calls).not.toContain('write body');
  expect(invited(form)).toEqual([added.meeting.id]);
  expect(added.notes).toEqual([]);
});

it('gets it at the end where the pictures are on the web', async () => {
  const web = html('<html><body><p><img src="https://www.example.test/logo.png"></p></body></html>');
  const { form, item, deps } = newWorld({ body: web });
  await addMeeting(item, none, deps);
  expect(item.trouble.calls).not.toContain('prepend body');
  expect(form.body.content.indexOf('logo.png')).toBeLessThan(form.body.content.indexOf('zoom-meeting'));
});

describe('updating', () => {
  /** An hour later, and updated. */
  async function moved() {
    const world = await withPicture();
    const before = world.form.body.content;
    world.form.start += HOUR;
    world.form.end += HOUR;
    const { notes } = await updateMeeting(world.item, none, world.deps);
    return { ...world, before, notes };
  }

  it('puts the new time above the invitation that tells the old one, and says so', async () => {
    const { form, item, deps, added, notes } = await moved();
    expect(notes).toEqual(['invitation-on-top']);
    expect(invited(form)).toEqual([added.meeting.id, added.meeting.id]);
    expect(form.body.content.indexOf('10:00')).toBeLessThan(form.body.content.indexOf('9:00'));
    expect(form.body.content).toContain(picture);
    expect(item.trouble.calls).not.toContain('write body');
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
  });

  it('puts no further one where nothing changed', async () => {
    const { form, item, deps } = await moved();
    const before = form.body.content;
    expect((await updateMeeting(item, none, deps)).notes).toEqual([]);
    expect(form.body.content).toBe(before);
  });

  it('puts no further one where what changed is not in the invitation', async () => {
    const { form, item, deps } = await withPicture();
    const before = form.body.content;
    expect((await updateMeeting(item, { options: { waitingRoom: true } }, deps)).notes).toEqual([]);
    expect(form.body.content).toBe(before);
  });

  it('leaves one invitation once the pictures are gone', async () => {
    const { form, item, deps, added } = await moved();
    form.body = { ...form.body, content: form.body.content.replace(picture, '<p>Plan:</p>') };
    form.start += HOUR;
    form.end += HOUR;
    expect((await updateMeeting(item, none, deps)).notes).toEqual([]);
    expect(invited(form)).toEqual([added.meeting.id]);
    expect(form.body.content).toContain('11:00');
    expect(form.body.content).toContain('<p>Plan:</p>');
  });

  it('leaves nothing of both to a removal once the pictures are gone', async () => {
    const { form, item, deps } = await moved();
    form.body = { ...form.body, content: form.body.content.replace(picture, '<p>Plan:</p>') };
    await removeMeeting(item, deps);
    expect(form.body.content).toBe('<html><body><p>Plan:</p></body></html>');
    expect(await readState(item, deps)).toEqual({ kind: 'empty' });
  });

  it('is done with once the older one was deleted by hand', async () => {
    const { form, item, deps, added, before } = await moved();
    const first = before.slice('<html><body>'.length, before.indexOf(picture));
    form.body = { ...form.body, content: form.body.content.replace(first, '') };
    expect(invited(form)).toEqual([added.meeting.id]);
    expect((await updateMeeting(item, none, deps)).notes).toEqual([]);
    expect(form.body.content).toContain('10:00');
  });

  it('puts a new one above where people could no longer join by the old', async () => {
    const { form, item, deps, added } = await withPicture();
    const { meeting, notes } = await updateMeeting(item, { options: { passcode: 'new42' } }, deps);
    expect(notes).toEqual(['invitation-on-top']);
    expect(invited(form)).toEqual([meeting.id, added.meeting.id]);
    expect(findInvitations('html', form.body.content)[0]).toMatchObject({
      passcode: 'new42',
      joinUrl: meeting.joinUrl,
    });
    expect(form.body.content).toContain(picture);
    expect(item.trouble.calls).not.toContain('write body');
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
  });
});

describe('removing', () => {
  it('leaves the text to the person, says so, and knows that the meeting is gone', async () => {
    const { form, item, backend, deps, added } = await withPicture();
    const before = form.body.content;
    const removed = await removeMeeting(item, deps);
    expect(removed).toMatchObject({ notes: ['invitation-left'], canUndo: true });
    expect(backend.alive()).toEqual([]);
    expect(form).toMatchObject({ location: 'Room 5', body: { content: before } });
    expect(await readState(item, deps)).toEqual({ kind: 'gone', link: added.link });
  });

  it('does not say that the link is dead where the meeting lives on', async () => {
    const { form, backend, deps } = await withPicture();
    const copy = windowOn(structuredClone(form));
    const removed = await removeMeeting(copy, deps, undefined, 'appointment');
    expect(removed).toMatchObject({ notes: ['invitation-left-here'], stays: true });
    expect(backend.alive()).toHaveLength(1);
  });

  it('takes the rest off once the text was deleted by hand', async () => {
    const { form, item, deps } = await withPicture();
    await removeMeeting(item, deps);
    form.body = { ...body };
    expect((await removeMeeting(item, deps)).notes).toEqual([]);
    expect(await readState(item, deps)).toEqual({ kind: 'empty' });
  });

  it('can be undone', async () => {
    const { form, item, deps, added } = await withPicture();
    const before = structuredClone(form);
    const removed = await removeMeeting(item, deps);
    await undoRemove(item, removed, deps);
    expect(form.body).toEqual(before.body);
    expect(form.location).toBe(before.location);
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked', meeting: added.meeting });
  });
});

it('adds a new meeting above the invitation of one that is gone', async () => {
  const { form, item, backend, deps, added } = await withPicture();
  await backend.remove(added.meeting.id);
  const { meeting, notes } = await addMeeting(item, none, deps);
  expect(notes).toEqual(['invitation-on-top']);
  expect(invited(form)).toEqual([meeting.id, added.meeting.id]);
  expect(form.location).toBe(`Room 5; ${meeting.joinUrl}`);
  expect(form.body.content).toContain(picture);
});

it('gives a copy its own meeting above the shared one’s invitation', async () => {
  const { form, deps, added } = await withPicture();
  const copy = windowOn(form);
  const { meeting } = await ownMeeting(copy, none, deps);
  expect(invited(form)).toEqual([meeting.id, added.meeting.id]);
  expect(await readState(copy, deps)).toMatchObject({ kind: 'linked', meeting: { id: meeting.id } });
});

it('keeps the meeting when Outlook fails after the invitation went on, and Repair finishes it', async () => {
  const { form, item, backend, deps } = newWorld({ body });
  item.trouble.fail('write location');
  await expect(addMeeting(item, none, deps)).rejects.toMatchObject({ code: 'half-done' });
  expect(backend.alive()).toHaveLength(1);
  await repairMeeting(item, deps);
  expect(form.body.content).toContain(picture);
  expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
});
