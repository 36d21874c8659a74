/** The one page of the stand-in: choosing who signs in. No password, since there is nothing to protect. */
import { html, type Html } from '../zoom/pages/html';
import { people } from './people';

export const style = `
:root { color-scheme: light dark; }
body { margin: 0; font: 15px/1.5 system-ui, 'Segoe UI', sans-serif; background: Canvas; color: CanvasText; }
.notice { margin: 0; padding: 6px 20px; font-size: 13px; text-align: center; background: #fff4d6; color: #5b4300; }
main { max-width: 420px; margin: 32px auto; padding: 0 20px; }
h1 { font-size: 22px; }
button { display: block; width: 100%; margin-top: 8px; padding: 10px 14px; font: inherit; text-align: start; cursor: pointer; }
`;

function page(title: string, content: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - Microsoft (sandbox)</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <p class="notice">
          This is a stand-in for Microsoft Entra ID on your own computer. It is not Microsoft's service, and
          nothing here leaves this computer.
        </p>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`.text;
}

/** @param action where the choice is posted to */
export const choosePage = (action: string): string =>
  page(
    'Choose an account',
    html`<form method="post" action="${action}">
      ${people.map(
        ({ name, userName }) =>
          html`<button name="person" value="${userName}">${name}<br />${userName}</button>`,
      )}
      <button name="person" value="">Cancel</button>
    </form>`,
  );

export const messagePage = (title: string, message: string): string => page(title, html`<p>${message}</p>`);
