/**
 * A process that writes a stream to a journal: `writer.ts <file> <seed> [dieAt]`. It tells the number of every write
 * that has returned, one a line. With `dieAt` it is killed when it asks for the time that often, which is inside a
 * transaction; without, it writes until somebody kills it.
 */
import { writeSync } from 'node:fs';
import { openJournal } from '../../../src/sync/journal/index';
import { noon } from './fixtures';
import { write } from './stream';

const [file = '', seed = '0', dieAt] = process.argv.slice(3);
let asked = 0;
const now = (): number => {
  asked += 1;
  if (asked === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
  return noon;
};

const { journal } = openJournal({ file, now });
for (let number = 1; ; number += 1) {
  write(journal, Number(seed), number);
  writeSync(1, `${number}\n`);
}
