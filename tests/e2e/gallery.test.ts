/**
 * Every state of the pane, looked at by everyone: axe finds nothing in any colours and in either direction, nothing is
 * cut off, and all of it is reached by keyboard. The pictures are the gallery in `docs/gallery`, which `npm run gallery`
 * makes anew.
 */
import type { Browser } from 'playwright-core';
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
  locale: string,
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
      await look();
    } finally {
      await state.leave?.(visit);
      await visit.keepDrafts();
    }
  };
}

const shownIn = (state: PaneState, variant: Variant) => state.shownIn?.includes(variant) ?? false;

describe('in English', () => {
  const reached = inLanguage('en-US', '2031-03-12');

  test.each(states)('$name', (state) =>
    reached(state, async () => {
      const { page } = visit.outlook;
      await keepPicture(visit, state);
      const found: Record<string, readonly string[]> = { 'in light colours': await complaints(visit.frame) };
      found['at 320 pixels'] = await cutOff(visit.frame);
      found['at twice the size'] = await atSize(page, visit.frame, HALF, () => cutOff(visit.frame));
      const walk = await tabWalk(page, visit.frame);
      found['without a visible focus'] = walk.unseen;
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
      if (shownIn(state, 'forced')) {
        await visit.setTheme('light');
        await page.emulateMedia({ forcedColors: 'active' });
        found['in the colours of the system'] = await complaints(visit.frame, 'colours');
        await keepPicture(visit, state, 'forced');
      }
      expect({ ...found, reached: walk.reached }).toEqual({
        ...Object.fromEntries(Object.keys(found).map((name) => [name, []])),
        reached: walk.standing,
      });
    }),
  );
});

describe('in Arabic, from right to left', () => {
  const reached = inLanguage('ar-SA', '2031-06-11');

  test.each(states)('$name', (state) =>
    reached(state, async () => {
      expect(await visit.frame.evaluate(() => document.documentElement.dir)).toBe('rtl');
      if (shownIn(state, 'ar')) await keepPicture(visit, state, 'ar');
      expect({
        complaints: await complaints(visit.frame),
        cutOff: await cutOff(visit.frame),
        cutOffAtTwiceTheSize: await atSize(visit.outlook.page, visit.frame, HALF, () => cutOff(visit.frame)),
      }).toEqual({ complaints: [], cutOff: [], cutOffAtTwiceTheSize: [] });
    }),
  );
});

describe.each([
  { language: 'German', locale: 'de-DE', day: '2031-09-10', variant: 'de' },
  { language: 'Japanese', locale: 'ja-JP', day: '2031-12-10', variant: 'ja' },
] as const)('in $language', ({ locale, day, variant }) => {
  const reached = inLanguage(locale, day);

  test.each(states.filter((state) => shownIn(state, variant)))('$name', (state) =>
    reached(state, async () => {
      await keepPicture(visit, state, variant);
      expect(await cutOff(visit.frame)).toEqual([]);
    }),
  );
});

test('the gallery in docs has a picture of every state', () => {
  expect(galleryFaults()).toEqual([]);
});
