/** The foot of the pane: who is signed in, and what does not belong to this appointment alone. */
import { Button } from '@fluentui/react-components';
import {
  CalendarQuestionMarkRegular,
  PersonRegular,
  SettingsRegular,
  SignOutRegular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/useWords';
import type { PaneController } from '../controller';
import type { PaneProps } from '../pane';

export function Foot({ state: { me, view }, controller }: PaneProps): ReactElement | null {
  const { t } = useWords();
  if (!me) return null;
  const opens = (to: 'unused' | 'settings', name: string, icon: ReactElement) => (
    <Button
      size="small"
      appearance="subtle"
      icon={icon}
      aria-label={name}
      title={name}
      aria-pressed={view === to}
      onClick={() => void controller.show(view === to ? 'appointment' : to)}
    />
  );
  return (
    <footer>
      <span className="who" title={me.member.email}>
        {t('foot.signedInAs')} <bdi>{me.member.name}</bdi>
      </span>
      <Button
        size="small"
        appearance="subtle"
        icon={<PersonRegular />}
        aria-label={t('foot.profile')}
        title={t('foot.profile')}
        onClick={() => void openProfile(controller)}
      />
      {opens('unused', t('unused.foot'), <CalendarQuestionMarkRegular />)}
      {opens('settings', t('foot.settings'), <SettingsRegular />)}
      <Button
        size="small"
        appearance="subtle"
        icon={<SignOutRegular className="turns" />}
        aria-label={t('foot.signOut')}
        title={t('foot.signOut')}
        onClick={() => void controller.signOut()}
      />
    </footer>
  );
}

/** The profile is the settings, at the calendar and contact integration. */
async function openProfile(controller: PaneController): Promise<void> {
  await controller.show('settings');
  // Where it cannot be fetched, the settings say so in its place.
  await controller.integration().then(
    (integration) => integration.arrive(),
    () => undefined,
  );
}
