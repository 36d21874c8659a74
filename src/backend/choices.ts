/** What a person can choose from beside the options themselves: whom they may schedule for, and Zoom's templates. */
import type { MeetingChoices } from '../api/backend';
import { ProductError } from '../domain/errors';
import { EmailAddress } from '../domain/meetingOptions';
import type { ZoomClient } from '../zoom/client';
import { ADMIN_TEMPLATE } from '../zoom/settingsSchemas';

/** Names of the people with these Zoom user ids, as far as they are known here. */
export type NamesOf = (userIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/**
 * Zoom names people whom one may schedule for by address alone; somebody who never signed in here is called by it.
 * Of the templates only the account's can be used from outside Zoom. What Zoom does not allow to read is empty.
 */
export async function choicesOf(zoom: ZoomClient, namesOf: NamesOf): Promise<MeetingChoices> {
  const [schedulers, templates] = await Promise.all([
    unlessForbidden(zoom.schedulers()),
    unlessForbidden(zoom.templates()),
  ]);
  const people = schedulers.filter(({ email }) => EmailAddress.safeParse(email).success);
  const names = await namesOf(people.map(({ id }) => id));
  return {
    scheduleFor: people.map(({ id, email }) => ({ email, name: names.get(id) ?? email })),
    templates: templates
      .filter(({ id, type }) => id !== '' && type === ADMIN_TEMPLATE)
      .map(({ id, name }) => ({ id, name })),
  };
}

const unlessForbidden = <T>(asked: Promise<readonly T[]>): Promise<readonly T[]> =>
  asked.catch((error: unknown) => {
    if (error instanceof ProductError && error.code === 'zoom-forbidden') return [];
    throw error;
  });
