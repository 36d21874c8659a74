/** The states before there is a meeting: the way in, the form, and what can keep the pane from getting there. */
import { hostCall } from '../outlook';
import { colours, languages, weekly, type PaneState } from './state';

export const withoutMeeting: readonly PaneState[] = [
  {
    name: 'unsupported',
    when: 'This Outlook cannot open the sign-in window (before Mailbox 1.4).',
    signedOut: true,
    client: { preset: 'unsupported' },
    async reach(visit) {
      await visit.newAppointment();
      await visit.openPane();
    },
    shown: (visit) => visit.see(visit.t('unsupported.title')),
  },
  {
    name: 'signed-out',
    when: 'Nobody is signed in yet.',
    signedOut: true,
    shownIn: ['dark', 'ar'],
    async reach(visit) {
      await visit.newAppointment();
      await visit.openPane();
    },
    shown: (visit) => visit.button(visit.t('signedOut.action')).waitFor(),
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
    },
    shown: (visit) => visit.pane.getByRole('progressbar', { name: visit.t('loading') }).waitFor(),
  },
  {
    name: 'new',
    when: 'An appointment without a meeting, with the options of the meeting to be.',
    picture: 'whole',
    shownIn: [...colours, 'forced', ...languages],
    reach: (visit) => visit.ready(),
    shown: (visit) => visit.form(),
  },
  {
    name: 'new-series',
    when: 'A recurring appointment without a meeting.',
    picture: 'top',
    async reach(visit) {
      await visit.newAppointment({ subject: 'Planning every week' }, weekly);
      await visit.saveAndOpen('Planning every week', 'the series');
    },
    async shown(visit) {
      await visit.form();
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
    },
    async shown(visit) {
      await visit.form();
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
    },
    async shown(visit) {
      await visit.form();
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
    name: 'offline',
    when: 'There is no connection when the pane is opened.',
    async reach(visit) {
      await visit.newAppointment();
      const { page } = visit.outlook;
      // The page itself is there, as a client keeps it; the backend behind it is not.
      await page.route(`${visit.product.addIn}/api/**`, (route) => route.abort('internetdisconnected'));
      await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => false }));
      await visit.openPane();
    },
    shown: (visit) => visit.see(visit.t('offline.title')),
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
];
