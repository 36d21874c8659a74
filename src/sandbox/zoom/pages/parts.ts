/**
 * Parts that several pages about meetings have in common: buttons that post, fields for times, what a form was refused
 * for.
 */
import type { Form } from '../forms';
import type { Person } from '../people';
import { wallClockText } from '../time';
import { html, type Html } from './html';

/** A form of one button. */
export const post = (action: string, formToken: string, button: Html) =>
  html`<form method="post" action="${action}">
    <input type="hidden" name="token" value="${formToken}" />${button}
  </form>`;

/** What a form was refused for, and what was typed into it. */
export interface Refused {
  form: Form;
  why: string;
}

/** What a page about one meeting needs beside the meeting. */
export interface Looking {
  viewer: Person;
  joinLink: string;
  formToken: string;
  /** UTC milliseconds. */
  now: number;
}

/** The fields for start and length, in the zone of the meeting. `start` is null where there is no fixed time. */
export function timeFields(start: number | null, duration: number, timeZone: string, typed: Form): Html {
  const startField = html`<label for="start">Start (${timeZone})</label>
    <input
      id="start"
      name="start"
      type="datetime-local"
      required
      value="${typed['start'] ?? (start === null ? '' : wallClockText(start, timeZone))}"
    />`;
  return html`${start === null ? undefined : startField}
    <label for="duration">Minutes</label>
    <input
      id="duration"
      name="duration"
      type="number"
      min="1"
      max="1440"
      required
      value="${typed['duration'] ?? duration}"
    />`;
}
