/**
 * The pages about meetings: a person's list, one meeting's form, and where join links lead.
 */
import type { StoredMeeting } from '../meetingModel';
import { isRecoverable, isThere } from '../meetingLife';
import { groupedId, joinNumber } from '../meetingViews';
import { nextOccurrence } from '../occurrences';
import { displayName, type Person } from '../people';
import { html, type Html } from './html';
import type { Page } from './layout';
import { occurrenceList } from './occurrencePages';
import { post, timeFields, type Looking, type Refused } from './parts';
import { patternText, whenText } from './times';

const typeNames: Record<StoredMeeting['type'], string> = {
  1: 'Instant',
  2: 'Scheduled',
  3: 'No fixed time',
  8: 'Series',
};

/** A meeting with what the pages say of it beside. */
export interface Shown {
  meeting: StoredMeeting;
  host: Person;
  /** Who scheduled it for the host. */
  scheduler?: Person;
}

/** Whose meeting it is, where that is not the person who looks. */
function hostLine({ host, scheduler }: Shown, viewer: Person): Html | undefined {
  const by = scheduler === undefined ? '' : `, scheduled by ${displayName(scheduler)}`;
  if (host.id === viewer.id && by === '') return undefined;
  return html`<div class="soft">Host: ${displayName(host)}${by}</div>`;
}

/** The meeting's id, with the number that people join with where that is another. */
function idText(meeting: StoredMeeting, host: Person): string {
  const number = joinNumber(meeting, host);
  const id = `ID ${groupedId(meeting.id)}`;
  return number === meeting.id ? id : `${id}, joined with personal ID ${groupedId(number)}`;
}

function row(shown: Shown, viewer: Person, now: number, formToken: string): Html {
  const { meeting, host } = shown;
  const path = `/meeting/${meeting.id}`;
  const there = isThere(meeting, now);
  const actions = there
    ? html`<a class="button" href="${path}">Edit</a
        >${post(`${path}/delete`, formToken, html`<button class="danger">Delete</button>`)}`
    : isRecoverable(meeting, now)
      ? post(`${path}/recover`, formToken, html`<button>Recover</button>`)
      : undefined;
  const status = there ? typeNames[meeting.type] : meeting.deletedAt === null ? 'Expired' : 'Deleted';
  return html`<li data-meeting="${meeting.id}">
    <div class="what">
      <bdi class="topic">${meeting.topic}</bdi>
      <div class="soft">${whenText(meeting, now)}</div>
      ${hostLine(shown, viewer)}
      <div class="soft">${idText(meeting, host)}</div>
    </div>
    <span class="chip">${status}</span>
    <div class="actions">${actions}</div>
  </li>`;
}

/** A person's meetings: those that are there by their next start, then deleted and expired ones, latest first. */
export function listPage(all: readonly Shown[], viewer: Person, now: number, formToken: string): Page {
  const there = all.filter(({ meeting }) => isThere(meeting, now));
  const gone = all.filter(({ meeting }) => !isThere(meeting, now));
  const startOf = ({ meeting }: Shown) => nextOccurrence(meeting, now)?.start ?? meeting.start ?? Infinity;
  const byId = (a: Shown, b: Shown) => a.meeting.id - b.meeting.id;
  there.sort((a, b) => startOf(a) - startOf(b) || byId(a, b));
  gone.sort((a, b) => b.meeting.modifiedAt - a.meeting.modifiedAt || byId(a, b));
  const list = (rows: readonly Shown[]) =>
    html`<ul class="list">
      ${rows.map((shown) => row(shown, viewer, now, formToken))}
    </ul>`;
  const empty = html`<p class="card soft">
    No meetings. One that is added in Outlook appears here by itself.
  </p>`;
  return {
    title: 'Meetings',
    content: html`<div id="meetings" aria-live="polite">
      <h1>Meetings</h1>
      ${there.length > 0 ? list(there) : empty}
      ${
        gone.length > 0
          ? html`<h2>Deleted or expired</h2>
              ${list(gone)}`
          : undefined
      }
    </div>`,
  };
}

/** The form of one meeting, of a series with its occurrences below. */
export function meetingPage(shown: Shown, looking: Looking, refused?: Refused): Page {
  const { meeting, host } = shown;
  const { viewer, joinLink, formToken, now } = looking;
  const path = `/meeting/${meeting.id}`;
  const typed = refused?.form ?? {};
  const pattern = patternText(meeting);
  return {
    title: meeting.topic,
    narrow: true,
    status: refused === undefined ? 200 : 400,
    content: html`<div class="card">
      <h1><bdi>${meeting.topic}</bdi></h1>
      ${refused && html`<p class="error" role="alert">${refused.why}</p>`}
      <p class="soft">${idText(meeting, host)} - <a href="${joinLink}">Join link</a></p>
      ${hostLine(shown, viewer)}
      ${pattern && html`<p>Repeats ${pattern}. A new start makes all occurrences anew.</p>`}
      ${meeting.type === 3 ? html`<p>Recurring, without fixed time.</p>` : undefined}
      <form method="post" action="${path}">
        <input type="hidden" name="token" value="${formToken}" />
        <label for="topic">Topic</label
        ><input id="topic" name="topic" required value="${typed['topic'] ?? meeting.topic}" />
        ${timeFields(meeting.start, meeting.duration, meeting.timezone, typed)}
        <label for="passcode">Passcode</label>
        <input
          id="passcode"
          name="passcode"
          maxlength="10"
          autocomplete="off"
          value="${typed['passcode'] ?? meeting.password}"
        />
        <div class="row"><button class="primary">Save</button><a class="button" href="/">Back</a></div>
      </form>
      <div class="row">
        ${post(`${path}/delete`, formToken, html`<button class="danger">Delete this meeting</button>`)}
      </div>
      ${occurrenceList(meeting, now, formToken)}
    </div>`,
  };
}

/** Where a join link leads. */
export function joinPage(meeting: StoredMeeting, host: Person, now: number): Page {
  return {
    title: meeting.topic,
    narrow: true,
    content: html`<div class="card">
      <h1>Meeting <bdi>${meeting.topic}</bdi></h1>
      <dl>
        <dt>Meeting ID</dt>
        <dd>${groupedId(joinNumber(meeting, host))}</dd>
        <dt>Host</dt>
        <dd>${displayName(host)}</dd>
        <dt>When</dt>
        <dd>${whenText(meeting, now)}</dd>
      </dl>
      <p class="soft">The real Zoom would open the meeting here.</p>
    </div>`,
  };
}

/** Where a personal meeting id leads while no meeting uses it. */
export function personalRoomPage(host: Person): Page {
  return {
    title: 'Personal meeting room',
    narrow: true,
    content: html`<div class="card">
      <h1>Personal meeting room of <bdi>${displayName(host)}</bdi></h1>
      <p>Meeting ID ${groupedId(host.pmi)}</p>
      <p class="soft">The real Zoom would open the room here.</p>
    </div>`,
  };
}
