/**
 * The pages about a series' occurrences: all of them with what one can do, and the form of one.
 */
import type { StoredMeeting } from '../meetingModel';
import { available, nextOccurrence, occurrenceEnd, type StoredOccurrence } from '../occurrences';
import { html, type Html } from './html';
import type { Page } from './layout';
import { post, timeFields, type Looking, type Refused } from './parts';
import { occurrenceText } from './times';

const pathOf = (meeting: StoredMeeting, { id }: StoredOccurrence) =>
  `/meeting/${meeting.id}/occurrence/${id}`;

function statusOf(meeting: StoredMeeting, occurrence: StoredOccurrence, now: number): string | undefined {
  if (occurrence.deleted) return 'Cancelled';
  if (occurrenceEnd(meeting, occurrence) <= now) return 'Over';
  if (occurrence === nextOccurrence(meeting, now)) return 'Next';
  return String(occurrence.start) === occurrence.id ? undefined : 'Moved';
}

function row(meeting: StoredMeeting, occurrence: StoredOccurrence, now: number, formToken: string): Html {
  const path = pathOf(meeting, occurrence);
  const status = statusOf(meeting, occurrence, now);
  const when = occurrenceText(meeting, occurrence);
  const cancel = html`<button class="danger" aria-label="Cancel ${when}">Cancel</button>`;
  const actions = html`<a class="button" href="${path}" aria-label="Edit ${when}">Edit</a
    >${post(`${path}/cancel`, formToken, cancel)}`;
  return html`<li data-occurrence="${occurrence.id}">
    <div class="what">${when}</div>
    ${status && html`<span class="chip">${status}</span>`}
    <div class="actions">${occurrence.deleted ? undefined : actions}</div>
  </li>`;
}

/** Every occurrence of a series; nothing for what is no series. */
export function occurrenceList(meeting: StoredMeeting, now: number, formToken: string): Html | undefined {
  if (meeting.type !== 8) return undefined;
  return html`<h2>Occurrences</h2>
    <ul class="list">
      ${meeting.occurrences.map((occurrence) => row(meeting, occurrence, now, formToken))}
    </ul>`;
}

/** The form of one occurrence. */
export function occurrencePage(
  meeting: StoredMeeting,
  occurrence: StoredOccurrence,
  { formToken }: Looking,
  refused?: Refused,
): Page {
  const path = pathOf(meeting, occurrence);
  const duration = occurrence.duration ?? meeting.duration;
  const last = available(meeting).length === 1;
  return {
    title: meeting.topic,
    narrow: true,
    status: refused === undefined ? 200 : 400,
    content: html`<div class="card">
      <h1><bdi>${meeting.topic}</bdi></h1>
      ${refused && html`<p class="error" role="alert">${refused.why}</p>`}
      <p class="soft">One occurrence: ${occurrenceText(meeting, occurrence)}</p>
      <form method="post" action="${path}">
        <input type="hidden" name="token" value="${formToken}" />
        ${timeFields(occurrence.start, duration, meeting.timezone, refused?.form ?? {})}
        <div class="row">
          <button class="primary">Save</button><a class="button" href="/meeting/${meeting.id}">Back</a>
        </div>
      </form>
      ${last ? html`<p class="soft">It is the last one: without it the meeting is gone.</p>` : undefined}
      <div class="row">
        ${post(`${path}/cancel`, formToken, html`<button class="danger">Cancel this occurrence</button>`)}
      </div>
    </div>`,
  };
}
