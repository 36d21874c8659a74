/** The states beside the appointment: the settings, and the meetings of drafts. */
import { colours, linked, type PaneState } from './state';

export const besides: readonly PaneState[] = [
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
    },
    async shown(visit) {
      await visit.form();
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
];
