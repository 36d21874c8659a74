/**
 * `npm run manifest` replaces every development address, and refuses addresses that Outlook could not load.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { productionManifest, runManifestTool, usage, UsageError } from '../../tools/manifest.mjs';

const development = readFileSync(path.resolve(__dirname, '..', '..', 'manifest.xml'), 'utf8');
const make = (baseUrl: string, more = {}) => productionManifest(development, { baseUrl, ...more });

describe('the production manifest', () => {
  it('keeps everything but the addresses', () => {
    const made = make('https://addin.example.com');
    expect(made.replaceAll('https://addin.example.com', 'https://localhost:3000')).toBe(development);
    expect(made).not.toContain('localhost');
  });

  it.each(['https://addin.example.com/', 'https://addin.example.com//', 'HTTPS://ADDIN.example.com:443'])(
    'is the same for the spelling %s',
    (spelling) => {
      expect(make(spelling)).toBe(make('https://addin.example.com'));
    },
  );

  it('keeps a port', () => {
    expect(make('https://addin.example.com:8443')).toContain(
      '"https://addin.example.com:8443/commands.html"',
    );
    expect(make('https://addin.example.com:8443')).toContain(
      '<AppDomain>https://addin.example.com:8443</AppDomain>',
    );
  });

  it('escapes what XML would read as markup', () => {
    const made = make('https://addin.example.com', { name: 'Zoom & "more" <here>' });
    expect(made).toContain('<DisplayName DefaultValue="Zoom &amp; &quot;more&quot; &lt;here&gt;"/>');
  });

  it('is called by a name of its own in every language', () => {
    const made = make('https://addin.example.com', { name: 'Meetings' });
    expect(/<DisplayName[^]*?(?=\s*<Description)/.exec(made)?.[0]).toBe(
      '<DisplayName DefaultValue="Meetings"/>',
    );
    expect(made).toContain('<bt:Override');
  });

  it('takes an id, a name and a version of its own', () => {
    const id = '11111111-2222-4333-8444-ABCDEF012345';
    const made = make('https://addin.example.com', { id, name: '$& meetings', version: '2.10.0.0' });
    expect(made).toContain(`<Id>${id.toLowerCase()}</Id>`);
    expect(made).toContain('<DisplayName DefaultValue="$&amp; meetings"/>');
    expect(made).toContain('<Version>2.10.0.0</Version>');
  });

  it.each([
    ['http://addin.example.com', /must begin with https/],
    ['ftp://addin.example.com', /must begin with https/],
    ['addin.example.com', /is no address/],
    ['', /is no address/],
    ['https://', /is no address/],
    ['https://addin.example.com/?a=b', /no query/],
    ['https://addin.example.com/?', /no query/],
    ['https://addin.example.com/#top', /no fragment/],
    ['https://www.example.com/tools/zoom', /must have no path/],
    ['https://addin.example.com/taskpane.html', /must have no path/],
  ])('refuses the address %j', (baseUrl, reason) => {
    expect(() => make(baseUrl)).toThrow(UsageError);
    expect(() => make(baseUrl)).toThrow(reason);
  });

  it('refuses an address with a password, without repeating it', () => {
    expect(() => make('http://someone:hunter2@addin.example.com')).toThrow(
      /^--base-url must not contain a user name/,
    );
    expect(() => make('http://someone:hunter2@addin.example.com')).not.toThrow(/hunter2/);
  });

  it.each([
    [{ id: 'zoom' }, /--id must be a GUID/],
    [{ name: '' }, /--name/],
    [{ name: '   ' }, /--name/],
    [{ name: 'two\nlines' }, /--name/],
    [{ name: 'x'.repeat(126) }, /--name/],
    [{ version: '1' }, /--version/],
    [{ version: '1.0.0-beta' }, /--version/],
    [{ version: '1.2.3.4.5' }, /--version/],
  ])('refuses %j', (options, reason) => {
    expect(() => make('https://addin.example.com', options)).toThrow(UsageError);
    expect(() => make('https://addin.example.com', options)).toThrow(reason);
  });
});

describe('the command', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'manifest-'));
    writeFileSync(path.join(folder, 'manifest.xml'), development);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('writes build/manifest.production.xml when no file is named', async () => {
    const said = await runManifestTool(['--base-url', 'https://addin.example.com'], folder);
    const file = path.join(folder, 'build', 'manifest.production.xml');
    expect(readFileSync(file, 'utf8')).toBe(make('https://addin.example.com'));
    expect(said).toContain(file);
  });

  it('writes the file that is named, in folders that are not there yet', async () => {
    await runManifestTool(
      ['--base-url=https://addin.example.com', '--out', 'a/b/manifest.xml', '--name', 'N'],
      folder,
    );
    expect(readFileSync(path.join(folder, 'a', 'b', 'manifest.xml'), 'utf8')).toContain(
      'DisplayName DefaultValue="N"',
    );
  });

  it('does not overwrite the manifest that it reads', async () => {
    const words = ['--base-url', 'https://addin.example.com', '--out', './manifest.xml'];
    await expect(runManifestTool(words, folder)).rejects.toThrow(/must not be manifest.xml itself/);
    expect(readFileSync(path.join(folder, 'manifest.xml'), 'utf8')).toBe(development);
  });

  it.each([
    [[]],
    [['--base-url']],
    [['--bse-url', 'https://addin.example.com']],
    [['https://addin.example.com']],
  ])('answers the words %j with what is wrong', async (words) => {
    await expect(runManifestTool(words, folder)).rejects.toThrow(UsageError);
  });

  it('explains itself', async () => {
    expect(await runManifestTool(['--help'], folder)).toBe(usage);
  });
});
