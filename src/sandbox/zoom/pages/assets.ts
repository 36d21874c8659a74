/**
 * The style sheet and the script of the stand-in's pages. The script keeps the list of meetings up to date.
 */

export const style = `
:root {
  color-scheme: light dark;
  --ground: #f4f6f9; --card: #fff; --text: #1b1f26; --soft: #59616e; --line: #dfe3e9;
  --accent: #0b5cff; --on-accent: #fff; --warn: #fff4d6; --on-warn: #5b4300; --danger: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171c; --card: #1d2128; --text: #eceff4; --soft: #a4adba; --line: #333a45;
    --accent: #82aaff; --on-accent: #0c1422; --warn: #3b3215; --on-warn: #ffe6a3; --danger: #ff9b93;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 15px/1.5 system-ui, 'Segoe UI', sans-serif; }
.notice { margin: 0; background: var(--warn); color: var(--on-warn); padding: 6px 20px; font-size: 13px; text-align: center; }
header .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; padding: 14px 20px; background: var(--card); border-bottom: 1px solid var(--line); }
header strong { font-size: 18px; white-space: nowrap; }
header form { white-space: nowrap; margin-left: auto; display: flex; align-items: center; gap: 12px; color: var(--soft); }
main { max-width: 860px; margin: 24px auto; padding: 0 20px; }
main.narrow { max-width: 460px; }
h1 { font-size: 22px; margin: 0 0 12px; overflow-wrap: anywhere; }
h2 { font-size: 15px; color: var(--soft); margin: 24px 0 8px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 20px; }
.list { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.list > li { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; padding: 12px 16px; border-top: 1px solid var(--line); }
.list > li:first-child { border-top: 0; }
.list .what { flex: 1 1 260px; min-width: 0; overflow-wrap: anywhere; }
.list .topic { font-weight: 600; }
.soft { color: var(--soft); }
.chip { border: 1px solid var(--line); border-radius: 99px; padding: 0 8px; font-size: 12px; color: var(--soft); }
.actions { display: flex; gap: 8px; align-items: center; flex-wrap: wrap; }
.actions form { margin: 0; }
button, .button { font: inherit; border: 1px solid var(--line); border-radius: 8px; padding: 5px 14px; background: var(--card); color: var(--text); cursor: pointer; text-decoration: none; display: inline-block; }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.danger { color: var(--danger); }
button.wide { width: 100%; text-align: left; padding: 10px 14px; margin-top: 8px; }
button:focus-visible, a:focus-visible, input:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
a { color: var(--accent); }
label { display: block; margin-top: 12px; font-weight: 600; }
input { font: inherit; width: 100%; padding: 6px 10px; border: 1px solid var(--line); border-radius: 8px; background: var(--ground); color: var(--text); }
.error { border-left: 4px solid var(--danger); padding: 6px 12px; margin: 0 0 12px; }
.row { display: flex; gap: 12px; margin-top: 20px; flex-wrap: wrap; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
`;

export const script = `
'use strict';
const list = document.getElementById('meetings');
if (list) {
  let running = false;
  let again = false;
  const refresh = async () => {
    if (running) { again = true; return; }
    running = true;
    do {
      again = false;
      const answer = await fetch('/', { headers: { accept: 'text/html' } }).catch(() => undefined);
      if (!answer || !answer.ok) continue;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById('meetings');
      if (fresh) document.getElementById('meetings').replaceWith(fresh);
    } while (again);
    running = false;
  };
  const events = new EventSource('/events');
  events.addEventListener('changed', refresh);
}
`;
