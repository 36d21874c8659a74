/**
 * The pages of signing in: choosing a person, and allowing the app what it asks for.
 */
import { displayName, type Person } from '../people';
import { html } from './html';
import type { Page } from './layout';

/** Choose a person; no password, since there is nothing to protect. `returnTo` is a path of this server. */
export function signInPage(people: readonly Person[], returnTo: string, formToken: string): Page {
  return {
    title: 'Sign in',
    narrow: true,
    content: html`<div class="card">
      <h1>Sign in</h1>
      <p class="soft">Choose who you are in this sandbox.</p>
      <form method="post" action="/signin">
        <input type="hidden" name="token" value="${formToken}" />
        <input type="hidden" name="return" value="${returnTo}" />
        ${people.map(
          (person) =>
            html`<button class="wide" name="person" value="${person.id}">
              ${displayName(person)}<br /><span class="soft">${person.email}</span>
            </button>`,
        )}
      </form>
    </div>`,
  };
}

const permissions = [
  'See your name, email address, time zone and meeting settings',
  'See for whom you may schedule, who may schedule for you, and meeting templates',
  'See your meetings',
  'Create meetings for you',
  'Change, delete and recover your meetings',
];

/** Allow or decline. `action` is the authorization's own address, with its query. */
export function consentPage(person: Person, action: string, formToken: string, redirectOrigin: string): Page {
  return {
    title: 'Allow access',
    narrow: true,
    formTarget: redirectOrigin,
    content: html`<div class="card">
      <h1>Allow access to your Zoom account?</h1>
      <p>
        The app at <strong>${redirectOrigin}</strong> wants to do this as
        <strong>${displayName(person)}</strong>:
      </p>
      <ul>
        ${permissions.map((permission) => html`<li>${permission}</li>`)}
      </ul>
      <form method="post" action="${action}">
        <input type="hidden" name="token" value="${formToken}" />
        <div class="row">
          <button class="primary" name="decision" value="allow">Allow</button>
          <button name="decision" value="decline">Decline</button>
        </div>
      </form>
      <form method="post" action="/signout">
        <input type="hidden" name="token" value="${formToken}" />
        <input type="hidden" name="return" value="${action}" />
        <p class="soft">Somebody else? <button>Use another account</button></p>
      </form>
    </div>`,
  };
}
