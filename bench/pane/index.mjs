// `npm run bench:pane`: the pane's size and speed beside a bare Fluent pane, built and measured in the same run.
import { ensureInstalled } from '../../tools/install.mjs';

ensureInstalled();
const { build } = await import('../../tools/build.mjs');
const { buildPanes, folders } = await import('./build.mjs');
const { allScripts, initialScripts, preloaded } = await import('./size.mjs');

console.log('Building …');
await build();
await buildPanes();

const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const ours = initialScripts(folders.ours, 'taskpane');
const bare = initialScripts(folders.bare, 'taskpane');
const first = ours.gzip + preloaded(folders.ours, 'taskpane').gzip;
const ribbon = initialScripts(folders.ours, 'commands');

console.log('\nLoaded later, by the pane and the ribbon:');
for (const { name, gzip } of allScripts(folders.ours)) console.log(`  ${kilo(gzip).padStart(10)}  ${name}`);

console.log('\nMeasuring …');
const { timePanes } = await import('./time.mjs');
const times = await timePanes();
const ms = ({ median, least, most }) => `${median.toFixed(0)} ms (${least.toFixed(0)} to ${most.toFixed(0)})`;
const share = (one, other) => (one / other).toFixed(2);

console.log('');
row('', 'bare pane', 'ours', 'share', 'goal');
row('---', '---', '---', '---', '---');
row('initial JavaScript, gzip', kilo(bare.gzip), kilo(ours.gzip), share(ours.gzip, bare.gzip), '1.35');
row('with what the first screen also needs, gzip', kilo(bare.gzip), kilo(first), share(first, bare.gzip), '');
row('initial JavaScript', kilo(bare.bytes), kilo(ours.bytes), share(ours.bytes, bare.bytes), '');
row(
  'press until usable',
  ms(times.bare),
  ms(times.ours),
  share(times.ours.median, times.bare.median),
  '1.30',
);
row('ribbon, gzip', '', kilo(ribbon.gzip), '', '60 KB');
const met =
  ours.gzip <= 1.35 * bare.gzip && times.ours.median <= 1.3 * times.bare.median && ribbon.gzip <= 60_000;
console.log(met ? '\nAll goals met.' : '\nA goal is missed.');
