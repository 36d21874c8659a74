/**
 * A process that writes to a journal until its disk is full, and tells as JSON how that went: `filler.ts <file> [pages]`.
 * With `pages` the journal stops growing there instead.
 */
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { ProductError } from '../../../src/domain/errors';
import type { Journal } from '../../../src/sync/journal';
import { openJournal } from '../../../src/sync/journal/index';
import { openFile } from '../../../src/sync/journal/open';
import { createJournal } from '../../../src/sync/journal/sqliteJournal';
import { everything, link, noon } from './fixtures';

const [file = '', pages] = process.argv.slice(3);
const options = { file, now: () => noon };
const MOST = 2_000;

function limited(): Journal {
  const { connection } = openFile(file);
  connection.execute(`PRAGMA max_page_count = ${pages}`);
  return createJournal(connection, file, options.now, () => undefined);
}

const codeOf = (action: () => void): string => {
  try {
    action();
    return 'written';
  } catch (error) {
    return error instanceof ProductError ? error.code : String(error);
  }
};

// Something that can be taken away later to make room.
const ballast = `${file}.ballast`;
writeFileSync(ballast, Buffer.alloc(100_000, 1));

const journal = pages === undefined ? openJournal(options).journal : limited();
let written = 0;
let code = 'written';
while (code === 'written' && written < MOST) {
  const links = Array.from({ length: 5 }, (_, at) => link(written + at));
  code = codeOf(() => journal.settle({ links }));
  if (code === 'written') written += 5;
}
const isKept = (those: Journal): boolean => everything(those, MOST).links.length === written;
const again = codeOf(() =>
  journal.settle({ links: Array.from({ length: 200 }, (_, at) => link(written + at)) }),
);
const kept = isKept(journal) && journal.countLinks() === written;
journal.close();

// Whatever room the closing made is taken, so that it is opened on a disk that is full.
const rest = `${file}.rest`;
for (let size = 64; pages === undefined && size < 10_000; size += 64)
  if (codeOf(() => writeFileSync(rest, Buffer.alloc(size * 1_024, 1))) !== 'written') break;

const attempt = (): ReturnType<typeof openJournal> | undefined => {
  try {
    return openJournal(options);
  } catch (error) {
    if (error instanceof ProductError && error.code === 'journal-full') return undefined;
    throw error;
  }
};
const full = attempt();
const atOpening = full
  ? { rebuilt: full.rebuilt ?? 'nothing', kept: isKept(full.journal) }
  : { rebuilt: 'nothing', kept: existsSync(file) && statSync(file).size > 0 };
full?.journal.close();

for (const path of [rest, ballast]) rmSync(path, { force: true });
const { journal: free, rebuilt = 'nothing' } = openJournal(options);
const all = isKept(free);
free.settle({ links: [link(written)] });
const afterwards = { written: all && free.countLinks() === written + 1, rebuilt };
free.close();

process.stdout.write(JSON.stringify({ refusedWith: [code, again], kept, atOpening, afterwards }));
