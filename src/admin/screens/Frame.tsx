/** What stands around every part of the page: who is signed in, the navigation, and the trail to where one is. */
import { Button, Link } from '@fluentui/react-components';
import {
  DocumentArrowDownRegular,
  EyeRegular,
  HistoryRegular,
  PeopleRegular,
  PeopleTeamRegular,
  SettingsRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import { useEffect, useRef, type ReactElement, type ReactNode, type RefObject } from 'react';
import type { Account } from '../../api/policy';
import type { AdminController, PageState } from '../state/controller';
import { hashOf, placeOf, places, type Place } from '../state/route';
import { useAdminWords } from '../useAdminWords';

const icons: Readonly<Record<Place, FluentIcon>> = {
  settings: SettingsRegular,
  groups: PeopleTeamRegular,
  'see-as': EyeRegular,
  people: PeopleRegular,
  history: HistoryRegular,
  files: DocumentArrowDownRegular,
};

export function Frame(props: {
  controller: AdminController;
  state: PageState;
  account: Account;
  children: ReactNode;
}): ReactElement {
  const { controller, state, account } = props;
  const { t } = useAdminWords();
  const place = placeOf(state.route);
  const main = useRef<HTMLElement>(null);
  useNewPlace(main, hashOf(state.route));
  return (
    <div className="page">
      <a
        className="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          main.current?.querySelector<HTMLElement>('h1')?.focus();
        }}
      >
        {t('page.skip')}
      </a>
      <header>
        <img src="/assets/icon-32.png" width="24" height="24" alt="" />
        <span className="product">{t('page.title')}</span>
        <span className="who">
          {state.member?.name} · {t(`page.roles.${account.role}`)}
        </span>
        <Button appearance="subtle" onClick={() => void controller.signOut()}>
          {t('page.signOut')}
        </Button>
      </header>
      <div className="columns">
        <nav aria-label={t('page.navigation')}>
          <p className="quiet">{t('page.places.management')}</p>
          <ul>
            {places.map((name) => {
              const Icon = icons[name];
              return (
                <li key={name}>
                  <a href={hashOf({ name })} aria-current={name === place ? 'page' : undefined}>
                    <Icon aria-hidden="true" fontSize={20} />
                    {t(`page.places.${name}`)}
                  </a>
                </li>
              );
            })}
          </ul>
        </nav>
        <main ref={main} id="content">
          {state.route.name === 'settings' && <Trail />}
          {props.children}
          <p className="quiet small">{t(state.live === false ? 'page.live.off' : 'page.live.on')}</p>
        </main>
      </div>
    </div>
  );
}

/** The way to the settings, in the words in which Zoom's portal has it. */
function Trail(): ReactElement {
  const { t } = useAdminWords();
  return (
    <nav className="trail" aria-label={t('page.trail')}>
      <ol>
        <li>{t('page.places.management')}</li>
        <li>{t('page.places.settings')}</li>
        <li>{t('page.places.meeting')}</li>
        <li>
          <Link href="#calendar" onClick={(event) => reach(event, 'calendar')}>
            {t('settings.sections.calendar')}
          </Link>
        </li>
      </ol>
    </nav>
  );
}

/** The address behind `#` belongs to the parts of the page. */
function reach(event: { preventDefault(): void }, id: string): void {
  event.preventDefault();
  const heading = document.getElementById(id);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
  heading.scrollIntoView();
}

/** Where one went, the reading begins with its heading; but not when the page is opened. */
function useNewPlace(main: RefObject<HTMLElement | null>, hash: string): void {
  const shown = useRef(hash);
  useEffect(() => {
    if (shown.current === hash) return;
    shown.current = hash;
    window.scrollTo(0, 0);
    main.current?.querySelector<HTMLElement>('h1')?.focus();
  }, [main, hash]);
}
