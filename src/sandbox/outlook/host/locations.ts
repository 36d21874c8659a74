/**
 * The location line as a list: Outlook shows several places in one line, parted by semicolons.
 */

export function splitLocations(line: string): string[] {
  return line
    .split(';')
    .map((place) => place.trim())
    .filter((place) => place !== '');
}

export function joinLocations(places: readonly string[]): string {
  return places.join('; ');
}

/** One place as Office.js reads it from `enhancedLocation`. */
export function describeLocation(place: string): object {
  return { locationIdentifier: { id: place, type: 'custom' }, displayName: place, emailAddress: '' };
}
