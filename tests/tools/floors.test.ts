/** The floors of the house hold: a room that imports from above, or from a closed room, does not pass lint. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');

/** Lints one line as if it stood in that file, and answers the rules that it breaks. */
function rulesBroken(file: string, line: string): string[] {
  const run = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/eslint/bin/eslint.js'),
      '--stdin',
      '--stdin-filename',
      path.join(root, file),
      '--format',
      'json',
    ],
    { cwd: root, input: `${line}\n`, encoding: 'utf8' },
  );
  const report: { messages: { ruleId: string }[] }[] = JSON.parse(run.stdout);
  return (report[0]?.messages ?? []).map((message) => message.ruleId);
}

const importing = (target: string) => `export * from '${target}';`;

test.each([
  ['domain from api', 'src/domain/probe.ts', '../api/backend'],
  ['api from the adapter beside it', 'src/api/probe.ts', '../outlook/item'],
  ['the pane from the Zoom client', 'src/taskpane/probe.ts', '../zoom/client'],
  ['the ribbon from the Zoom client', 'src/commands/probe.ts', '../zoom/client'],
  ['the use cases from the Zoom client', 'src/scheduling/probe.ts', '../zoom/client'],
  ['the backend from a stand-in', 'src/backend/probe.ts', '../sandbox/outlook/contract'],
])('%s does not pass', (_, file, target) => {
  expect(rulesBroken(file, importing(target))).toContain('boundaries/dependencies');
});

test.each([
  ['the pane from the use cases', 'src/taskpane/probe.ts', '../scheduling/types'],
  ['the backend from the Zoom client', 'src/backend/probe.ts', '../zoom/client'],
  ['a stand-in from the embedded profile', 'src/sandbox/outlook/probe.ts', '../../helper/embedded/model'],
])('%s passes', (_, file, target) => {
  expect(rulesBroken(file, importing(target))).not.toContain('boundaries/dependencies');
});

test('only the adapter names Office', () => {
  expect(rulesBroken('src/taskpane/probe.ts', 'export const host = Office.context;')).toContain(
    'no-restricted-globals',
  );
  expect(rulesBroken('src/outlook/probe.ts', 'export const host = Office.context;')).not.toContain(
    'no-restricted-globals',
  );
});
