/** Doubles of everything outside the pane; each test changes what it is about. */
import type { Me, MeetingChoices, Session, UnusedMeetings, Whose } from '../../../src/api/backend';
import { ProductError } from '../../../src/domain/errors';
import type { Link } from '../../../src/domain/link';
import type { Meeting } from '../../../src/domain/meeting';
import type { LastingOptions } from '../../../src/domain/meetingOptions';
import type { ComposeAppointment, OpenAppointment, Person } from '../../../src/outlook/item';
import type { KeptText } from '../../../src/scheduling/lastSent';
import type { AppointmentState, Choices, Done, Removed, RemovedFrom } from '../../../src/scheduling/types';
import { PaneController } from '../../../src/taskpane/controller';
import type { Lack, PaneServices } from '../../../src/taskpane/services';
import type { Facts } from '../../../src/taskpane/state';

export const start = Date.UTC(2026, 10, 23, 8);
export const HALF_HOUR = 1_800_000;

export const lasting: LastingOptions = {
  personalId: false,
  waitingRoom: false,
  joinBeforeHost: false,
  signedInOnly: false,
  hostVideo: true,
  participantVideo: true,
  audio: 'both',
  muteOnEntry: false,
  recording: 'none',
};
export const meeting: Meeting = {
  id: '81234567890',
  topic: 'Planning',
  start: '2026-11-23T08:00:00Z',
  durationMinutes: 30,
  timeZone: 'Europe/Berlin',
  joinUrl: 'https://zoom.us/j/81234567890',
  passcode: 'abc123',
  options: { ...lasting, alternativeHosts: [] },
  repeats: null,
  occurrences: [],
  joinNumber: '81234567890',
  hostedByMe: true,
  hostName: 'Sandbox Organizer',
};
export const link: Link = {
  v: 1,
  state: 'linked',
  meetingId: meeting.id,
  joinUrl: meeting.joinUrl,
  claim: 'claim-0001',
  agreed: { topic: 'Planning', start: '2026-11-23T08:00:00Z', durationMinutes: 30 },
};
export const linked: AppointmentState = { kind: 'linked', link, meeting };
export const done: Done = { meeting, link, notes: [] };
export const removed: Removed = {
  meeting,
  link,
  bodyBlock: undefined,
  bodyFormat: 'html',
  locationHadLink: true,
  canUndo: true,
  stays: false,
  notes: [],
};
const member = {
  id: 'u',
  accountId: 'a',
  name: 'Sandbox Organizer',
  email: 'organizer@example.test',
  timeZone: 'Europe/Berlin',
};
export const session: Session = { token: 't', expiresAt: '2026-11-23T20:00:00Z', member };
export const me: Me = {
  member,
  defaults: { ...lasting, passcodeRequired: true },
  locks: {},
  preferences: { options: {}, updateByItself: false, invitationLanguage: null },
  personalMeetingId: null,
};
export const facts: Facts = {
  subject: 'Planning',
  start,
  end: start + HALF_HOUR,
  timeZone: 'UTC',
  repetition: { kind: 'single' },
};

/** Storage in memory. */
export function keptText(): KeptText {
  const texts = new Map<string, string>();
  return {
    read: (key) => texts.get(key),
    write: (key, value) => void (value === undefined ? texts.delete(key) : texts.set(key, value)),
  };
}

export const doNothing = (): void => undefined;

export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

type Failing =
  | 'save'
  | 'add'
  | 'update'
  | 'remove'
  | 'undo'
  | 'signIn'
  | 'readState'
  | 'me'
  | 'unused'
  | 'choices'
  | 'keep'
  | 'restore';

export class World {
  facts = facts;
  attendees: readonly Person[] = [];
  item: OpenAppointment | undefined = this.compose();
  signedIn: Session | undefined = session;
  /** What a session that has ended can be replaced with unseen. */
  renewable: Session | undefined;
  online = true;
  supported = true;
  missing = new Set<Lack>();
  state: AppointmentState = { kind: 'empty' };
  me = me;
  removed = removed;
  /** What of the meeting and its link is known once it was said which occurrence is open. */
  chosen: Partial<Done> = {};
  choices: MeetingChoices = { scheduleFor: [], templates: [] };
  unused: UnusedMeetings['meetings'] = [];
  /** What the backend says when the appointment is saved; undefined as long as it is not. */
  whose: Whose | undefined;
  /** What was done, in its order. */
  readonly acts: string[] = [];
  readonly added: Choices[] = [];
  readonly updated: Choices[] = [];
  readonly owned: Choices[] = [];
  readonly removedFrom: (RemovedFrom | undefined)[] = [];
  readonly held = new Set<string>();
  readonly noticed = new Set<string>();
  signIns = 0;
  fail: Partial<Record<Failing, ProductError>> = {};
  gate: Promise<void> = Promise.resolve();
  clock = 1_000_000;
  property: unknown;
  readonly kept = keptText();
  reads = 0;
  readonly listeners = { item: doNothing, session: doNothing, online: doNothing, times: doNothing };

