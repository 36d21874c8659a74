/** The administrator's guide says what is so: its table is the effective policy's, its pictures and pages are there. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { adminWordsFor } from '../../src/ui/adminWords';
import { SettingName } from '../../src/domain/policy/settings';
import { partName } from '../../src/admin/words/values';
import { markdownTable, policyTable } from './support/guideTable';

const docs = path.resolve(__dirname, '../../docs');
const file = path.join(docs, 'admin-guide.md');
const BEGIN = '<!-- what each policy does on each platform: npm run guide -->';
const END = '<!-- end -->';

/** All pictures together, in bytes. */
const LIMIT = 500_000;

it('says of each policy on each platform what the effective policy says', async () => {
  const table = markdownTable(policyTable(await adminWordsFor('en-US')));
  const guide = readFileSync(file, 'utf8');
  const [before = '', rest = ''] = guide.split(BEGIN);
  const [present = '', after = ''] = rest.split(END);
  if (process.env.GUIDE === 'docs') writeFileSync(file, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`);
  else expect(present.trim()).toBe(table);
});

it('names every setting as the page does', async () => {
  const guide = readFileSync(file, 'utf8');
  const words = await adminWordsFor('en-US');
  for (const setting of SettingName.options) expect(guide).toContain(`**${partName(setting, words)}**`);
});

it('leads to pictures and pages that are there, and shows every picture that is', () => {
  const guide = readFileSync(file, 'utf8');
  const links = [...guide.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to = '']) => to);
  expect(links.filter((to) => !existsSync(path.join(docs, to)))).toEqual([]);
  const pictures = readdirSync(path.join(docs, 'guide')).map((name) => `guide/${name}`);
  expect(pictures.filter((picture) => !links.includes(picture))).toEqual([]);
  const size = pictures.reduce((sum, picture) => sum + statSync(path.join(docs, picture)).size, 0);
  expect(size).toBeLessThan(LIMIT);
});
