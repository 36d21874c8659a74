/**
 * Fills the pane's port (`services.ts`) with the real world: Outlook, the shared session, the backend, the browser.
 * The use cases come from a chunk of their own.
 */
import { endsSession, ProductError } from '../domain/errors';
import { isAvailable, isSupported } from '../outlook/capabilities';
import { onItemChanged, openAppointment } from '../outlook/office';
import { pageStorage } from '../outlook/storage';
import { firstLookAt, noteFirstLook } from '../scheduling/firstLook';
import { assembleInOutlook } from '../scheduling/page';
import { isPlainlyEmpty } from '../scheduling/plainlyEmpty';
import { copyText } from './clipboard';
import * as later from './later';
import type { MicrosoftAccount } from './microsoft/account';
import { rememberedMember } from './microsoft/remembered';
import { noticedMeetings } from './noticed';
import type { PaneServices } from './services';

/** How long a session may take to be opened unseen: then the person signs in. */
const UNSEEN_LIMIT_MS = 5_000;

export function composeServices(): PaneServices {
  const assembled = assembleInOutlook();
  const { client, sessions, dependencies, drafts } = assembled;
  const storage = pageStorage();
  const sharesStorage = storage.kind === 'shared';
  const remembered = rememberedMember(storage);
  let microsoft: Promise<MicrosoftAccount> | undefined;
  const microsoftAccount = (): Promise<MicrosoftAccount> =>
    (microsoft ??= later
      .microsoft()
      .then(({ assembleMicrosoft }) => assembleMicrosoft(assembled, remembered, signedIn))
      .catch((cause: unknown) => {
        microsoft = undefined;
        throw new ProductError('offline', {}, { cause });
      }));
  /** The chunk is fetched only where somebody signed in that way before. */
  const renewUnseen = async (): Promise<boolean> => {
    if (remembered.read() === undefined) return false;
    let isWanted = true;
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, UNSEEN_LIMIT_MS, false));
    const renewed = microsoftAccount().then(({ renew }) => renew(() => isWanted));
    const isThere = await Promise.race([renewed, late]).catch(() => false);
    isWanted = false;
    return isThere;
  };
  const withSession = <T>(work: () => Promise<T>) => sessions.withSession(work, { interactive: false });
  // Work on an appointment asks for a session first, but never opens a window by itself: the pane has a screen for it.
  const signedIn = <T>(work: () => Promise<T>): Promise<T> =>
    withSession(work).catch(async (thrown: unknown) => {
      if (!endsSession(thrown) || !(await renewUnseen())) throw thrown;
      return withSession(work);
    });
  type UseCases = Awaited<ReturnType<typeof later.work>>;
  const doing = <T>(run: (cases: UseCases) => Promise<T>): Promise<T> =>
    signedIn(async () => run(await later.work()));
  return {
    now: () => Date.now(),
    kept: dependencies.kept,
    isSupported,
    lacks: (what) => (what === 'sharedStorage' ? !sharesStorage : !isAvailable(what)),
    appointment: openAppointment,
    onItemChanged,
    session: () => sessions.current(),
    onSessionChanged: (listener) => sessions.onChange(listener),
    async signIn() {
      const session = await sessions.signIn();
      // Another person's identity is nothing to open this one's session with.
      if (remembered.read() !== session.member.id) remembered.write(undefined);
      return session;
    },
    signOut() {
      remembered.write(undefined);
      return sessions.signOut();
    },
    renewUnseen,
    microsoft: microsoftAccount,
    me: () => signedIn(() => client.me()),
    usualLanguage: () =>
      signedIn(async () => (await client.preferences()).invitationLanguage).catch(() => null),
    savePreferences: (preferences) => signedIn(() => client.savePreferences(preferences)),
    choices: () => signedIn(() => client.choices()),
    isOnline: () => navigator.onLine,
    onOnlineChanged(listener) {
      window.addEventListener('online', listener);
      window.addEventListener('offline', listener);
      return () => {
        window.removeEventListener('online', listener);
        window.removeEventListener('offline', listener);
      };
    },
    readState: (item) =>
      signedIn(async () => {
        const isFirst = firstLookAt(item) === undefined;
        const snapshot = isFirst ? await item.snapshot() : await (await later.work()).lookAt(item);
        if (isFirst) noteFirstLook(item, snapshot);
        const { subject, start, end, timeZone, repetition } = snapshot;
        const facts = { subject, start, end, timeZone, repetition };
        // Nothing more has to be fetched before the first screen of a new appointment.
        if (isFirst && isPlainlyEmpty(snapshot)) return { state: { kind: 'empty' }, facts };
        const { readState } = await later.work();
        return { state: await readState(item, dependencies, snapshot), facts };
      }),
    readInvitation: async (item) => (await later.work()).readInvitation(item),
    add: (item, choices) => doing(({ addMeeting }) => addMeeting(item, choices, dependencies)),
    update: (item, choices) => doing(({ updateMeeting }) => updateMeeting(item, choices, dependencies)),
    follow: (item) => doing(({ followZoom }) => followZoom(item, dependencies)),
    repair: (item) => doing(({ repairMeeting }) => repairMeeting(item, dependencies)),
    own: (item, choices) => doing(({ ownMeeting }) => ownMeeting(item, choices, dependencies)),
    share: (item) => doing(({ shareMeeting }) => shareMeeting(item, dependencies)),
    replaceSeries: (item, choices) =>
      doing(({ replaceSeries }) => replaceSeries(item, choices, dependencies)),
    chooseOccurrence: (item, id) => doing(({ chooseOccurrence }) => chooseOccurrence(item, id, dependencies)),
    remove: (item, from) => doing(({ removeMeeting }) => removeMeeting(item, dependencies, undefined, from)),
    undoRemove: (item, removed) => doing(({ undoRemove }) => undoRemove(item, removed, dependencies)),
    confirmSaved: (item) => doing(({ confirmSaved }) => confirmSaved(item, dependencies)),
    unused: (current) => signedIn(() => drafts.unused(current)),
    keepUnused: (meetingId) => signedIn(() => drafts.keep(meetingId)),
    removeUnused: (meetingId) => signedIn(() => drafts.remove(meetingId)),
    restoreUnused: (meetingId) =>
      signedIn(async () => {
        await client.meetings.recover(meetingId);
      }),
    noticed: noticedMeetings(storage),
    holdDraft: (meetingId) => drafts.hold(meetingId),
    integration: async (...pane) =>
      (await later.policy()).composeIntegration({ sessions, client, signedIn }, ...pane),
    openLink: (url) => void window.open(url, '_blank', 'noopener'),
    copyText,
  };
}
