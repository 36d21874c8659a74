/** Reads attendees from what a person types or pastes. Pure. */
import type { Person } from '../../../../helper/embedded/model';

const namedAddress = /^"?([^"<>]*?)"?\s*<([^<>\s]+@[^<>\s]+)>$/;
const bareAddress = /^[^\s<>@,;]+@[^\s<>@,;]+$/;

/**
 * `a@x.test; Name <b@x.test>` as two people; `rest` is what is no address. Known people get their names.
 */
export function readPeople(text: string, known: readonly Person[]): { people: Person[]; rest: string } {
  const people: Person[] = [];
  const rest: string[] = [];
  for (const part of separate(text)) {
    if (part === '') continue;
    const named = namedAddress.exec(part);
    const address = named?.[2] ?? (bareAddress.test(part) ? part : undefined);
    if (address === undefined) {
      rest.push(part);
      continue;
    }
    const name = named?.[1]?.trim();
    const knownPerson = known.find((one) => one.address.toLowerCase() === address.toLowerCase());
    people.push(knownPerson ?? { address, name: name === undefined || name === '' ? address : name });
  }
  return { people, rest: rest.join('; ') };
}

/** The parts between separators; one within quotation marks belongs to a name. */
function separate(text: string): string[] {
  return (text.match(/(?:"[^"\n]*"|[^,;\n])+/g) ?? []).map((part) => part.trim());
}
