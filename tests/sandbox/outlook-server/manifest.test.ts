/** The ribbon as it is read from a manifest. */
import { readFileSync } from 'node:fs';
import { relocate, resolveAddIn } from '../../../src/sandbox/outlook/server/manifest/ribbon';
import { ManifestError } from '../../../src/sandbox/outlook/server/manifest/xml';
import { buttonXml, functionXml, manifest, overridesXml, paneXml, surfaceXml } from './fixtures';

const origin = 'https://localhost:4000';
const read = (text: string, locale = 'en-US') => resolveAddIn(text, origin, locale);
const both =
  surfaceXml('Organizer', buttonXml('add', functionXml('addMeeting')) + buttonXml('settings', paneXml())) +
  surfaceXml('Attendee', buttonXml('view', paneXml()));

it('gives both surfaces with labels, tips, icons and actions filled in', () => {
  const settings = {
    label: 'Add <Zoom>',
    tip: 'Adds a meeting.',
    icon: `${origin}/assets/32.png`,
    action: {
      kind: 'pane',
      url: `${origin}/sandbox/taskpane.html?view=settings&x=1#top`,
      title: 'Test add-in',
    },
  };
  expect(read(manifest(overridesXml('1_0', both)))).toEqual({
    id: '00000000-0000-0000-0000-000000000001',
    name: 'Test add-in',
    functionsUrl: `${origin}/sandbox/commands.html`,
    permissionLevel: 3,
    compose: [
      { ...settings, id: 'add', action: { kind: 'function', name: 'addMeeting' } },
      { ...settings, id: 'settings' },
    ],
    read: [{ ...settings, id: 'view' }],
  });
});

it('prefers the overrides for newer hosts that are nested in the older ones', () => {
  const newer = overridesXml('1_1', surfaceXml('Organizer', buttonXml('new', paneXml())), { label: 'Newer' });
  const { compose, read: attendee } = read(manifest(overridesXml('1_0', both, { inner: newer })));
  expect(compose).toEqual([expect.objectContaining({ id: 'new', label: 'Newer' })]);
  expect(attendee).toEqual([]);
});

it('keeps the order of controls, a menu giving its items in its place', () => {
  const item = (id: string) =>
    buttonXml(id, functionXml(id))
      .replace('<Control xsi:type="Button"', '<Item')
      .replace('</Control>', '</Item>');
  const menu = `<Control xsi:type="Menu" id="menu"><Label resid="Label"/><Items>${item('b')}${item('c')}</Items></Control>`;
  const controls = buttonXml('a', functionXml('a')) + menu + buttonXml('d', functionXml('d'));
  const { compose } = read(manifest(overridesXml('1_0', surfaceXml('Organizer', controls))));
  expect(compose.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
});

it('gives a pane the title that its action names', () => {
  const action = paneXml('<Title resid="PaneTitle"/>');
  const extra = '<bt:String id="PaneTitle" DefaultValue="Zoom meeting"/>';
  const { compose } = read(
    manifest(overridesXml('1_0', surfaceXml('Organizer', buttonXml('a', action)), { extra })),
  );
  expect(compose[0]?.action).toMatchObject({ kind: 'pane', title: 'Zoom meeting' });
});

it.each([
  ['Restricted', 0],
  ['ReadItem', 1],
  ['ReadWriteMailbox', 2],
  ['ReadWriteItem', 3],
])('knows the permission %s as level %d', (permission, level) => {
  expect(read(manifest(overridesXml('1_0', both), permission)).permissionLevel).toBe(level);
});

describe('in another language', () => {
  const german = '<bt:Override Locale="de-DE" Value="Hinzufügen"/>';
  const swiss = '<bt:Override Locale="de-CH" Value="Beifügen"/>';
  const text = manifest(
    overridesXml('1_0', surfaceXml('Organizer', buttonXml('a', paneXml()))).replace(
      /(<bt:String id="Label" [^>]*?)\/>/,
      `$1>${german}${swiss}</bt:String>`,
    ),
  ).replace(/(<DisplayName [^>]*?)\/>/, '$1><Override Locale="ja-JP" Value="アドイン"/></DisplayName>');

  it.each([
    ['de-DE', 'Hinzufügen'],
    ['de-CH', 'Beifügen'],
    ['DE-ch', 'Beifügen'],
    ['de-AT', 'Hinzufügen'],
    ['de', 'Hinzufügen'],
    ['nl-NL', 'Add <Zoom>'],
  ])('%s labels the button %s', (locale, label) => {
    expect(read(text, locale).compose[0]).toMatchObject({ label, tip: 'Adds a meeting.' });
  });

  it("names the add-in, and so a pane without a title, in the reader's language", () => {
    const { name, compose } = read(text, 'ja-JP');
    expect([name, compose[0]?.action]).toEqual(['アドイン', expect.objectContaining({ title: 'アドイン' })]);
  });
});

it.each([
  ['https://localhost:3000/taskpane.html', `${origin}/sandbox/taskpane.html`],
  ['https://localhost:3000/commands.html?a=1&b=%20#c', `${origin}/sandbox/commands.html?a=1&b=%20#c`],
  ['https://localhost:3000/assets/icon-32.png', `${origin}/assets/icon-32.png`],
  ['https://localhost:3000/assets/support.html', `${origin}/assets/support.html`],
  ['https://localhost:3001/taskpane.html', 'https://localhost:3001/taskpane.html'],
  ['https://example.test/taskpane.html', 'https://example.test/taskpane.html'],
])('has %s at %s', (address, expected) => {
  expect(relocate(address, 'https://localhost:3000', origin)).toBe(expected);
});

it('reads the same from a manifest that was made for another address', () => {
  const production = manifest(overridesXml('1_0', both)).replaceAll(
    'https://localhost:3000',
    'https://addin.example.test',
  );
  expect(read(production)).toEqual(read(manifest(overridesXml('1_0', both))));
});

it.each([
  ['text that is no XML', 'no manifest', /not XML|cannot be used/],
  ['XML that is cut off', manifest().slice(0, 900), /not XML/],
  ['another document', '<html><body/></html>', /OfficeApp/],
  ['no overrides', manifest(''), /VersionOverrides/],
  ['an unknown permission', manifest(undefined, 'Everything'), /Permissions/],
  ['a missing resource', manifest().replace('bt:String id="Tip"', 'bt:String id="Typo"'), /add names "Tip"/],
  [
    'a command without an action',
    manifest(overridesXml('1_0', surfaceXml('Organizer', buttonXml('a', '')))),
    /Action/,
  ],
  ['an address that is none', manifest().replace('https://localhost:3000/assets/32.png', 'icon'), /"icon"/],
  [
    'functions but no file for them',
    manifest().replace('<FunctionFile resid="Functions"/>', ''),
    /FunctionFile/,
  ],
])('says what is wrong with %s', (_name, text, told) => {
  expect(() => read(text)).toThrow(ManifestError);
  expect(() => read(text)).toThrow(told);
});

it("reads the project's own manifest", () => {
  const addIn = read(readFileSync('manifest.xml', 'utf8'));
  expect(addIn.functionsUrl).toBe(`${origin}/sandbox/commands.html`);
  expect(addIn.compose.map(({ action }) => action.kind)).toEqual(['function', 'pane', 'function']);
  expect(addIn.read.length).toBeGreaterThan(0);
  for (const { icon } of [...addIn.compose, ...addIn.read])
    expect(icon).toMatch(/^https:\/\/localhost:4000\/assets\/.+\.png$/);
});
