/** How the server of the sandbox's Outlook is set up. */
import type { Logger } from 'pino';
import type { Person } from '../../../helper/embedded/model';
import type { Impulses } from '../../../helper/embedded/watch';

export interface OutlookServerConfig {
  /** 0 takes any free port. */
  port: number;
  /** A loopback name; anything else is refused. */
  host?: string;
  /** Certificate and key as PEM. Without them it speaks plain HTTP, which Office.js does not accept. */
  tls?: { key: string; cert: string };
  /** The embedded profile's file; it is made when it is not there. */
  profileFile: string;
  /** Where the running add-in is served, e.g. `https://localhost:3000`. */
  addInOrigin: string;
  manifestFile: string;
  /** The built page. */
  pageDirectory: string;
  /** Windows name of the zone that the people of the sandbox live in. */
  timeZone: string;
  logger: Logger;
  /** The server's timers; those of a real process when not given. */
  impulses?: Impulses;
}

/** Who has a mailbox in the sandbox from the start, in the order in which the page offers them. */
export const residents: readonly Person[] = [
  { name: 'Sandbox Organizer', address: 'organizer@example.test' },
  { name: 'Sandbox Attendee', address: 'attendee@example.test' },
];
