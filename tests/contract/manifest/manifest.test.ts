/**
 * The manifest says what the add-in is: its surfaces, its buttons, its addresses, its icons and what it may do.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { languageCodes } from '../../../src/ui/languages';
import {
  attribute,
  type Element,
  base,
  child,
  elements,
  manifestXml,
  named,
  own,
  parseManifest,
  root,
  text,
} from './document';

/** The locales that the manifest speaks beside its default. */
const locales = ['de-DE', 'ja-JP', 'ar-SA'];

const app = parseManifest(manifestXml);
const outer = child(app, 'VersionOverrides');
const inner = child(outer, 'VersionOverrides');
const blocks: [string, Element][] = [
  ['VersionOverridesV1_0', outer],
  ['VersionOverridesV1_1', inner],
];

/** What each element that refers to a resource must find. */
const kindOf: Record<string, string> = {
  'bt:Image': 'bt:Images',
  FunctionFile: 'bt:Urls',
  SourceLocation: 'bt:Urls',
  Label: 'bt:ShortStrings',
  Title: 'bt:ShortStrings',
  Description: 'bt:LongStrings',
};

/** What the resources of each kind are called. */
const resourceIn: Record<string, string> = {
  'bt:Images': 'bt:Image',
  'bt:Urls': 'bt:Url',
  'bt:ShortStrings': 'bt:String',
  'bt:LongStrings': 'bt:String',
};

/** What an element says in each locale beside the default. */
const overrides = (element: Element): [locale: string, text: string][] =>
  elements(element)
    .filter(({ name }) => name === 'Override' || name === 'bt:Override')
    .map((override) => [attribute(override, 'Locale'), attribute(override, 'Value')]);

/** The resources of one block: id, then kind and value. */
function resources(block: Element): Map<string, { kind: string; value: string }> {
  const all = ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'].flatMap((kind) =>
    named(child(child(block, 'Resources'), kind), resourceIn[kind] ?? '').map((resource) => ({
      kind,
      id: attribute(resource, 'id'),
      value: attribute(resource, 'DefaultValue'),
    })),
  );
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  return new Map(all.map(({ id, kind, value }) => [id, { kind, value }]));
}

/** A file of the project that an address of the manifest serves. */
const fileOf = (url: string): string => path.join(root, url.slice(base.length + 1));

