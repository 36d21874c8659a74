/**
 * The pages about meetings: a person's list, one meeting's form, and where join links lead.
 */
import type { Form } from '../forms';
import type { StoredMeeting } from '../meetingModel';
import { isRecoverable, isThere } from '../meetingLife';
import { groupedId } from '../meetingViews';
import { wallClockText } from '../time';
import { html, type Html } from './html';
import type { Page } from './layout';

const typeNames: Record<StoredMeeting['type'], string> = {
  1: 'Instant',
  2: 'Scheduled',
  3: 'No fixed time',
  8: 'Series',
};

/** `Mon, 23 Nov 2026, 09:00, 30 minutes (Europe/Berlin)`. */
function whenText(meeting: StoredMeeting): string {
  if (meeting.start === null) return `${typeNames[meeting.type]}, ${meeting.duration} minutes`;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: meeting.timezone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${format.format(meeting.start)}, ${meeting.duration} minutes (${meeting.timezone})`;
}

const post = (action: string, formToken: string, button: Html) =>
  html`<form method="post" action="${action}">
    <input type="hidden" name="token" value="${formToken}" />${button}
  </form>`;

function row(meeting: StoredMeeting, now: number, formToken: string): Html {
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
      <div class="soft">${whenText(meeting)}</div>
      <div class="soft">ID ${groupedId(meeting.id)}</div>
    </div>
    <span class="chip">${status}</span>
    <div class="actions">${actions}</div>
  </li>`;
}

/** A person's meetings: those that are there by start, then deleted and expired ones, latest first. */
export function listPage(meetings: readonly StoredMeeting[], now: number, formToken: string): Page {
  const there = meetings.filter((meeting) => isThere(meeting, now));
  const gone = meetings.filter((meeting) => !isThere(meeting, now));
  there.sort((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity) || a.id - b.id);
  gone.sort((a, b) => b.modifiedAt - a.modifiedAt || a.id - b.id);
  const list = (rows: readonly StoredMeeting[]) =>
    html`<ul class="list">
      ${rows.map((meeting) => row(meeting, now, formToken))}
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

/** The form of one meeting. `refused` is what was typed when saving was refused, and why. */
export function meetingPage(
  meeting: StoredMeeting,
  joinLink: string,
  formToken: string,
  refused?: { form: Form; why: string },
): Page {
  const path = `/meeting/${meeting.id}`;
  const shown = refused?.form ?? {};
  const start =
    meeting.start !== null &&
    html`<label for="start">Start (${meeting.timezone})</label>
      <input
        id="start"
        name="start"
        type="datetime-local"
        required
        value="${shown['start'] ?? wallClockText(meeting.start, meeting.timezone)}"
      />`;
  return {
    title: meeting.topic,
    narrow: true,
    status: refused === undefined ? 200 : 400,
    content: html`<div class="card">
      <h1><bdi>${meeting.topic}</bdi></h1>
      ${refused && html`<p class="error" role="alert">${refused.why}</p>`}
      <p class="soft">ID ${groupedId(meeting.id)} - <a href="${joinLink}">Join link</a></p>
      <form method="post" action="${path}">
        <input type="hidden" name="token" value="${formToken}" />
        <label for="topic">Topic</label
        ><input id="topic" name="topic" required value="${shown['topic'] ?? meeting.topic}" />
        ${start || undefined}
        <label for="duration">Minutes</label>
        <input
          id="duration"
          name="duration"
          type="number"
          min="1"
          max="1440"
          required
          value="${shown['duration'] ?? meeting.duration}"
        />
        <label for="passcode">Passcode</label>
        <input
          id="passcode"
          name="passcode"
          maxlength="10"
          autocomplete="off"
          value="${shown['passcode'] ?? meeting.password}"
        />
        <div class="row"><button class="primary">Save</button><a class="button" href="/">Back</a></div>
      </form>
      <div class="row">
        ${post(`${path}/delete`, formToken, html`<button class="danger">Delete this meeting</button>`)}
      </div>
    </div>`,
  };
}

/** Where a join link leads. */
export function joinPage(meeting: StoredMeeting, hostName: string): Page {
  return {
    title: meeting.topic,
    narrow: true,
    content: html`<div class="card">
      <h1>Meeting <bdi>${meeting.topic}</bdi></h1>
      <dl>
        <dt>Meeting ID</dt>
        <dd>${groupedId(meeting.id)}</dd>
        <dt>Host</dt>
        <dd>${hostName}</dd>
        <dt>When</dt>
        <dd>${whenText(meeting)}</dd>
      </dl>
      <p class="soft">The real Zoom would open the meeting here.</p>
    </div>`,
  };
}
