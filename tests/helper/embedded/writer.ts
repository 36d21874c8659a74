/**
 * A process that writes to a profile: `writer.ts <file> <store's address> <rounds> [die]`. Each round makes an
 * appointment, changes it, and deletes every other one. With `die` it is killed in the middle of a transaction.
 * On success it prints the sequences of its changes as one JSON array.
 */
import { openProfile } from '../../../src/helper/embedded/profile';
import { fields, zone } from './fixtures';

const [file = '', address = '', rounds = '0', end = ''] = process.argv.slice(3);

const profile = openProfile({ file });
const store = profile.ensureStore({ name: 'Sandbox Writer', address }, zone);
const written: number[] = [];

for (let round = 0; round < Number(rounds); round += 1) {
  const made = profile.create({ storeId: store.id, fields: fields({ subject: `Round ${round}` }) });
  const changed = profile.update(made.id, { location: 'Room 2' }, made.changeNumber);
  written.push(made.changeNumber, changed.changeNumber);
  const deleted = round % 2 ? profile.delete(changed.id, changed.changeNumber) : null;
  if (deleted) written.push(deleted.changeNumber);
}

if (end === 'die')
  profile.transaction(() => {
    profile.create({ storeId: store.id, fields: fields({ subject: 'Half-written' }) });
    process.kill(process.pid, 'SIGKILL');
  });

profile.close();
process.stdout.write(JSON.stringify(written));
