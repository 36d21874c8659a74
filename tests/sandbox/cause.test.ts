/** What is said when a process of the sandbox ends: the true cause, in words. */
import { causeOf } from '../../src/sandbox/cause';

const line = (level: number, msg: string, more: object = {}) => JSON.stringify({ level, msg, ...more });
const listening = line(30, 'listening', { url: 'https://localhost:5300' });
const ended = (code: number | null, ...log: string[]) =>
  causeOf({ code, signal: null, log: `${log.join('\n')}\n` }).predicate;

it.each(['SIGKILL', 'SIGTERM'])('names %s as an end from outside, whatever was logged', (signal) => {
  const log = [listening, line(50, 'an error of long ago')].join('\n');
  expect(causeOf({ code: null, signal, log }).predicate).toBe(`was ended from outside (${signal}).`);
});

it('names a breakdown by its signal', () => {
  expect(causeOf({ code: null, signal: 'SIGSEGV', log: '' }).predicate).toBe('broke down (SIGSEGV).');
});

it('takes an end without error for one that was asked for', () => {
  expect(ended(0, line(60, 'of before'))).toBe('was asked from outside to end, and did.');
});

it('tells what a process gave as the reason of its end, without JSON', () => {
  expect(ended(1, listening, line(60, 'The key is damaged.'), line(30, 'bye'))).toBe(
    'ended: The key is damaged.',
  );
  expect(ended(1, line(60, 'no room', { err: { message: 'no room', stack: 'Error' } }))).toBe(
    'ended: no room.',
  );
  expect(ended(1, line(60, 'Stopping failed', { err: { message: 'no room' } }))).toBe(
    'ended: Stopping failed: no room.',
  );
});

it('does not take an earlier error for the reason', () => {
  expect(ended(7, line(50, 'Request failed'), listening)).toBe(
    'ended with code 7; the last error in its log: Request failed.',
  );
});

it('finds the error in Node’s own report', () => {
  const report = [
    '/code.js:1',
    "throw new RangeError('too far')",
    '^',
    '',
    'RangeError: too far',
    '    at x',
  ];
  expect(ended(1, listening, ...report, '', 'Node.js v20')).toBe('ended: too far.');
});

it('names the code when nothing was said', () => {
  expect(ended(3, listening)).toBe('ended with code 3.');
  expect(ended(3)).toBe('ended with code 3.');
});

it('knows a busy port, and takes nothing else for one', () => {
  const busyPort = line(60, 'listen EADDRINUSE: address already in use ::1:5300');
  expect(causeOf({ code: 1, signal: null, log: busyPort }).portBusy).toBe(true);
  const busyFolder = line(60, 'The database folder is in use by process 1.');
  expect(causeOf({ code: 1, signal: null, log: busyFolder }).portBusy).toBe(false);
});
