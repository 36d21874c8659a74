/** Bodies of appointments the way people and their clients leave them, written for these tests. */
import { otherMeeting, zoomsOwnText } from './samples';

const webFont =
  'style="font-family: Aptos, Calibri, Helvetica, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);"';

/** A short note from Outlook on the web, with a signature that has a logo. */
const webNote = `<div class="elementToProof" ${webFont}>Hello all,</div>
<div class="elementToProof" ${webFont}><br></div>
<div class="elementToProof" ${webFont}>two points for Monday: the <b>budget</b> &amp; the <i>roof</i>&nbsp;:-)</div>
<ul style="margin-top: 0px;"><li><div ${webFont}>Budget, see <a href="https://example.test/plan?a=1&amp;b=2">the plan</a></div></li>
<li><div ${webFont}>Roof<ul><li>North side</li><li>South side</li></ul></div></li></ul>
<div id="Signature"><div ${webFont}>Kind regards<br>Sandbox Organizer</div><div><img src="cid:logo@example.test" alt="Logo" width="120" height="40"></div></div>`;

/** A long thread from classic Outlook, with a table, a list made by hand and quoted mails. */
const wordThread = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15 (filtered medium)"><style><!--
p.MsoNormal {margin:0cm;}
--></style><!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="1026"/></xml><![endif]--></head><body lang=DE link="#0563C1" vlink="#954F72"><div class=WordSection1>
<p class=MsoNormal><span lang=DE style='mso-fareast-language:EN-US'>Guten Morgen,<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>im Anhang die Zahlen f&uuml;r die Gr&ouml;&szlig;en. Wir treffen uns bei
Zimmer 5 &#8211; oder online.<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>-<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>erstens<o:p></o:p></p>
<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse'><tr><td width=100 style='border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'><p class=MsoNormal>Posten<o:p></o:p></p></td><td><p class=MsoNormal align=right>1.250,00<o:p></o:p></p></td></tr><tr><td colspan=2><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>
<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>Von:</b> Sandbox Attendee &lt;attendee@example.test&gt;<br><b>Gesendet:</b> Freitag, 20. November 2026 17:04<br><b>Betreff:</b> AW: AW: Zahlen<o:p></o:p></p></div>
<blockquote style='margin-top:5.0pt;margin-bottom:5.0pt'><p class=MsoNormal>Passt. Time: egal.<o:p></o:p></p></blockquote>
</div></body></html>`;

/** An invitation from Zoom itself, quoted in a mail, and blocks of other services. */
const otherServices = `<div>We may have to move, see below.</div>
<hr tabindex="-1" style="display:inline-block; width:98%">
<div id="divRplyFwdMsg" dir="ltr"><b>From:</b> Sandbox Attendee<br><b>Subject:</b> Calls</div>
<blockquote><div>${zoomsOwnText(otherMeeting).replaceAll('\n', '<br>')}</div></blockquote>
<div style="width:100%"><span>________________________________________________________________________________</span></div>
<div class="me-email-text"><div><span style="font-size:20px">Microsoft Teams</span> <a href="https://aka.ms/JoinTeamsMeeting">Need help?</a></div>
<div><a id="meet_invite_block.action.join_link" href="https://teams.example.test/l/meetup-join/19%3ameeting">Join the meeting now</a></div>
<div>Meeting ID: 231 456 789 012</div><div>Passcode: tY7wq2</div></div>
<table border="0"><tbody><tr><td><h4>Join from the meeting link</h4><a href="https://example.webex.test/m/ab12">https://example.webex.test/m/ab12</a></td></tr>
<tr><td>Meeting number (access code): 2345 678 9012</td></tr></tbody></table>`;

/** Nothing but a picture, and nothing at all. */
const picture =
  '<div><img src="data:image/png;base64,iVBORw0KGgo=" alt="Map" width="300" height="200"></div>';

const arabicNote = `<div dir="rtl" ${webFont}>مرحبًا بالجميع،</div><div dir="rtl" ${webFont}>جدول الأعمال: 1) الميزانية 2) السقف</div>`;

export const htmlCorpus: readonly (readonly [name: string, body: string])[] = [
  ['an empty body', ''],
  ['bare words', 'Agenda follows'],
  ['a note from the web with a signature', webNote],
  ['a thread from classic Outlook', wordThread],
  ['other services and Zoom’s own invitation', otherServices],
  ['a picture alone', picture],
  ['a note from right to left', arabicNote],
  ['a very long thread', `${webNote}${`<hr><div>${webNote}</div>`.repeat(4)}`],
];

export const textCorpus: readonly (readonly [name: string, body: string])[] = [
  ['an empty body', ''],
  [
    'a short note',
    'Hello all,\n\ntwo points for Monday:\n - budget\n - roof\n\nKind regards\nSandbox Organizer',
  ],
  [
    'a thread with Zoom’s own invitation',
    `See below.\r\n\r\n-----Original Appointment-----\r\nFrom: Sandbox Attendee\r\nTime: whenever\r\n\r\n${zoomsOwnText(otherMeeting).replaceAll('\n', '\r\n')}\r\n`,
  ],
  ['lines as long as they get', `${'word '.repeat(40).trim()}\n${'x'.repeat(75)}\nend`],
];
