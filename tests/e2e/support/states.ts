/**
 * Every state that the pane can be in, as data: its name, when it is shown, and how a person gets there. The gallery
 * shows them all; whoever adds a screen adds it here.
 */
import { Temporal } from 'temporal-polyfill';
import { formatRange } from '../../../src/ui/format';
import { hostCall } from './outlook';
import type { Visit } from './visit';

export interface PaneState {
  /** Names the picture. */
  readonly name: string;
  /** When it is shown, for the gallery. */
  readonly when: string;
  /** Nobody is signed in. */
  readonly signedOut?: true;
  /** Settings of the sandbox's Outlook, as in its address. */
  readonly client?: Readonly<Record<string, string>>;
  /** What its picture shows: all of it however long, or what is new at the top; otherwise what fits into a pane. */
  readonly picture?: 'whole' | 'top';
  /** Shown by pictures in other colours and languages as well. */
  readonly shownIn?: readonly Variant[];
  reach(visit: Visit): Promise<void>;
  /** Takes back what would outlive the window. */
  leave?(visit: Visit): Promise<unknown>;
}

export type Variant = 'dark' | 'contrast' | 'forced' | 'de' | 'ja' | 'ar';

const colours = ['dark', 'contrast'] as const;
const languages = ['de', 'ja', 'ar'] as const;

const zone = 'Europe/Berlin';
const berlin = (day: string, time: string): number =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds;

const weekly = { repeats: 'Weekly', days: ['Wednesday'], count: 4 } as const;

/** The pane on an appointment with its meeting. */
async function linked(visit: Visit, subject: string): Promise<void> {
  await visit.ready({ subject });
  await visit.add();
}

/** A series with its meeting, saved. */
async function savedSeries(visit: Visit, subject: string): Promise<void> {
  await visit.ready({ subject }, weekly);
  await visit.add();
  await visit.saveAndOpen(subject, 'the series');
  await visit.button(visit.t('actions.update')).waitFor();
}

/** The pane on an appointment that was received by an attendee. */
async function received(visit: Visit, subject: string): Promise<void> {
  const { page } = visit.outlook;
  await page.getByLabel('Required attendees').fill('attendee@example.test');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('button', { name: 'New appointment', exact: true }).waitFor();
  await page.getByRole('button', { name: /Signed in as/ }).click();
  await page.getByRole('menuitemradio', { name: /Sandbox Attendee/ }).click();
  await visit.openSaved(subject);
}