  compose(): ComposeAppointment {
    const unused = () =>
      Promise.reject(
        new Error('The pane itself reads nothing but facts, attendees and link, and writes nothing.'),
      );
    return {
      mode: 'compose',
      subjectAndTimes: () => Promise.resolve(this.facts),
      readAttendees: () => Promise.resolve(this.attendees),
      snapshot: unused,
      readSavedId: unused,
      writeSubject: unused,
      writeTimes: unused,
      writeRecurrence: unused,
      readBody: unused,
      writeBody: unused,
      prependBody: unused,
      readLocation: unused,
      writeLocation: unused,
      readLinkProperty: () => Promise.resolve(this.property),
      writeLinkProperty: unused,
      notifications: { show: unused, clear: unused },
      onTimesChanged: (listener) => this.listen('times', listener),
    };
  }

  private async step<T>(name: Failing, value: () => T): Promise<T> {
    await this.gate;
    const error = this.fail[name];
    if (error) throw error;
    return value();
  }

  private act<T>(name: string, value: T): Promise<T> {
    this.acts.push(name);
    return Promise.resolve(value);
  }

  readonly services: PaneServices = {
    now: () => this.clock,
    kept: this.kept,
    isSupported: () => this.supported,
    lacks: (what) => this.missing.has(what),
    appointment: () => this.item,
    onItemChanged: (listener) => this.listen('item', listener),
    session: () => this.signedIn,
    onSessionChanged: (listener) => this.listen('session', listener),
    isOnline: () => this.online,
    onOnlineChanged: (listener) => this.listen('online', listener),
    signIn: () => {
      this.signIns += 1;
      return this.step('signIn', () => (this.signedIn = session));
    },
    signOut: () => {
      this.signedIn = undefined;
      return Promise.resolve();
    },
    renewUnseen: () => {
      this.signedIn = this.renewable ?? this.signedIn;
      return Promise.resolve(this.renewable !== undefined);
    },
    microsoft: () => Promise.reject(new Error('The pane itself does nothing with it.')),
    me: () => this.step('me', () => this.me),
    usualLanguage: () => Promise.resolve(this.me.preferences.invitationLanguage),
    savePreferences: (preferences) =>
      this.step('save', () => {
        this.acts.push('save');
        return (this.me = { ...this.me, preferences });
      }),
    choices: () => this.step('choices', () => this.choices),
    readState: () =>
      this.step('readState', () => {
        this.reads += 1;
        return { state: this.state, facts: this.facts };
      }),
    readInvitation: () =>
      Promise.resolve({ joinUrl: meeting.joinUrl, meetingId: meeting.id, passcode: 'abc123' }),
    add: (_, choices) =>
      this.step('add', () => {
        this.added.push(choices);
        return done;
      }),
    update: (_, choices) =>
      this.step('update', () => {
        this.updated.push(choices);
        return { ...done, meeting: this.afterUpdate() };
      }),
    follow: () => this.act('follow', done),
    repair: () => this.act('repair', done),
    own: (_, choices) => {
      this.owned.push(choices);
      return this.act('own', done);
    },
    share: () => this.act('share', done),
    replaceSeries: (_, choices) => {
      this.updated.push(choices);
      return this.act('replace', done);
    },
    chooseOccurrence: (_, id) => this.act(`choose ${id}`, { ...done, ...this.chosen }),
    remove: (_, from) => {
      this.removedFrom.push(from);
      return this.step('remove', () => this.removed);
    },
    undoRemove: () => this.step('undo', () => done),
    confirmSaved: () => this.act('confirm', this.whose),
    unused: () => this.step('unused', () => this.unused),
    keepUnused: (id) => this.step('keep', () => void this.acts.push(`keep ${id}`)),
    removeUnused: (id) => this.act(`remove ${id}`, undefined),
    restoreUnused: (id) => this.step('restore', () => void this.acts.push(`restore ${id}`)),
    noticed: { has: (id) => this.noticed.has(id), add: (ids) => ids.forEach((id) => this.noticed.add(id)) },
    holdDraft: (id) => {
      this.held.add(id);
      return () => void this.held.delete(id);
    },
    // It is fetched beside the pane, which does without it where that fails.
    integration: () => Promise.reject(new ProductError('offline')),
    openLink: () => undefined,
    copyText: () => Promise.resolve(),
  };

  /** An update brings the meeting to what the appointment says. */
  private afterUpdate(): Meeting {
    const { subject, start: from, end } = this.facts;
    return {
      ...meeting,
      topic: subject,
      start: new Date(from).toISOString(),
      durationMinutes: (end - from) / 60_000,
    };
  }

  private listen(what: keyof World['listeners'], listener: () => void): () => void {
    this.listeners[what] = listener;
    return () => {
      this.listeners[what] = doNothing;
    };
  }
}

/** A pane that has shown its first screen. */
export async function opened(change: (world: World) => void = doNothing) {
  const world = new World();
  change(world);
  const controller = new PaneController(world.services);
  await controller.open();
  await settled();
  return { world, controller, screen: () => controller.snapshot().screen.name };
}
