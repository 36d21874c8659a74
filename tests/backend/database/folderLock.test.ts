/** The lock on the embedded database's folder: one holder, who loses it with the process, however that ends. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderInUseError, lockFolder } from '../../../src/backend/database/folderLock';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'lock-')), 'data');
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

it('refuses a second holder, and says who has it and what to do', () => {
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(FolderInUseError);
  expect(() => lockFolder(folder)).toThrow(new RegExp(`in use by process ${process.pid} on .*DATABASE_DIR`));
  lock.release();
});

it('is free again after it was released', () => {
  lockFolder(folder).release();
  lockFolder(folder).release();
});

it('holds among processes, and is free as soon as the holder was killed', async () => {
  lockFolder(folder).release();
  const libsql = createRequire(join(process.cwd(), 'package.json')).resolve('libsql');
  const holder = spawn(
    process.execPath,
    [
      '-e',
      `const Database = require(${JSON.stringify(libsql)});
       const lock = new Database(${JSON.stringify(join(folder, 'backend.lock'))});
       lock.exec('BEGIN EXCLUSIVE');
       console.log('held');
       process.stdin.resume();`,
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  await once(holder.stdout, 'data');
  expect(() => lockFolder(folder)).toThrow(FolderInUseError);

  holder.kill('SIGKILL');
  await once(holder, 'exit');
  lockFolder(folder).release();
});
