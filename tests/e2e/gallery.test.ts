/**
 * Every state of the pane, looked at by everyone: axe finds nothing in any colours and in either direction, nothing is
 * cut off, and all of it is reached by keyboard. The pictures are the gallery in `docs/gallery`, which `npm run gallery`
 * makes anew.
 */
import type { Browser } from 'playwright-core';
import type { LocaleName } from '../../src/sandbox/outlook/host/client/settings';
import { beginGallery, galleryFaults, keepPicture } from './support/gallery';
import { atSize, complaints, cutOff, tabWalk } from './support/inspect';
import { startBrowser, startProduct, type Product } from './support/product';
import { states } from './support/states';
import type { PaneState, Variant } from './support/states/state';
import { Visit } from './support/visit';
import { ZoomControl } from './support/zoom';

/** Half of the narrowest pane: 320 pixels at twice the size. */
const HALF = { width: 160 };

let product: Product;
let browser: Browser;
let zoom: ZoomControl;
let visit: Visit;

beforeAll(async () => {
  beginGallery();
  [product, browser] = await Promise.all([startProduct(), startBrowser()]);
  zoom = new ZoomControl(product);
  // An administrator's app may know what is locked; it asks for that when they sign in.
  await zoom.lock({});
}, 60_000);

afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** One visit for all tests of a `describe`, each with its state reached; it begins where the one before left off. */
function inLanguage(
  locale: LocaleName,
  day: string,
): (state: PaneState, look: () => Promise<void>) => Promise<void> {
  beforeAll(async () => {
    visit = await Visit.begin(browser, product, zoom, { locale, day });
  });
  afterAll(() => visit.end());

  return async (state, look) => {
    if (!state.signedOut) await visit.signInOnce();
    await visit.open(state.client);
    try {
      await state.reach(visit);
      await state.shown?.(visit);
      await look();
    } finally {
      await state.leave?.(visit);
      await visit.keepDrafts();
    }
  };
}

/** What was found, by where it was looked for; what is wrong is all that may be in it. */
type Findings = Record<string, readonly string[]>;

const shownIn = (state: PaneState, variant: Variant) => state.shownIn?.includes(variant) ?? false;

async function lookInColours(state: PaneState, found: Findings): Promise<void> {
  const { page } = visit.outlook;
  for (const [theme, variant] of [
    ['dark', 'dark'],
    ['high-contrast', 'contrast'],
  ] as const) {
    // What is too old for the pane does not tell its theme either.
    if (state.name === 'unsupported' && variant === 'contrast') continue;
    await visit.setTheme(theme);
    found[`in ${theme} colours`] = await complaints(visit.frame, 'colours');
    if (shownIn(state, variant)) await keepPicture(visit, state, variant);
  }
  if (!shownIn(state, 'forced')) return;
  await visit.setTheme('light');
  await page.emulateMedia({ forcedColors: 'active' });
  found['in the colours of the system'] = await complaints(visit.frame, 'colours');
  await keepPicture(visit, state, 'forced');
  await page.emulateMedia({ forcedColors: null });
}

async function lookAtEdges(found: Findings, language: string): Promise<void> {
  found[`${language} at 320 pixels`] = await cutOff(visit.frame);
  found[`${language} at twice the size`] = await atSize(visit.outlook.page, visit.frame, HALF, () =>
    cutOff(visit.frame),
  );
}

async function lookInArabic(state: PaneState, found: Findings): Promise<void> {
  expect(await visit.frame.evaluate(() => document.documentElement.dir)).toBe('rtl');
  if (shownIn(state, 'ar')) await keepPicture(visit, state, 'ar');
  found['from right to left'] = await complaints(visit.frame);
  await lookAtEdges(found, 'Arabic');
}

const expectNothing = (found: Findings) =>
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));

describe('in English, then in the other languages where the state outlives a new start', () => {
  const reached = inLanguage('en-US', '2031-03-12');

  test.each(states)('$name', (state) =>
    reached(state, async () => {
      await keepPicture(visit, state);
      const found: Findings = { 'in light colours': await complaints(visit.frame) };
      await lookAtEdges(found, 'English');
      const walk = await tabWalk(visit.outlook.page, visit.frame);
      expect(walk.reached).toEqual(walk.standing);
      found['without a visible focus'] = walk.unseen;
      await lookInColours(state, found);
      if (state.shown) {
        await visit.setLanguage('ar-SA');
        await state.shown(visit);
        await lookInArabic(state, found);
      }
      for (const [locale, variant] of [
        ['de-DE', 'de'],
        ['ja-JP', 'ja'],
      ] as const) {
        if (!shownIn(state, variant)) continue;
        await visit.setLanguage(locale);
        await state.shown?.(visit);
        await keepPicture(visit, state, variant);
        await lookAtEdges(found, variant);
      }
      expectNothing(found);
    }),
  );
});

describe('in Arabic from the beginning', () => {
  const reached = inLanguage('ar-SA', '2031-06-11');

  test.each(states.filter(({ shown }) => !shown))('$name', (state) =>
    reached(state, async () => {
      const found: Findings = {};
      await lookInArabic(state, found);
      expectNothing(found);
    }),
  );
});

test('the gallery in docs has a picture of every state', () => {
  expect(galleryFaults()).toEqual([]);
});
