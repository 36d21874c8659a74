/**
 * Why a process of the sandbox ended, in words, from how it ended and what it logged. A signal is its own cause; a
 * process that ends with a code has usually said why in a line of level `fatal`, or Node has, in its report.
 */
import * as z from 'zod';
import { parseJson } from '../domain/json';

/** How a process ended, as Node tells it, and its log: lines of JSON with whatever else came between. */
export interface End {
  code: number | null;
  signal: string | null;
  log: string;
}

export interface Cause {
  /** The end of a sentence that begins with the process, its own full stop included. */
  predicate: string;
  /** Another program has its port. */
  portBusy: boolean;
}

const ERROR = 50;
const FATAL = 60;
const Line = z.object({
  level: z.int(),
  msg: z.string().optional(),
  err: z.object({ message: z.string() }).optional(),
});

/** Signals that people and the system send; every other one is a breakdown of the process itself. */
const fromOutside = new Set(['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT']);

export function causeOf({ code, signal, log }: End): Cause {
  if (signal !== null)
    return cause(fromOutside.has(signal) ? `was ended from outside (${signal}).` : `broke down (${signal}).`);
  // The processes end so only when they are asked to.
  if (code === 0) return cause('was asked from outside to end, and did.');
  const said = lastError(log);
  if (said === undefined) return cause(`ended with code ${code}.`);
  if (said.fatal) return cause(`ended: ${sentence(said.text)}`);
  return cause(`ended with code ${code}; the last error in its log: ${sentence(said.text)}`);
}

const cause = (predicate: string): Cause => ({ predicate, portBusy: predicate.includes('EADDRINUSE') });

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

function lastError(log: string): { text: string; fatal: boolean } | undefined {
  for (const line of log.split('\n').reverse()) {
    const { success, data } = Line.safeParse(parseJson(line));
    if (!success) {
      const uncaught = /^(?:Uncaught )?\w*Error(?: \[\w+\])?: (.+)$/.exec(line)?.[1];
      if (uncaught !== undefined) return { text: uncaught.trim(), fatal: true };
    } else if (data.level >= ERROR) return { text: textOf(data), fatal: data.level >= FATAL };
  }
  return undefined;
}

function textOf({ msg = '', err }: z.infer<typeof Line>): string {
  const message = err?.message ?? '';
  if (msg === '' || msg === message) return message.trim() || 'it gave no reason';
  return (msg.includes(message) ? msg : `${msg}: ${message}`).trim();
}
