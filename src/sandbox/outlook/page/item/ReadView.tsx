/** A received appointment: who, when, where, and its body in a frame that can run nothing. */
import { Avatar, Link, Text, Title3, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRepeatAll20Regular } from '@fluentui/react-icons/svg/arrow-repeat-all';
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { Location20Regular } from '@fluentui/react-icons/svg/location';
import { People20Regular } from '@fluentui/react-icons/svg/people';
import type { ReactNode } from 'react';
import type { Person } from '../../../../helper/embedded/model';
import type { ItemState } from '../../host/session';
import { describeSpan } from '../dates';
import { ReadBody } from './ReadBody';
import { linkParts } from './links';
import { describeSeries } from './recurrence-words';

const useStyles = makeStyles({
  view: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    '@media (max-width: 560px)': { padding: tokens.spacingHorizontalM },
  },
  organizer: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  names: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground3 },
  line: {
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    alignItems: 'flex-start',
    overflowWrap: 'anywhere',
  },
  icon: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, margin: 0 },
  term: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  value: { margin: 0 },
});

export interface ReadViewProps {
  readonly state: ItemState;
  /** IANA name of the zone that times are shown in. */
  readonly zone: string;
}

export function ReadView({ state, zone }: ReadViewProps) {
  const styles = useStyles();
  return (
    <article className={styles.view}>
      <Title3 as="h1" dir="auto">
        {state.subject || 'No subject'}
      </Title3>
      <div className={styles.organizer}>
        <Avatar name={state.organizer.name} aria-hidden />
        <div className={styles.names}>
          <Text weight="semibold">{state.organizer.name}</Text>
          <Text size={200} className={styles.quiet}>
            {`Organizer, ${state.organizer.address}`}
          </Text>
        </div>
      </div>
      <dl className={styles.lines}>
        <Line term="When" icon={<CalendarLtr20Regular aria-hidden />}>
          {describeSpan(state, zone)}
        </Line>
        {state.recurrence && (
          <Line term="Recurrence" icon={<ArrowRepeatAll20Regular aria-hidden />}>
            {state.seriesId === undefined
              ? describeSeries(state.recurrence)
              : `One occurrence of a series. ${describeSeries(state.recurrence)}`}
          </Line>
        )}
        {state.location !== '' && (
          <Line term="Where" icon={<Location20Regular aria-hidden />}>
            {linkParts(state.location).map((part, index) =>
              part.url === undefined ? (
                <span key={index} dir="auto">
                  {part.text}
                </span>
              ) : (
                <Link key={index} href={part.url} target="_blank" rel="noopener noreferrer">
                  {part.text}
                </Link>
              ),
            )}
          </Line>
        )}
        {state.required.length > 0 && (
          <Line term="Required attendees" icon={<People20Regular aria-hidden />}>
            {namesOf(state.required)}
          </Line>
        )}
        {state.optional.length > 0 && (
          <Line term="Optional attendees" icon={<People20Regular aria-hidden />}>
            {`${namesOf(state.optional)} (optional)`}
          </Line>
        )}
      </dl>
      <ReadBody body={state.body} />
    </article>
  );
}

function namesOf(people: readonly Person[]): string {
  return people.map(({ name }) => name).join('; ');
}

interface LineProps {
  readonly term: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function Line({ term, icon, children }: LineProps) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <dt>
        <span className={styles.term}>{term}</span>
        <span className={styles.icon}>{icon}</span>
      </dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
