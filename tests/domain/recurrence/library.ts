/** What a second, independent library makes of a recurrence. */
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { Recurrence } from '../../../src/domain/recurrence';
import { ruleText } from '../../../src/domain/recurrence/text';

/** The library's rule by the text that we write for it; without the occurrences at `excluded` (UTC milliseconds). */
export function libraryRule(
  recurrence: Pick<Recurrence, 'rule' | 'end' | 'start'>,
  zone: string,
  excluded: readonly number[] = [],
): RRuleTemporal {
  const text = ruleText(recurrence.rule, recurrence.end);
  const { rule: pattern } = recurrence;
  // The text leaves out what has no effect on a series whose start is an occurrence; here it need not be one.
  const weekStart =
    pattern.frequency === 'weekly' && !text.includes('WKST')
      ? `;WKST=${pattern.weekStart.slice(0, 2).toUpperCase()}`
      : '';
  return new RRuleTemporal({
    rruleString: text + weekStart,
    dtstart: Temporal.PlainDateTime.from(recurrence.start).toZonedDateTime(zone),
    ...(excluded.length > 0 && {
      exDate: excluded.map((at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)),
    }),
  });
}

/** The first occurrences, at most `limit`. */
export const byLibrary = (
  recurrence: Pick<Recurrence, 'rule' | 'end' | 'start'>,
  zone: string,
  limit: number,
  excluded: readonly number[] = [],
): Temporal.ZonedDateTime[] => libraryRule(recurrence, zone, excluded).all((_, index) => index < limit);
