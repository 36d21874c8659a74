/**
 * Languages: pane, sign-in window and ribbon speak as Outlook does, whatever the browser speaks; the invitation has a
 * language of its own. What the tables say is checked in `tests/ui`; here is what a person reads.
 */
import type { Browser, Frame } from 'playwright-core';
import { emptyCalendars } from './support/calendars';
import { englishWordsIn } from './support/english';
import { hostCall } from './support/outlook';
import { startBrowser, startProduct, type Product } from './support/product';
import { states } from './support/states';
import { Visit } from './support/visit';
import { ZoomControl } from './support/zoom';

let product: Product;
let browser: Browser;
let zoom: ZoomControl;
let visit: Visit;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), startBrowser()]);
  zoom = new ZoomControl(product);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** A Wednesday. */
const day = '2031-03-12';

/** One visit for all tests of a `describe`, in a browser that speaks American English. */
function inOutlookOf(locale: string): void {
  beforeAll(async () => {
    visit = await Visit.begin(browser, product, zoom, { locale, day });
  });
  afterAll(() => visit.end());
}

const page = (frame: Frame = visit.frame) =>
  frame.evaluate(() => {
    const { lang, dir } = document.documentElement;
    return { lang, dir, title: document.title };
  });
const body = async () => (await visit.outlook.item()).body.content;
/** A field of the pane's form. */
const invitationLanguage = () => visit.pane.getByLabel(visit.t('options.language.label'), { exact: true });
const chosen = () => invitationLanguage().locator('option:checked').innerText();

const weekly = { repeats: 'Weekly', days: ['Monday', 'Wednesday'], until: '2031-04-30' } as const;

const spoken = [
  {
    locale: 'de-DE',
    page: { lang: 'de', dir: 'ltr', title: 'Zoom-Meetings' },
    signIn: 'Bei Zoom anmelden',
    signedIn: 'Fertig. Sie können dieses Fenster schließen.',
    series: /: Jede Woche am Montag und Mittwoch, bis 30\.0?4\.2031\. Zoom erhält die ganze Serie\.$/,
    when: /^Mi\.?, 12\. März 2031, 0?9:00\s?–\s?0?9:30 Uhr$/,
    error:
      'Outlook konnte den Text des Termins nicht lesen. Es wurde nichts geändert; versuchen Sie es erneut.',
    ribbon: {
      add: 'Zoom-Meeting hinzufügen',
      added: 'Ein Zoom-Meeting wurde hinzugefügt.',
      again: 'Dieser Termin hat bereits ein Zoom-Meeting.',
      remove: 'Entfernen',
      removed: 'Das Zoom-Meeting wurde entfernt.',
    },
  },
  {
    locale: 'ja-JP',
    page: { lang: 'ja', dir: 'ltr', title: 'Zoom ミーティング' },
    signIn: 'Zoom にサインイン',
    signedIn: /^完了しました。/,
    series: /: 毎週月曜日、水曜日、2031\/04\/30 まで/,
    when: /^2031\/3?0?3\/12\(水\) 9(:|時)00分?～9(:|時)30分?$/,
    error: /^Outlook で予定の本文の読み取りができませんでした。/,
    ribbon: {
      add: 'Zoom ミーティングを追加',
      added: 'Zoom ミーティングを追加しました。',
      again: 'この予定には既に Zoom ミーティングがあります。',
      remove: '削除',
      removed: 'Zoom ミーティングを削除しました。',
    },
  },
  {
    locale: 'ar-SA',
    page: { lang: 'ar', dir: 'rtl', title: 'اجتماعات Zoom' },
    signIn: 'تسجيل الدخول إلى Zoom',
    signedIn: /^تم\. /,
    series: /: كل أسبوع: الاثنين والأربعاء، حتى 30\u200f?\/0?4\u200f?\/2031\./,
    when: /^الأربعاء، 12 مارس 2031، 9:00\s?–\s?9:30 ص$/,
    error: /^لم يتمكن Outlook من قراءة نص الموعد\./,
    ribbon: {
      add: 'إضافة اجتماع Zoom',
      added: 'أُضيف اجتماع Zoom.',
      again: 'لهذا الموعد اجتماع Zoom بالفعل.',
      remove: 'إزالة',
      removed: 'أُزيل اجتماع Zoom.',
    },
  },
] as const;