export const states: readonly PaneState[] = [
  {
    name: 'unsupported',
    when: 'This Outlook cannot open the sign-in window (before Mailbox 1.4).',
    signedOut: true,
    client: { preset: 'unsupported' },
    async reach(visit) {
      await visit.newAppointment();
      await visit.openPane();
      await visit.see(visit.t('unsupported.title'));
    },
  },
  {
    name: 'signed-out',
    when: 'Nobody is signed in yet.',
    signedOut: true,
    shownIn: ['dark', 'ar'],
    async reach(visit) {
      await visit.newAppointment();
      await visit.openPane();
      await visit.button(visit.t('signedOut.action')).waitFor();
    },
  },
  {
    name: 'signing-in',
    when: 'The window of Zoom is open.',
    signedOut: true,
    async reach(visit) {
      await visit.newAppointment();
      await visit.openPane();
      const opened = visit.outlook.page.waitForEvent('popup');
      await visit.press(visit.t('signedOut.action'));
      await opened;
      await visit.button(visit.t('signedOut.busy')).waitFor();
      await visit.outlook.page.bringToFront();
    },
  },
  {
    name: 'loading',
    when: 'The appointment and its meeting are being read.',
    shownIn: ['forced'],
    async reach(visit) {
      await visit.newAppointment();
      await visit.outlook.hold(hostCall.propertiesLoad);
      await visit.openPane();
      await visit.pane.getByRole('progressbar', { name: visit.t('loading') }).waitFor();
    },
  },
  {
    name: 'new',
    when: 'An appointment without a meeting, with the options of the meeting to be.',
    picture: 'whole',
    shownIn: [...colours, 'forced', ...languages],
    reach: (visit) => visit.ready(),
  },
  {
    name: 'new-series',
    when: 'A recurring appointment without a meeting.',
    picture: 'top',
    async reach(visit) {
      await visit.ready({}, weekly);
      await visit.pane.locator('main p.quiet').first().waitFor();
    },
  },
  {
    name: 'new-locked',
    when: "Some options are locked in the account's Zoom settings.",
    async reach(visit) {
      await visit.zoom.lock({
        schedule_meeting: { host_video: true, audio_type: true },
        meeting_security: { waiting_room: true },
        recording: { auto_recording: true },
      });
      await visit.ready();
      await visit.see(visit.t('options.locked.zoom'));
    },
    leave: ({ zoom }) =>
      zoom.lock({
        schedule_meeting: { host_video: false, audio_type: false },
        meeting_security: { waiting_room: false },
        recording: { auto_recording: false },
      }),
  },
  {
    name: 'new-without-recurrence',
    when: 'Outlook does not tell whether the appointment repeats (Exchange on premises).',
    client: { preset: 'exchange-2019' },
    picture: 'top',
    async reach(visit) {
      await visit.ready();
      await visit.see(visit.t('missing.recurrence'));
    },
  },
  {
    name: 'adding',
    when: 'The meeting is being made.',
    picture: 'top',
    async reach(visit) {
      await visit.ready();
      await visit.outlook.hold(hostCall.bodySet);
      await visit.press(visit.t('new.add'));
      await visit.button(visit.t('new.adding')).waitFor();
    },
    leave: ({ outlook }) => outlook.release(hostCall.bodySet),
  },
  {
    name: 'linked',
    when: 'The appointment has its meeting.',
    shownIn: [...colours, ...languages],
    reach: (visit) => linked(visit, 'Planning'),
  },
  {
    name: 'linked-options',
    when: 'The options of the meeting that is there.',
    async reach(visit) {
      await linked(visit, 'Planning');
      await visit.press(visit.t('actions.change'));
      await visit.pane.getByLabel(visit.t('options.topic.label')).waitFor();
    },
  },
  {
    name: 'linked-series',
    when: 'A series with its meeting.',
    reach: (visit) => savedSeries(visit, 'Weekly planning'),
  },
  {
    name: 'linked-occurrence',
    when: 'One occurrence of the series is open.',
    async reach(visit) {
      await savedSeries(visit, 'Weekly review');
      await visit.openSaved('Weekly review', 'this occurrence');
      await visit.see(visit.t('meeting.aboutOccurrence'));
    },
  },
  {
    name: 'occurrence-gone',
    when: 'The occurrence that is open was cancelled in Zoom.',
    async reach(visit) {
      await savedSeries(visit, 'Weekly report');
      await visit.inZoom(async (form) => {
        await form
          .getByRole('button', { name: /^Cancel/ })
          .first()
          .click();
        await form.page().waitForLoadState();
      });
      await visit.openSaved('Weekly report', 'this occurrence');
      await visit.see(visit.t('lost.none'));
    },
  },
  {
    name: 'occurrence-moved',
    when: 'The occurrence that is open was moved to another day while no pane was open.',
    shownIn: ['ar'],
    async reach(visit) {
      const { outlook } = visit;
      const nextDay = Temporal.PlainDate.from(visit.day).add({ days: 1 }).toString();
      await savedSeries(visit, 'Weekly lunch');
      await visit.showWeek();
      await outlook.tile('Weekly lunch', visit.day).click();
      await outlook.page.getByRole('button', { name: 'Open this occurrence', exact: true }).click();
      await outlook.fill({ date: nextDay });
      await outlook.saved('Weekly lunch', nextDay);
      await visit.openSaved('Weekly lunch', 'this occurrence', nextDay);
      await visit.see(visit.t('lost.title'));
    },
  },
  {
    name: 'linked-no-fixed-time',
    when: 'Zoom cannot hold the series: one meeting without fixed time, and why.',
    async reach(visit) {
      await visit.ready(
        { subject: 'Every year' },
        { repeats: 'Yearly', on: Number(visit.day.slice(-2)), count: 3 },
      );
      await visit.add();
      await visit.see(visit.t('notes.series-yearly'));
    },
  },
  {
    name: 'differs',
    when: 'Topic and time of the appointment were changed.',
    shownIn: [...colours, ...languages],
    async reach(visit) {
      await linked(visit, 'Planning');
      await visit.outlook.fill({ subject: 'Planning and budget', start: '14:00', end: '15:30' });
      await visit.see(visit.t('differs.here'));
      const [start, end] = ['14:00', '15:30'].map((time) => berlin(visit.day, time));
      await visit.see(formatRange(start ?? 0, end ?? 0, visit.words.locale, zone));
    },
  },
  {
    name: 'differs-in-zoom',
    when: 'The meeting was changed in Zoom.',
    async reach(visit) {
      await linked(visit, 'Moved in Zoom');
      await visit.saveAndOpen('Moved in Zoom');
      await visit.inZoom(async (form) => {
        await form.getByLabel('Minutes').fill('60');
        await form.getByRole('button', { name: 'Save' }).click();
        await form.getByRole('heading', { name: 'Meetings', exact: true }).waitFor();
      });
      await visit.openSaved('Moved in Zoom');
      await visit.see(visit.t('differs.zoom'));
    },
  },
  {
    name: 'gone',
    when: 'The meeting was deleted in Zoom.',
    async reach(visit) {
      await linked(visit, 'Deleted in Zoom');
      await visit.saveAndOpen('Deleted in Zoom');
      await visit.inZoom(async (form) => {
        await form.getByRole('button', { name: 'Delete this meeting' }).click();
        await form.getByRole('heading', { name: 'Meetings', exact: true }).waitFor();
      });
      await visit.openSaved('Deleted in Zoom');
      await visit.see(visit.t('gone.title'));
    },
  },
  {
    name: 'copy',
    when: 'The appointment is a copy of another one.',
    shownIn: ['ar'],
    async reach(visit) {
      await linked(visit, 'The original');
      await visit.saveAndOpen('The original');
      await visit.button(visit.t('actions.update')).waitFor();
      await visit.showWeek();
      await visit.outlook.tile('The original', visit.day).click({ button: 'right' });
      await visit.outlook.page.getByRole('menuitem', { name: 'Duplicate' }).click();
      await visit.outlook.fill({ subject: 'The copy' });
      await visit.saveAndOpen('The copy');
      await visit.see(visit.t('copy.title'));
    },
  },
  {
    name: 'copy-of-occurrence',
    when: 'A single appointment with the meeting of a series, such as the copy of an occurrence.',
    shownIn: ['ar'],
    async reach(visit) {
      await savedSeries(visit, 'Weekly walk');
      await visit.showWeek();
      await visit.outlook.tile('Weekly walk', visit.day).click({ button: 'right' });
      await visit.outlook.page.getByRole('menuitem', { name: 'Duplicate' }).click();
      await visit.outlook.fill({ subject: 'One of them' });
      await visit.saveAndOpen('One of them');
      await visit.see(visit.t('copy.ofSeries'));
    },
  },
  {
    name: 'incomplete',
    when: 'A part of what belongs to the meeting is not on the appointment.',
    async reach(visit) {
      await linked(visit, 'Half of it');
      await visit.outlook.fill({ body: '' });
      await visit.saveAndOpen('Half of it');
      await visit.see(visit.t('incomplete.title'));
    },
  },
  {
    name: 'foreign',
    when: "The appointment's text holds a meeting of somebody else.",
    async reach(visit) {
      const link = 'https://zoom.us/j/89912345678';
      await visit.newAppointment({ location: link, body: `See you at ${link}` });
      await visit.openPane();
      await visit.see(visit.t('foreign.title'));
    },
  },
  {
    name: 'removed',
    when: 'The meeting was removed and can be brought back.',
    picture: 'top',
    async reach(visit) {
      await linked(visit, 'Planning');
      await visit.press(visit.t('actions.remove'));
      await visit.button(visit.t('actions.undo')).waitFor();
      await visit.pane.getByLabel(visit.t('options.template.label')).waitFor();
    },
  },
  {
    name: 'updated-by-itself',
    when: 'The setting for it is on, and the appointment was moved.',
    async reach(visit) {
      await linked(visit, 'Planning');
      await setByItself(visit, true);
      await visit.press(visit.t('actions.back'));
      await visit.outlook.fill({ start: '16:00', end: '16:30' });
      await visit.see(visit.t('byItself'));
    },
    leave: (visit) => setByItself(visit, false),
  },
  {
    name: 'error',
    when: 'What was pressed did not work, and can be tried again.',
    shownIn: [...colours],
    picture: 'top',
    async reach(visit) {
      await visit.ready();
      await visit.zoom.fault('429', 'meetings.create', { times: 30 });
      await visit.press(visit.t('new.add'));
      await visit.button(visit.t('actions.retry')).waitFor();
    },
    leave: ({ zoom }) => zoom.clean(),
  },
  {
    name: 'failed',
    when: 'The appointment could not be read.',
    async reach(visit) {
      await visit.newAppointment();
      await visit.outlook.failNext(hostCall.propertiesLoad, 4);
      await visit.openPane();
      await visit.see(visit.t('failed'));
    },
  },
  {
    name: 'offline',
    when: 'There is no connection when the pane is opened.',
    async reach(visit) {
      await visit.newAppointment();
      const { page } = visit.outlook;
      // The page itself is there, as a client keeps it; the backend behind it is not.
      await page.route(`${visit.product.addIn}/api/**`, (route) => route.abort('internetdisconnected'));
      await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => false }));
      await visit.openPane();
      await visit.see(visit.t('offline.title'));
    },
  },
  {
    name: 'reading',
    when: 'An attendee looks at the appointment.',
    async reach(visit) {
      await linked(visit, 'For attendees');
      await received(visit, 'For attendees');
      await visit.button(visit.t('meeting.join')).waitFor();
    },
    leave: asOrganizer,
  },
  {
    name: 'nothing-to-read',
    when: 'An attendee looks at an appointment without a meeting.',
    async reach(visit) {
      await visit.newAppointment({ subject: 'In the canteen' });
      await received(visit, 'In the canteen');
      await visit.see(visit.t('reading.none'));
    },
    leave: asOrganizer,
  },
  {
    name: 'read-only',
    when: "One's own appointment in a calendar that cannot be written to.",
    async reach(visit) {
      await visit.newAppointment({ subject: 'Written elsewhere' });
      await visit.outlook.saved('Written elsewhere', visit.day);
      await visit.open({ calendar: 'read-only' });
      await visit.openSaved('Written elsewhere');
      await visit.see(visit.t('reading.readOnly'));
    },
  },
  {
    name: 'read-only-with-meeting',
    when: 'The same with a meeting on it.',
    async reach(visit) {
      await linked(visit, 'Made elsewhere');
      await visit.outlook.saved('Made elsewhere', visit.day);
      await visit.open({ calendar: 'read-only' });
      await visit.openSaved('Made elsewhere');
      await visit.button(visit.t('meeting.join')).waitFor();
    },
  },
  {
    name: 'settings',
    when: "One's own settings.",
    shownIn: [...colours, 'ar'],
    async reach(visit) {
      await visit.ready();
      await visit.press(visit.t('foot.settings'));
      await visit.pane.getByRole('heading', { name: visit.t('settings.title'), exact: true }).waitFor();
    },
  },
  {
    name: 'unused-none',
    when: 'Every meeting that was made here is on a saved appointment.',
    async reach(visit) {
      await visit.ready();
      await visit.press(visit.t('unused.foot'));
      await visit.see(visit.t('unused.none'));
    },
  },
  {
    name: 'unused-bar',
    when: 'A draft with a meeting was discarded.',
    picture: 'top',
    async reach(visit) {
      await linked(visit, 'Not saved');
      await visit.open();
      await visit.ready();
      await visit.button(visit.t('unused.open')).waitFor();
    },
  },
  {
    name: 'unused',
    when: 'The list of those meetings.',
    shownIn: ['ar'],
    async reach(visit) {
      await linked(visit, 'Discarded');
      await visit.open();
      await linked(visit, 'Never saved');
      await visit.open();
      await visit.ready();
      await visit.press(visit.t('unused.foot'));
      await visit.pane.getByRole('listitem').nth(1).waitFor();
    },
  },
  {
    name: 'expired',
    when: 'The session has ended; what was pressed goes on after the sign-in.',
    async reach(visit) {
      await visit.ready();
      await visit.zoom.revokeGrants();
      await visit.press(visit.t('new.add'));
      await visit.see(visit.t('expired.title'));
    },
  },
];

async function setByItself(visit: Visit, on: boolean): Promise<void> {
  await visit.press(visit.t('foot.settings'));
  const control = visit.pane.getByLabel(visit.t('settings.byItself'));
  if ((await control.isChecked()) !== on) await control.click();
  await visit.pane.getByText(visit.t('said.saved')).waitFor({ state: 'attached' });
}

async function asOrganizer({ outlook }: Visit): Promise<void> {
  await outlook.page.getByRole('button', { name: /Signed in as/ }).click();
  await outlook.page.getByRole('menuitemradio', { name: /Sandbox Organizer/ }).click();
}
