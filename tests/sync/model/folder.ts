/** Where the journals of histories are: in memory where the system has such a folder, since thousands are made. */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';

export const temporaryFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
