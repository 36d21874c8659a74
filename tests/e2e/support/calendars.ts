/** Takes everything off the calendars of the sandbox's Outlook. */
import * as z from 'zod';
import type { Product } from './product';

const Stores = z.object({ stores: z.array(z.object({ id: z.string() })) });
const Items = z.array(z.object({ id: z.string(), seriesId: z.string().nullish() }));
/** Whatever tests put into a calendar is within these years. */
const span = { from: Date.UTC(2020, 0), to: Date.UTC(2036, 0) };

/** A test that runs once more must not find what its first run saved. */
export async function emptyCalendars(product: Product): Promise<void> {
  const session = await product.call('GET', `${product.outlook}/api/session`);
  for (const { id: store } of Stores.parse(session.json).stores) {
    const shown = await product.call(
      'GET',
      `${product.outlook}/api/appointments?store=${store}&from=${span.from}&to=${span.to}`,
    );
    const ids = new Set(Items.parse(shown.json).map(({ id, seriesId }) => seriesId ?? id));
    for (const id of ids) await product.call('DELETE', `${product.outlook}/api/appointments/${id}`);
  }
}
