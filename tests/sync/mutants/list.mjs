// Deliberate mistakes in the sync engine, each of a kind that would lose, repeat or overwrite something. `find` stands
// exactly once in its file. That each is noticed is what `npm run test:mutants` shows.
export const mutants = [
  {
    name: 'nothing is written down before it is sent',
    file: 'src/sync/engine/apply.ts',
    find: 'book.begin(group, queues[side][verb].slice(0, BEGUN_AHEAD), run.now());',
    put: '',
  },
  {
    name: 'a write whose answer was lost counts as one that failed',
    file: 'src/sync/engine/apply.ts',
    find: "if (error.kind === 'timeout') return out.unheard(group);",
    put: '',
  },
  {
    name: 'Zoom wins the topic',
    file: 'src/sync/plan/topic.ts',
    find: 'if (!inCalendar) {',
    put: 'if (!inCalendar || inZoom) {',
  },
  {
    name: 'single occurrences that were changed in the calendar are forgotten',
    file: 'src/sync/plan/occurrences.ts',
    find: 'toZoom: telling(zoom, merged.toZoom, now),',
    put: 'toZoom: [],',
  },
  {
    name: 'what was asked for is taken for what was answered',
    file: 'src/sync/engine/settled.ts',
    find: 'for (const field of fields) facts[field] = item.facts[field];',
    put: '',
  },
  {
    name: 'whatever was changed in the meantime is written over',
    file: 'src/sync/engine/send.ts',
    find: 'toSend(work.task, step, work.answers, versions)',
    put: 'toSend(work.task, step, work.answers, false)',
  },
  {
    name: 'the calendar wins what only Zoom changed',
    file: 'src/sync/plan/times.ts',
    find: 'return moves.calendar\n    ? fromCalendar',
    put: 'return moves.calendar || moves.zoom\n    ? fromCalendar',
  },
  {
    name: 'an appointment that the person changes just then is deleted with its meeting',
    file: 'src/sync/plan/gone.ts',
    find: 'if (!isAppointmentAsAgreed(link, appointment)) {',
    put: 'if (false) {',
  },
  {
    name: 'an appointment that the person once changed is deleted with its meeting',
    file: 'src/sync/origin.ts',
    find: "link.origin === 'appointment-made' && !isAsAgreed(link, appointment, row) ? 'adopted' : link.origin",
    put: 'link.origin',
  },
  {
    name: 'a meeting that expired counts as deleted',
    file: 'src/sync/plan/gone.ts',
    find: "if (isOver(link.meeting.times, now)) return { rule: 'meeting-expired', steps: [] };",
    put: '',
  },
  {
    name: 'a meeting that was not made here is deleted with its appointment',
    file: 'src/sync/plan/gone.ts',
    find: 'if (!meeting.hostedByMe || !meeting.madeHere) return',
    put: 'if (!meeting.hostedByMe) return',
  },
  {
    name: 'cursors move on though something still has to be looked at',
    file: 'src/sync/engine/conclude.ts',
    find: '    due: nextDue,\n',
    put: '    due: [],\n',
  },
  {
    name: 'what is no longer listed counts as deleted',
    file: 'src/sync/engine/observe.ts',
    find: "if (side === 'meeting') look.wantMeeting(id);\n      else look.wantAppointment(id);",
    put: "if (side === 'meeting') look.sawMeeting(id, 'gone');\n      else look.sawAppointment(id, 'gone');",
  },
  {
    name: 'what an earlier run left unfinished is sent again without a look',
    file: 'src/sync/engine/recover.ts',
    find: 'const fates = await fatesOf(run, works);',
    put: "const fates = new Map<Work, Fate>(works.map((work) => [work, { kind: 'not-done' }]));",
  },
  {
    name: 'a copy is not told from the appointment that it was copied from',
    file: 'src/sync/plan/pairing.ts',
    find: "const madeFor = ['this', 'untold', 'another'] as const;",
    put: "const madeFor = ['another', 'untold', 'this'] as const;",
  },
];