/** Width and height of a PNG file, from its header. */
function pixelSize(file: string): string {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

/** The buttons of one block as a person and the code meet them. */
function buttons(block: Element): unknown {
  const strings = resources(block);
  const said = (element: Element) => strings.get(attribute(element, 'resid'))?.value;
  return own(block)
    .filter(({ name }) => name === 'ExtensionPoint')
    .map((surface) => ({
      surface: attribute(surface, 'xsi:type'),
      groups: named(surface, 'Group').map((group) => ({
        label: said(child(group, 'Label')),
        buttons: named(group, 'Control').map((control) => {
          const action = child(control, 'Action');
          const does = attribute(action, 'xsi:type');
          return {
            id: attribute(control, 'id'),
            label: said(child(control, 'Label')),
            does:
              does === 'ExecuteFunction'
                ? text(child(action, 'FunctionName'))
                : said(child(action, 'SourceLocation')),
          };
        }),
      })),
    }));
}

describe('the manifest', () => {
  it("is read by Office's own manifest parser", () => {
    // In a process of its own: the package loads ES modules, which Jest cannot.
    const script =
      "require('office-addin-manifest').OfficeAddinManifest.readManifestFile('manifest.xml').then((info) => console.log(JSON.stringify(info)))";
    const said = execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
    expect(JSON.parse(said)).toMatchObject({
      id: '04ff6679-b53e-40c6-82c8-3cfe27b43040',
      officeAppType: 'MailApp',
      defaultLocale: 'en-US',
      displayName: 'Zoom meetings for Outlook',
      hosts: ['Mailbox'],
      permissions: 'ReadWriteItem',
      iconUrl: `${base}/assets/icon-64.png`,
      highResolutionIconUrl: `${base}/assets/icon-128.png`,
    });
  });

  it('asks for requirement set Mailbox 1.4 at the base and for more only further in', () => {
    const asked = (sets: Element) =>
      elements(sets).map((set) => [
        set.attribs['Name'],
        set.attribs['MinVersion'] ?? sets.attribs['DefaultMinVersion'],
      ]);
    expect(asked(child(child(app, 'Requirements'), 'Sets'))).toEqual([['Mailbox', '1.4']]);
    expect(asked(child(child(outer, 'Requirements'), 'bt:Sets'))).toEqual([['Mailbox', '1.4']]);
    expect(asked(child(child(inner, 'Requirements'), 'bt:Sets'))).toEqual([['Mailbox', '1.5']]);
  });

  it('shows without ribbon commands on appointments only, read or edited', () => {
    const rules = named(app, 'Rule').filter((rule) => rule.attribs['xsi:type'] === 'ItemIs');
    expect(rules.map((rule) => [rule.attribs['ItemType'], rule.attribs['FormType']])).toEqual([
      ['Appointment', 'Edit'],
      ['Appointment', 'Read'],
    ]);
  });

  it('serves everything from one address', () => {
    const addresses = [
      ...elements(app).map((element) => element.attribs['DefaultValue'] ?? ''),
      ...named(app, 'AppDomain').map(text),
    ].filter((value) => value.includes('://'));
    expect(addresses.length).toBeGreaterThan(20);
    const elsewhere = addresses.filter((url) => url !== base && !url.startsWith(`${base}/`));
    expect(elsewhere).toEqual(['https://zoom.us']);
  });

  it('names only files that are in assets/', () => {
    const files = elements(app)
      .map((element) => element.attribs['DefaultValue'] ?? '')
      .filter((url) => url.startsWith(`${base}/assets/`))
      .map(fileOf);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('is called and described in every language of the pane', () => {
    for (const name of ['DisplayName', 'Description'])
      expect(overrides(child(app, name)).map(([locale]) => locale)).toEqual(locales);
    expect(locales.map((locale) => locale.split('-')[0])).toEqual(
      languageCodes.filter((code) => code !== 'en'),
    );
  });

  it('leaves no picture in assets/ unused', () => {
    const pictures = readdirSync(path.join(root, 'assets')).filter((file) => file.endsWith('.png'));
    expect(pictures.filter((file) => !manifestXml.includes(`/assets/${file}"`))).toEqual([]);
  });

  it('has icons of 64 and 128 pixels for lists of add-ins', () => {
    expect(pixelSize(fileOf(attribute(child(app, 'IconUrl'), 'DefaultValue')))).toBe('64x64');
    expect(pixelSize(fileOf(attribute(child(app, 'HighResolutionIconUrl'), 'DefaultValue')))).toBe('128x128');
  });
});

describe.each(blocks)('its %s', (type, block) => {
  it('is of that version', () => {
    expect(attribute(block, 'xsi:type')).toBe(type);
  });

  it('has the buttons that the ribbon promises', () => {
    const pane = `${base}/taskpane.html`;
    expect(buttons(block)).toEqual([
      {
        surface: 'AppointmentOrganizerCommandSurface',
        groups: [
          {
            label: 'Zoom',
            buttons: [
              { id: 'zoom.organizer.add', label: 'Add Zoom Meeting', does: 'addZoomMeeting' },
              { id: 'zoom.organizer.settings', label: 'Settings', does: pane },
              { id: 'zoom.organizer.remove', label: 'Remove', does: 'removeZoomMeeting' },
            ],
          },
        ],
      },
      {
        surface: 'AppointmentAttendeeCommandSurface',
        groups: [
          { label: 'Zoom', buttons: [{ id: 'zoom.attendee.view', label: 'Zoom Meeting', does: pane }] },
        ],
      },
    ]);
  });

  it('keeps its functions in commands.html', () => {
    const [file, ...more] = own(block).filter(({ name }) => name === 'FunctionFile');
    expect(more).toEqual([]);
    expect(file && resources(block).get(attribute(file, 'resid'))?.value).toBe(`${base}/commands.html`);
  });

  it('refers only to resources of its own that are of the right kind', () => {
    const known = resources(block);
    const wrong = own(block)
      .filter((element) => element.attribs['resid'] !== undefined)
      .filter(
        (element) => (known.get(attribute(element, 'resid'))?.kind ?? 'nothing') !== kindOf[element.name],
      )
      .map((element) => `${element.name} ${element.attribs['resid']}`);
    expect(wrong).toEqual([]);
  });

  it('uses every resource that it has', () => {
    const used = new Set(own(block).map((element) => element.attribs['resid']));
    expect([...resources(block).keys()].filter((id) => !used.has(id))).toEqual([]);
  });

  it('says labels and tips in every language of the pane', () => {
    const strings = named(child(block, 'Resources'), 'bt:String');
    // A name is the same in every language.
    for (const string of strings.filter((one) => attribute(one, 'DefaultValue') !== 'Zoom')) {
      const said = overrides(string);
      expect([attribute(string, 'id'), said.map(([locale]) => locale)]).toEqual([
        attribute(string, 'id'),
        locales,
      ]);
      for (const [, text] of said) expect(text).not.toBe(attribute(string, 'DefaultValue'));
    }
  });

  it('uses no id for two controls', () => {
    const ids = own(block)
      .filter(({ name }) => name === 'Control' || name === 'Group')
      .map((element) => attribute(element, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has every icon in 16, 32 and 80 pixels, and the files are of that size', () => {
    const known = resources(block);
    for (const icon of own(block).filter(({ name }) => name === 'Icon')) {
      const images = named(icon, 'bt:Image');
      expect(images.map((image) => attribute(image, 'size'))).toEqual(['16', '32', '80']);
      for (const image of images) {
        const size = attribute(image, 'size');
        const file = fileOf(known.get(attribute(image, 'resid'))?.value ?? '');
        expect([path.basename(file), pixelSize(file)]).toEqual([path.basename(file), `${size}x${size}`]);
      }
    }
  });
});
