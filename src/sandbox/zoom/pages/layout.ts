/**
 * What every page of the stand-in has around its content, and the headers that it is sent with.
 */
import type { FastifyReply } from 'fastify';
import { displayName } from '../people';
import type { Browser } from '../browsers';
import { html, type Html } from './html';

export interface Page {
  title: string;
  content: Html;
  narrow?: boolean;
  status?: number;
  /** Origin that a form of this page may be redirected to, beside this server. */
  formTarget?: string;
}

function frame(page: Page, browser: Browser): Html {
  const { person, formToken } = browser;
  const who =
    person &&
    html`<form method="post" action="/signout">
      <input type="hidden" name="token" value="${formToken}" />
      <span>${displayName(person)}</span><button>Sign out</button>
    </form>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} - Zoom (sandbox)</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="data:," />
        <script src="/page.js" defer></script>
      </head>
      <body>
        <header>
          <p class="notice">
            This is a stand-in for Zoom on your own computer. It is not Zoom's service, and nothing here
            leaves this computer.
          </p>
          <div class="bar"><strong>Zoom (sandbox)</strong><a href="/">Meetings</a>${who}</div>
        </header>
        <main class="${page.narrow ? 'narrow' : ''}">${page.content}</main>
      </body>
    </html>`;
}

/** Sends a page: not cached, not framed, nothing loaded from elsewhere. */
export function sendPage(reply: FastifyReply, page: Page, browser: Browser): FastifyReply {
  const formAction = ["'self'", page.formTarget].filter(Boolean).join(' ');
  return reply
    .status(page.status ?? 200)
    .headers({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': `default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    })
    .type('text/html; charset=utf-8')
    .send(frame(page, browser).text);
}

/** A page that says what went wrong. */
export function problemPage(status: number, title: string, message: string): Page {
  return {
    title,
    status,
    narrow: true,
    content: html`<div class="card">
      <h1>${title}</h1>
      <p>${message}</p>
    </div>`,
  };
}
