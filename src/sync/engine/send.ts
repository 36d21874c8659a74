/** Sends steps of one kind to one side in one call. */
import type { SideName } from '../actions';
import type { AppointmentItem, MeetingItem } from '../model';
import type { Removed, SideFault, Written } from '../ports';
import { mayPass } from './retry';
import { capabilitiesOf } from './run';
import type { Run } from './run';
import { toSend } from './steps';
import type { Sent, Verb } from './steps';
import { stepOf } from './work';
import type { Work } from './work';

export type SideAnswer = Written<MeetingItem | AppointmentItem> | Removed;

/**
 * @returns one answer for each, in their order; shorter where the side did not answer for all
 * @throws SideFault where it did not answer at all; after a `timeout` it may have happened
 */
export async function send(
  run: Run,
  side: SideName,
  verb: Verb,
  works: readonly Work[],
): Promise<readonly SideAnswer[]> {
  const { versions } = capabilitiesOf(run, side);
  const sent = works.flatMap((work) => {
    const step = stepOf(work);
    const one = step && toSend(work.task, step, work.answers, versions);
    return one ? [one] : [];
  });
  if (sent.length !== works.length) throw new RangeError('A step was to be sent that has nothing to send');
  return run.callers[side].call(verb, async () => {
    const answers = await sendAll(run, side, verb, sent);
    const fault = faultOfAll(answers);
    if (fault) throw fault;
    return answers;
  });
}

/** Where every single item failed with what says that nothing happened, it is the side, and none of the items. */
function faultOfAll(answers: readonly SideAnswer[]): SideFault | undefined {
  const faults = answers.map((answer) => (answer.kind === 'failed' ? answer.fault : undefined));
  const [first] = faults;
  return first &&
    mayPass(first.kind) &&
    first.kind !== 'timeout' &&
    faults.every((fault) => fault?.kind === first.kind)
    ? first
    : undefined;
}

function sendAll(
  { meetings, appointments, signal }: Run,
  side: SideName,
  verb: Verb,
  sent: readonly Sent[],
): Promise<readonly SideAnswer[]> {
  if (verb === 'remove') {
    const those = sent.flatMap((each) => (each.verb === 'remove' ? [each.expected] : []));
    return side === 'meeting' ? meetings.remove(those, signal) : appointments.remove(those, signal);
  }
  if (side === 'meeting' && verb === 'create') {
    const drafts = sent.flatMap((each) =>
      each.to === 'meeting' && each.verb === 'create' ? [each.draft] : [],
    );
    return meetings.create(drafts, signal);
  }
  if (side === 'meeting') {
    const patches = sent.flatMap((each) =>
      each.to === 'meeting' && each.verb === 'update' ? [each.patch] : [],
    );
    return meetings.update(patches, signal);
  }
  if (verb === 'create') {
    const drafts = sent.flatMap((each) =>
      each.to === 'appointment' && each.verb === 'create' ? [each.draft] : [],
    );
    return appointments.create(drafts, signal);
  }
  const patches = sent.flatMap((each) =>
    each.to === 'appointment' && each.verb === 'update' ? [each.patch] : [],
  );
  return appointments.update(patches, signal);
}
