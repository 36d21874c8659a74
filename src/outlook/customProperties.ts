/**
 * The link property among the add-in's custom properties on the item.
 *
 * All of an add-in's properties are one payload: saving writes them all, so a change starts from what was loaded
 * last, and other keys stay. A loaded payload serves one save at most; a second save loads again.
 */
import { LINK_PROPERTY } from '../domain/link';
import { ProductError } from '../domain/errors';
import { callHost, hostCodeOf } from './hostCall';

/** Office's code where custom properties cannot be saved, as in somebody else's calendar (office-js issue 1333). */
const NOT_REACHED = 9020;

export interface LinkPropertyStore {
  read(): Promise<unknown>;
  /** `undefined` takes the property away. */
  write(value: unknown): Promise<void>;
}

/** What of an item is needed here; compose and read items both have it. */
type Item = Pick<Office.AppointmentCompose, 'loadCustomPropertiesAsync'>;

export function linkPropertyOf(item: Item): LinkPropertyStore {
  let loaded: Office.CustomProperties | undefined;

  const load = () =>
    callHost<Office.CustomProperties>('read what the add-in keeps on the appointment', (done) =>
      item.loadCustomPropertiesAsync(done),
    );

  async function save(properties: Office.CustomProperties, value: unknown): Promise<void> {
    // As JSON text, because hosts differ in what becomes of nested objects.
    if (value === undefined) properties.remove(LINK_PROPERTY);
    else properties.set(LINK_PROPERTY, JSON.stringify(value));
    await callHost<unknown>('save what the add-in keeps on the appointment', (done) =>
      properties.saveAsync(done),
    );
  }

  return {
    async read() {
      const properties = await load();
      loaded = properties;
      const value: unknown = properties.get(LINK_PROPERTY);
      return value ?? undefined;
    },
    async write(value) {
      const first = loaded ?? (await load());
      loaded = undefined;
      try {
        await save(first, value);
      } catch {
        // The first save on a draft can fail in new Outlook although the second works (office-js issue 6624).
        await save(await load(), value).catch((thrown: unknown) => {
          throw hostCodeOf(thrown) === NOT_REACHED
            ? new ProductError('calendar-refused', {}, { cause: thrown })
            : thrown;
        });
      }
    },
  };
}
