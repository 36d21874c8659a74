/** What the profile's tests share: a folder for files that goes away, impulses pulled by hand, plain appointments. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppointmentFields, Person } from '../../../src/helper/embedded/model';
import { openProfile, type Profile, type ProfileOptions } from '../../../src/helper/embedded/profile';
import type { Impulses } from '../../../src/helper/embedded/watch';

export const organizer: Person = { name: 'Sandbox Organizer', address: 'organizer@example.test' };
export const attendee: Person = { name: 'Sandbox Attendee', address: 'attendee@example.test' };
export const zone = 'W. Europe Standard Time';
/** 2 March 2026, 09:00 UTC. */
export const nine = Date.UTC(2026, 2, 2, 9);
export const hour = 3_600_000;

/** An appointment of one hour at nine, with what is given in place of the usual. */
export function fields(given: Partial<AppointmentFields> = {}): AppointmentFields {
  return {
    subject: 'Planning',
    body: { format: 'html', content: '<p>Agenda</p>' },
    location: 'Room 1',
    start: nine,
    end: nine + hour,
    allDay: false,
    timeZone: zone,
    recurrence: null,
    organizer,
    required: [attendee],
    optional: [],
    customProperties: {},
    sent: false,
    ...given,
  };
}

/** Impulses that come when the test pulls them. */
export class HandImpulses implements Impulses {
  private readonly actions = new Set<() => void>();

  every(_milliseconds: number, action: () => void): () => void {
    return this.add(action);
  }

  touched(_file: string, action: () => void): () => void {
    return this.add(action);
  }

  /** How many somebody listens to. */
  get listening(): number {
    return this.actions.size;
  }

  pull(): void {
    for (const action of [...this.actions]) action();
  }

  private add(action: () => void): () => void {
    // Each registration is one of its own, even of the same function.
    const own = (): void => action();
    this.actions.add(own);
    return () => this.actions.delete(own);
  }
}

/** Files and profiles of one test, cleared away by `clear`. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'profile-'));
  readonly file = join(this.folder, 'mailbox.sqlite');
  private readonly profiles: Profile[] = [];

  open(options: Partial<ProfileOptions> = {}): Profile {
    const profile = openProfile({ file: this.file, impulses: new HandImpulses(), ...options });
    this.profiles.push(profile);
    return profile;
  }

  clear(): void {
    for (const profile of this.profiles) profile.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
