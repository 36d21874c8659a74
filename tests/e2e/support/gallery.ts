/**
 * The gallery of the pane's states: pictures of the pane alone, 320 pixels wide, and the page that shows them.
 *
 * They go to `build/gallery`, and to `docs/gallery` when `GALLERY=docs` is set. What Zoom draws by lot and what the
 * clock says is replaced in the picture, so that a picture changes only when the pane does.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatInstant } from '../../../src/ui/format';
import { atSize } from './inspect';
import { smallPng } from './smallPng';
import { states } from './states';
import type { PaneState, Variant } from './states/state';
import type { Visit } from './visit';

const root = path.resolve(__dirname, '..', '..', '..');
const shown = path.join(root, 'docs', 'gallery');
const refreshes = process.env.GALLERY === 'docs';
const folder = refreshes ? shown : path.join(root, 'build', 'gallery');
const index = 'README.md';

/** The whole gallery stays below this, in bytes. */
const LIMIT = 1_500_000;
/** Heights in pixels: of the lowest picture, of the tallest, and of those that show only what is new in them. */
const LOWEST = 240;
const TALLEST = 730;
const TOP = 360;

const names: Record<Variant, string> = {
  dark: 'dark',
  contrast: 'high contrast of Outlook',
  forced: 'high contrast of the system',
  de: 'German',
  ja: 'Japanese',
  ar: 'Arabic',
};

const fileOf = (name: string, variant?: Variant): string =>
  variant === undefined ? `${name}.png` : `${name}-${variant}.png`;

const expected: readonly string[] = states
  .flatMap(({ name, shownIn = [] }) => [fileOf(name), ...shownIn.map((variant) => fileOf(name, variant))])
  .sort();

/** Begins a gallery: what was there is taken away where it is made anew. */
export function beginGallery(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (refreshes) writeFileSync(path.join(folder, index), indexPage());
}

/** A picture of the pane as it is now. */
export async function keepPicture(
  visit: Visit,
  { name, picture }: Pick<PaneState, 'name' | 'picture'>,
  variant?: Variant,
): Promise<void> {
  const { page } = visit.outlook;
  await page.mouse.move(0, 0);
  await steady(visit);
  const iframe = page.locator('aside iframe');
  const before = page.viewportSize() ?? { width: 0, height: 0 };
  const needed = await atSize(page, visit.frame, { height: 1 }, () =>
    visit.frame.evaluate(() => document.documentElement.scrollHeight),
  );
  // The whole of a long one is shown once.
  const tallest = picture === 'top' ? TOP : picture === 'whole' && variant === undefined ? needed : TALLEST;
  const height = Math.max(LOWEST, Math.min(needed, tallest));
  const present = (await iframe.boundingBox())?.height ?? 0;
  await page.setViewportSize({ ...before, height: Math.round(before.height - present + height) });
  await visit.frame.waitForFunction((wanted) => Math.abs(window.innerHeight - wanted) < 1, height);
  await visit.frame.evaluate(() => window.scrollTo(0, 0));
  const clip = (await iframe.boundingBox()) ?? undefined;
  const png = await page.screenshot({ clip, animations: 'disabled' });
  writeFileSync(path.join(folder, fileOf(name, variant)), smallPng(png));
  await page.setViewportSize(before);
}

/** Gives what differs from run to run the same look. */
async function steady({ frame, words }: Visit): Promise<void> {
  const made = words.t('unused.madeAt', {
    when: formatInstant(Date.UTC(2031, 0, 8, 9), words.locale, 'UTC'),
  });
  await frame.evaluate(
    ([passcodeLabel, madeAt]) => {
      const replace = (from: RegExp, to: string) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node.nodeValue ?? '';
          if (from.test(text)) node.nodeValue = text.replace(from, to);
        }
      };
      replace(/\b\d{3} \d{3,4} \d{4}\b/, '846 5550 0123');
      const code = 'a1B2c3';
      for (const term of document.querySelectorAll('dt')) {
        const value = term.nextElementSibling?.firstElementChild?.firstChild;
        if (term.textContent === passcodeLabel && value) value.nodeValue = code;
      }
      for (const input of document.querySelectorAll<HTMLInputElement>('input[autocomplete=off][dir=ltr]')) {
        if (input.value !== '') input.value = code;
      }
      for (const line of document.querySelectorAll('li .quiet')) {
        if (line.firstChild) line.firstChild.nodeValue = madeAt ?? '';
      }
    },
    [words.t('meeting.passcode'), made],
  );
}

/** What is wrong with the gallery in `docs`, one line each. */
export function galleryFaults(): string[] {
  const present = readdirSync(shown).sort();
  const pictures = present.filter((file) => file.endsWith('.png'));
  const size = pictures.reduce((sum, file) => sum + statSync(path.join(shown, file)).size, 0);
  return [
    ...expected.filter((file) => !pictures.includes(file)).map((file) => `${file} is missing`),
    ...pictures.filter((file) => !expected.includes(file)).map((file) => `${file} shows no state`),
    ...(size > LIMIT ? [`the pictures are ${size} bytes together`] : []),
    ...(readFileSync(path.join(shown, index), 'utf8') === indexPage() ? [] : [`${index} is out of date`]),
  ];
}

/** The page of the gallery, in the form that the formatter gives it. */
function indexPage(): string {
  const rows = states.map(({ name, when, shownIn = [] }) => [
    `![${name}](${fileOf(name)})`,
    `**${name}**: ${when}`,
    shownIn.map((variant) => `[${names[variant]}](${fileOf(name, variant)})`).join(', '),
  ]);
  const head = ['Picture', 'State', 'Also in'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [
    '# Gallery',
    '',
    'Every state of the pane, 320 pixels wide. `npm run gallery` makes the pictures and this page anew from the list in',
    '`tests/e2e/support/states.ts`; look at what changed before you commit it. Meeting IDs and passcodes are not real.',
    '',
    line(head),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...rows.map(line),
    '',
  ].join('\n');
}
