/** What an attendee's pane shows: join link, id and passcode out of body, location or property. */
import { renderInvitation } from '../../src/domain/invitation';
import type { ReadAppointment } from '../../src/outlook/item';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { readInvitation } from '../../src/scheduling/readInvitation';
import { newWorld } from './support/world';

const reading = (content: string, location = '', property: unknown = undefined): ReadAppointment => ({
  mode: 'read',
  subject: 'Planning',
  start: 0,
  end: 0,
  location,
  organizer: undefined,
  organizedByMe: false,
  repetition: { kind: 'single' },
  readBody: async () => ({ format: 'html', content }),
  readLinkProperty: async () => property,
});

it('reads our own invitation, its passcode included', async () => {
  const { item, form, deps } = newWorld();
  const { meeting } = await addMeeting(item, { options: {} }, deps);
  expect(await readInvitation(reading(form.body.content))).toEqual({
    meetingId: meeting.id,
    joinUrl: meeting.joinUrl,
    passcode: 'abc123',
  });
});

it('tells no passcode where the meeting has none', async () => {
  const { item, deps } = newWorld();
  const { meeting } = await addMeeting(item, { options: { passcode: '' } }, deps);
  const block = renderInvitation('html', meeting, { language: 'en', timeZone: 'UTC' });
  expect((await readInvitation(reading(block)))?.passcode).toBeUndefined();
});

it("reads Zoom's own wording", async () => {
  const content =
    '<p>Join Zoom Meeting</p><a href="https://us02web.zoom.us/j/81234567890?pwd=x1">https://us02web.zoom.us/j/81234567890?pwd=x1</a><p>Meeting ID: 812 3456 7890<br>Passcode:&nbsp;Ab12*_</p>';
  expect(await readInvitation(reading(content))).toEqual({
    meetingId: '81234567890',
    joinUrl: 'https://us02web.zoom.us/j/81234567890?pwd=x1',
    passcode: 'Ab12*_',
  });
});

it('falls back to the location, then to the property', async () => {
  expect(await readInvitation(reading('<p>Hi</p>', 'Room 5; https://zoom.us/j/81234567890'))).toMatchObject({
    meetingId: '81234567890',
    joinUrl: 'https://zoom.us/j/81234567890',
  });
  const { item, form, deps } = newWorld();
  const { meeting } = await addMeeting(item, { options: {} }, deps);
  expect(await readInvitation(reading('<p>Hi</p>', '', form.property))).toMatchObject({
    meetingId: meeting.id,
  });
});

it('finds nothing in an appointment without a meeting, nor a link that only looks like one', async () => {
  const content = '<a href="https://zoom.us.example.test/j/81234567890">Join</a>';
  expect(await readInvitation(reading(content))).toBeUndefined();
});

it("takes no other meeting's passcode for that of a link that stands alone", async () => {
  const content =
    '<p><a href="https://zoom.us/j/81234567890">Join</a></p><p>1</p><p>2</p><p>3</p><p>4</p><p>5</p><p>6</p>' +
    '<p><a href="https://zoom.us/j/89999999999">Another</a></p><p>Passcode: other1</p>';
  expect(await readInvitation(reading(content))).toEqual({
    meetingId: '81234567890',
    joinUrl: 'https://zoom.us/j/81234567890',
    passcode: undefined,
  });
});

it('reads a hostile body of a megabyte in a moment', async () => {
  const content = `<a href="https://zoom.us/j/81234567890">Join</a>${'<'.repeat(1_000_000)}`;
  const began = performance.now();
  expect(await readInvitation(reading(content))).toMatchObject({ meetingId: '81234567890' });
  expect(performance.now() - began).toBeLessThan(5_000);
});
