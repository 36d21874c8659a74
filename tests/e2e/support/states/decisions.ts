/** The states in which something is to be decided: what came apart, is gone, copied, unfinished or did not work. */
import { Temporal } from 'temporal-polyfill';
import { formatRange } from '../../../../src/ui/format';
import { hostCall } from '../outlook';
import { colours, languages, linked, savedSeries, zone, berlin, setByItself, type PaneState } from './state';

export const decisions: readonly PaneState[] = [
  {
    name: 'differs',
    when: 'Topic and time of the appointment were changed.',
    shownIn: [...colours, ...languages],
    async reach(visit) {
      await linked(visit, 'Budget');
      await visit.outlook.fill({ subject: 'Budget and planning', start: '14:00', end: '15:30' });
      await visit.saveAndOpen('Budget and planning');
    },
    async shown(visit) {
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
    },
    shown: (visit) => visit.see(visit.t('differs.zoom')),
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
    },
    shown: (visit) => visit.see(visit.t('lost.none')),
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
    },
    shown: (visit) => visit.see(visit.t('lost.title')),
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
    },
    shown: (visit) => visit.see(visit.t('copy.title')),
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
    },
    shown: (visit) => visit.see(visit.t('copy.ofSeries')),
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
    },
    shown: (visit) => visit.see(visit.t('gone.title')),
  },
  {
    name: 'incomplete',
    when: 'A part of what belongs to the meeting is not on the appointment.',
    async reach(visit) {
      await linked(visit, 'Half of it');
      await visit.outlook.fill({ body: '' });
      await visit.saveAndOpen('Half of it');
    },
    shown: (visit) => visit.see(visit.t('incomplete.title')),
  },
  {
    name: 'error',
    when: 'What was pressed did not work, and can be tried again.',
    shownIn: [...colours],
    picture: 'top',
    async reach(visit) {
      await visit.ready();
      await visit.outlook.failNext(hostCall.bodySet);
      await visit.press(visit.t('new.add'));
      await visit.button(visit.t('actions.retry')).waitFor();
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