describe.each(spoken)('in Outlook of $locale', (language) => {
  inOutlookOf(language.locale);

  test('the pane and the sign-in window speak the language and run its way', async () => {
    await visit.open();
    await visit.newAppointment();
    await visit.openPane();
    await visit.button(language.signIn).waitFor();
    expect(await page()).toEqual(language.page);

    const opened = visit.outlook.page.waitForEvent('popup');
    await visit.press(language.signIn);
    const dialog = await opened;
    // The window is closed as soon as it has said that it can be: here it stays, to be read.
    await dialog.addInitScript(() => Object.assign(window, { close: () => undefined }));
    await dialog.getByRole('button', { name: 'Sandbox Organizer' }).click();
    await dialog.getByRole('button', { name: 'Allow' }).click();
    await dialog.getByRole('status').getByText(language.signedIn).waitFor();
    const { lang, dir } = language.page;
    expect(await page(dialog.mainFrame())).toEqual({ lang, dir, title: language.signIn });
    await visit.button(language.ribbon.add).waitFor();
  });

  test('days, times and how something repeats are said as the language says them', async () => {
    await visit.signInOnce();
    await visit.open();
    await visit.ready({ subject: 'Serie' }, weekly);
    await visit.see(language.series);
    await visit.add();
    const values = await visit.pane.getByRole('definition').allInnerTexts();
    expect(values.filter((value) => language.when.test(value))).toHaveLength(1);
  });

  test('what goes wrong is told in the language, and so is what Outlook could not do', async () => {
    await visit.signInOnce();
    await visit.open();
    await visit.ready({ subject: 'Fehler' });
    await visit.outlook.failNext(hostCall.bodyGet);
    await visit.press(language.ribbon.add);
    await visit.see(language.error);
    expect(await visit.button(visit.t('actions.retry')).count()).toBe(1);
  });

  test('the bar above the item speaks it too', async () => {
    const { add, added, again, remove, removed } = language.ribbon;
    await visit.signInOnce();
    await visit.open();
    await visit.newAppointment({ subject: 'Ribbon' });
    for (const [button, told] of [
      [add, added],
      [add, again],
      [remove, removed],
    ] as const) {
      await visit.outlook.ribbon(button).click();
      await visit.outlook.messages.getByText(told).waitFor();
    }
  });

  if (language.locale !== 'de-DE')
    test.each(states.filter(({ name }) => ['linked-options', 'differs', 'settings'].includes(name)))(
      'nothing is left in English: $name',
      async (state) => {
        await visit.signInOnce();
        await visit.open(state.client);
        try {
          await state.reach(visit);
          expect(await englishWordsIn(visit.frame)).toEqual([]);
        } finally {
          await state.leave?.(visit);
          await visit.keepDrafts();
          await emptyCalendars(product);
        }
      },
    );
});

describe('what Outlook speaks', () => {
  inOutlookOf('en-US');

  test.each([
    ['de-AT', { lang: 'de', dir: 'ltr', title: 'Zoom-Meetings' }],
    ['fr-FR', { lang: 'en', dir: 'ltr', title: 'Zoom meetings' }],
  ])('%s is the nearest language that there are words in, else English', async (locale, expected) => {
    await visit.open({ locale });
    await visit.newAppointment();
    await visit.openPane();
    await visit.pane.getByRole('button').first().waitFor();
    expect(await page()).toEqual(expected);
  });

  test('the search for English finds English', async () => {
    await visit.signInOnce();
    await visit.open();
    await visit.ready();
    expect(await englishWordsIn(visit.frame)).toEqual(
      expect.arrayContaining(['Passcode', 'Waiting', 'Language', 'Settings', 'Sign']),
    );
  });

  test('where there are no words but invitations, the invitation follows Outlook all the same, and the pane says so', async () => {
    await visit.open({ locale: 'fr-FR' });
    await visit.ready({ subject: 'Point hebdomadaire' });
    expect(await chosen()).toBe('As Outlook (French)');
    await visit.add();
    expect(await body()).toContain('Rejoindre la réunion Zoom');
    expect(await body()).toMatch(/mercredi 12 mars 2031/);
  });
});

describe('the invitation', () => {
  inOutlookOf('de-DE');

  const invitations = [
    ['en', 'Join Zoom meeting', /Wednesday, March 12, 2031/],
    ['ja', 'Zoom ミーティングに参加する', /2031年3月12日水曜日/],
    ['ar', 'الانضمام إلى اجتماع Zoom', /الأربعاء، 12 مارس 2031/],
    ['fr', 'Rejoindre la réunion Zoom', /mercredi 12 mars 2031/],
    ['es', 'Unirse a la reunión de Zoom', /miércoles, 12 de marzo de 2031/],
    ['de', 'Zoom-Meeting beitreten', /Mittwoch, 12\. März 2031/],
  ] as const;

  test('follows Outlook, keeps its language through updates, and is replaced where another one is chosen', async () => {
    await visit.signInOnce();
    await visit.open();
    await visit.ready({ subject: 'Planung', body: 'Unsere Worte.' });
    expect(await chosen()).toBe('Wie Outlook (Deutsch)');
    await visit.add();
    expect(await body()).toContain('Zoom-Meeting beitreten');
    await visit.press(visit.t('actions.change'));

    const joins = () =>
      body().then((html) => invitations.filter(([, join]) => html.includes(join)).map(([tag]) => tag));
    for (const [language, , when] of invitations) {
      await invitationLanguage().selectOption(language);
      await update();
      expect(await joins()).toEqual([language]);
      expect(await body()).toMatch(when);
      expect(await body()).toContain('Unsere Worte.');
      expect(await page()).toMatchObject({ lang: 'de' });
    }

    await invitationLanguage().selectOption('ja');
    await update();
    await visit.outlook.fill({ start: '11:00', end: '12:00' });
    await visit.see(visit.t('differs.here'));
    await update('updateZoom');
    expect(await joins()).toEqual(['ja']);
    expect(await body()).toMatch(/11:00 – 12:00/);
  });

  /** Presses Update by its name, and waits until Zoom and the appointment have it. */
  async function update(name: 'update' | 'updateZoom' = 'update'): Promise<void> {
    await visit.press(visit.t(`actions.${name}`));
    await visit.pane.getByText(visit.t('said.updated')).waitFor({ state: 'attached' });
    await visit.button(visit.t('actions.updating')).waitFor({ state: 'detached' });
  }
});
