/**
 * Who may act for whom in the account: scheduling privilege, and who can be an alternative host. Pure.
 */
import { zoomErrors } from './errors';
import type { StoredMeeting } from './meetingModel';
import type { Assistant, Person } from './people';

/** Finds a person of the account by id or email. */
export type FindPerson = (idOrEmail: string) => Person | undefined;

/** The privilege that the host gave to somebody. */
export function privilege(host: Person, person: Person): Assistant | undefined {
  return host.assistants.find(({ id }) => id === person.id);
}

/**
 * Whether somebody may see, change and delete a meeting: its host, and those whom the host lets schedule, private
 * meetings only where the host allowed that too.
 */
export function mayManage(meeting: StoredMeeting, host: Person, person: Person): boolean {
  if (host.id === person.id) return true;
  const given = privilege(host, person);
  if (given === undefined) return false;
  const own = meeting.assistantId === person.id;
  return own || meeting.settings.private_meeting !== true || given.can_manage_host_private_event;
}

/**
 * The host that `schedule_for` names. Throws 300 for somebody who is not there, 3000 without privilege and for an
 * instant meeting.
 */
export function hostFor(named: string, scheduler: Person, type: number, find: FindPerson): Person {
  const host = find(named);
  if (host === undefined) throw zoomErrors.scheduleForInvalid();
  if (host.id === scheduler.id) return host;
  if (type === 1) throw zoomErrors.scheduleForInstant();
  if (privilege(host, scheduler) === undefined) throw zoomErrors.schedulingForOthers(named);
  return host;
}

/**
 * A request's `alternative_hosts` (ids or addresses, by semicolons or commas) as addresses by semicolons. Throws 1114
 * for the first who is not in the account, has no licence or is the host.
 */
export function alternativeHosts(list: string, host: Person, find: FindPerson): string {
  const names = list
    .split(/[;,]/)
    .map((name) => name.trim())
    .filter(Boolean);
  const addresses = names.map((name) => {
    const person = find(name);
    if (person === undefined || !person.licensed || person.id === host.id) {
      throw zoomErrors.noAlternativeHost(name);
    }
    return person.email;
  });
  return [...new Set(addresses)].join(';');
}
