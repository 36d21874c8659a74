/** A side's process, and the pipes to it. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

export type SideProcess = ChildProcessByStdio<Writable, Readable, null>;

/** @param words what the program is started with */
export const startSide = (program: string, words: readonly string[]): SideProcess =>
  spawn(process.execPath, [program, ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
