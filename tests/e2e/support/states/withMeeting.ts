/** The states with a meeting at rest: of one's own, of somebody else, and for those who only read. */
import { colours, languages, linked, savedSeries, received, asOrganizer, type PaneState } from './state';

export const withMeeting: readonly PaneState[] = [
  {
    name: 'linked',
    when: 'The appointment has its meeting.',
    shownIn: [...colours, ...languages],
    async reach(visit) {
      await linked(visit, 'Planning');
      await visit.saveAndOpen('Planning');
    },
    shown: (visit) => visit.button(visit.t('actions.update')).waitFor(),
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
    shown: (visit) => visit.button(visit.t('actions.update')).waitFor(),
  },
  {
    name: 'linked-occurrence',
    when: 'One occurrence of the series is open.',
    async reach(visit) {
      await savedSeries(visit, 'Weekly review');
      await visit.openSaved('Weekly review', 'this occurrence');
    },
    shown: (visit) => visit.see(visit.t('meeting.aboutOccurrence')),
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
    name: 'foreign',
    when: "The appointment's text holds a meeting of somebody else.",
    async reach(visit) {
      const link = 'https://zoom.us/j/89912345678';
      await visit.newAppointment({ subject: 'Elsewhere', location: link, body: `See you at ${link}` });
      await visit.saveAndOpen('Elsewhere');
    },
    shown: (visit) => visit.see(visit.t('foreign.title')),
  },
  {
    name: 'reading',
    when: 'An attendee looks at the appointment.',
    async reach(visit) {
      await linked(visit, 'For attendees');
      await received(visit, 'For attendees');
    },
    shown: (visit) => visit.button(visit.t('meeting.join')).waitFor(),
    leave: asOrganizer,
  },
  {
    name: 'nothing-to-read',
    when: 'An attendee looks at an appointment without a meeting.',
    async reach(visit) {
      await visit.newAppointment({ subject: 'In the canteen' });
      await received(visit, 'In the canteen');
    },
    shown: (visit) => visit.see(visit.t('reading.none')),
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
    },
    shown: (visit) => visit.see(visit.t('reading.readOnly')),
  },
  {
    name: 'read-only-with-meeting',
    when: 'The same with a meeting on it.',
    async reach(visit) {
      await linked(visit, 'Made elsewhere');
      await visit.outlook.saved('Made elsewhere', visit.day);
      await visit.open({ calendar: 'read-only' });
      await visit.openSaved('Made elsewhere');
    },
    shown: (visit) => visit.button(visit.t('meeting.join')).waitFor(),
  },
];
