/**
 * What an add-in is told at its start: the host it runs in, and the item that is open.
 */
import type { CallContext, Host } from './calls/call';
import { describePerson } from './calls/people';
import { describeRecurrence } from './calls/recurrence';
import { reportedClients } from './client/reported';
import { includes, requirementMatrix } from './client/requirementSets';
import type { ClientSettings } from './client/settings';
import { offsetRanges } from './time-zones';

const day = 86_400_000;

/** The name of an add-in's frame, by which Office.js learns where it is. */
export function frameName(
  conversationId: string,
  controlId: string,
  hostOrigin: string,
  correlationId: string,
  { locale }: ClientSettings,
): string {
  return JSON.stringify({
    baseFrameName: `_xdm_${controlId}`,
    hostInfo: `Outlook|Web|16.01|${locale.toLowerCase()}|${correlationId}|||0`,
    xdmInfo: `${conversationId}|${controlId}|${hostOrigin}`,
    serializerVersion: '1',
    flights: '[]',
  });
}

/** The answer to `ContextActivationManager_getAppContextAsync`. */
export function appContext(
  host: Host,
  controlId: string,
  hostOrigin: string,
  addInOrigin: string,
  correlationId: string,
  { locale, requirementSet, client, nestedAuth }: ClientSettings,
): object {
  return {
    _id: controlId,
    _appName: 64,
    _appVersion: '15.20.0.0',
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: `${hostOrigin}/`,
    _clientMode: 0,
    _settings: host.roaming.current(),
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: correlationId,
    _appInstanceId: controlId,
    _appMinorVersion: 0,
    _requirementMatrix: requirementMatrix(requirementSet, nestedAuth),
    _hostCustomMessage: '',
    _hostFullVersion: reportedClients[client].fullVersion,
    _clientWindowWidth: window.innerWidth,
    _clientWindowHeight: window.innerHeight,
    _addinName: host.addIn.name,
    _appDomains: [addInOrigin],
    _featureGates: {},
    _initialDisplayMode: 0,
  };
}

/** The answer to `GetInitialData`; `now` decides for which years the zone's offsets are told. */
export function initialData(
  { session, host }: CallContext,
  now: number,
  { client, requirementSet, calendar }: ClientSettings,
): object {
  const { hostVersion, owaView } = reportedClients[client];
  const knowsSeries = includes(requirementSet, '1.7');
  const common = {
    itemType: session.mode === 'compose' ? 5 : 2,
    permissionLevel: host.addIn.permissionLevel,
    userDisplayName: host.user.name,
    userEmailAddress: host.user.address,
    userTimeZone: host.timeZone,
    userProfileType: 'enterprise',
    timeZoneOffsets: offsetRanges(host.ianaTimeZone, now - 3650 * day, now + 3650 * day).map((range) => ({
      start: String(range.start),
      end: String(range.end),
      offset: String(range.offset),
    })),
    hostVersion,
    owaView,
    ewsUrl: '',
    restUrl: '',
    isRestIdSupported: false,
    ...(knowsSeries ? { seriesId: session.state.seriesId ?? null } : {}),
    // Office.js has `getSharedPropertiesAsync` only where this says so.
    isFromSharedFolder: calendar === 'shared' && includes(requirementSet, '1.8'),
    extensionId: host.addIn.id,
  };
  if (session.mode === 'compose') return common;
  const item = session.state;
  return {
    ...common,
    id: item.savedId,
    subject: item.subject,
    normalizedSubject: item.subject.replace(/^\s*((re|fw|fwd):\s*)+/i, ''),
    location: item.location,
    start: item.start,
    end: item.end,
    organizer: describePerson(item.organizer, true),
    to: item.required.map((person) => describePerson(person, false)),
    cc: item.optional.map((person) => describePerson(person, false)),
    ...(knowsSeries ? { recurrence: describeRecurrence(item.recurrence) } : {}),
    itemClass: 'IPM.Appointment',
    dateTimeCreated: item.created,
    dateTimeModified: item.modified,
    attachments: [],
    entities: {},
    isAllDayEvent: item.allDay,
    sensitivity: 'normal',
  };
}
