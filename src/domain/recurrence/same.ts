/** Whether two series mean the same occurrences, however they are written: by count or until a date, for instance. */
import { toIanaTimeZone } from '../timeZone';
import { instantsOf, occurrencesOf } from './expand';
import type { Series } from './expand';
import { ruleText } from './text';
import { lastStartOf } from './toCome';

/** As many as are compared one by one; Outlook's longest count has fewer. */
const COMPARED = 1000;

/**
 * Whether both start at the same times: by the wall clock where they name the same zone, otherwise as instants.
 * Series that are longer than what is compared (endless ones) are the same only when their rules and their last starts are, too.
 */
export function sameSeries(a: Series, b: Series): boolean {
  if ((a.end.kind === 'never') !== (b.end.kind === 'never')) return false;
  const [first, second] = inOneZone(a, b);
  if (first.join() !== second.join()) return false;
  if (first.length < COMPARED) return true;
  const never = { kind: 'never' } as const;
  return ruleText(a.rule, never) === ruleText(b.rule, never) && lastStartOf(a) === lastStartOf(b);
}

function inOneZone(a: Series, b: Series): readonly [readonly unknown[], readonly unknown[]] {
  const [zoneOfA, zoneOfB] = [toIanaTimeZone(a.timeZone), toIanaTimeZone(b.timeZone)];
  if (zoneOfA === undefined || zoneOfB === undefined || zoneOfA === zoneOfB) {
    const named = (series: Series, zone: string | undefined) => [
      zone ?? series.timeZone,
      ...occurrencesOf(series, COMPARED),
    ];
    return [named(a, zoneOfA), named(b, zoneOfB)];
  }
  return [instantsOf(a, COMPARED, zoneOfA), instantsOf(b, COMPARED, zoneOfB)];
}
