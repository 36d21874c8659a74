/** Choosing people by name or address. Pure. */
import { EmailAddress } from '../../domain/meetingOptions';
import type { Person } from '../../outlook/item';

/** How many suggestions are shown at once. */
const SHOWN = 8;

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** People whose name or address has the typed text at the beginning of a word, without those chosen already. */
export function suggestionsFor(
  typed: string,
  people: readonly Person[],
  chosen: readonly string[],
): readonly Person[] {
  const wanted = typed.trim().toLowerCase();
  const begins = (text: string) =>
    text
      .toLowerCase()
      .split(/[\s@.,;_-]+/)
      .some((word) => word.startsWith(wanted));
  return people
    .filter(({ address }) => EmailAddress.safeParse(address).success)
    .filter(({ address }, at, all) => all.findIndex((other) => same(other.address, address)) === at)
    .filter(({ address }) => !chosen.some((one) => same(one, address)))
    .filter(
      ({ name, address }) => begins(name) || begins(address) || address.toLowerCase().startsWith(wanted),
    )
    .slice(0, SHOWN);
}

/** The chosen addresses with one more; none twice, whatever the case of its letters. */
export const withAddress = (chosen: readonly string[], address: string): readonly string[] =>
  chosen.some((one) => same(one, address)) ? chosen : [...chosen, address];
