/**
 * The manifest, and what `npm run manifest` makes of it, against Microsoft's XML schemas, VersionOverrides included.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { productionManifest } from '../../../tools/manifest.mjs';
import { manifestXml, root } from './document';

const folder = path.resolve(root, '..', 'shared', 'contracts', 'manifest');
const main = 'OfficeAppManifestV1_1.xsd';

/** What the schemas say against a manifest: nothing, when it is valid. */
async function complaints(contents: string): Promise<string[]> {
  const schema = (fileName: string) => ({
    fileName,
    contents: readFileSync(path.join(folder, fileName), 'utf8'),
  });
  const { errors } = await validateXML({
    xml: { fileName: 'manifest.xml', contents },
    schema: schema(main),
    preload: readdirSync(folder)
      .filter((name) => name.endsWith('.xsd') && name !== main)
      .map(schema),
  });
  return errors.map(({ message }) => message);
}

/** The manifest with the last place where a text stands replaced: that is inside the innermost VersionOverrides. */
function spoilLast(search: string, replacement: string): string {
  const at = manifestXml.lastIndexOf(search);
  expect(at).toBeGreaterThan(manifestXml.indexOf('VersionOverridesV1_1'));
  return manifestXml.slice(0, at) + replacement + manifestXml.slice(at + search.length);
}

if (existsSync(folder)) {
  describe('against the schemas', () => {
    it('the development manifest is valid', async () => {
      expect(await complaints(manifestXml)).toEqual([]);
    });

    it('a production manifest with everything changed is valid', async () => {
      const made = productionManifest(manifestXml, {
        baseUrl: "https://o'clock&co.example.com:8443/",
        id: '00000000-0000-4000-8000-000000000000',
        name: 'Meetings & <more>',
        version: '1.2.3.4',
      });
      expect(await complaints(made)).toEqual([]);
    });

    it('an element missing at the base is found', async () => {
      const spoiled = manifestXml.replace(/<DefaultLocale>.*<\/DefaultLocale>/, '');
      expect(await complaints(spoiled)).toEqual([expect.stringContaining('DefaultLocale')]);
    });

    it('an unknown element in VersionOverrides 1.0 is found', async () => {
      const spoiled = manifestXml.replace('<FunctionName>addZoomMeeting</FunctionName>', '<Nonsense/>');
      expect(await complaints(spoiled)).toEqual([expect.stringMatching(/mailappversionoverrides}Nonsense/)]);
    });

    it('a button without a label in VersionOverrides 1.1 is found', async () => {
      const spoiled = spoilLast('<Label resid="View.Label"/>', '');
      expect(await complaints(spoiled)).toEqual([
        expect.stringMatching(/mailappversionoverrides\/1\.1}Supertip/),
      ]);
    });

    it('an unknown surface in VersionOverrides 1.1 is found', async () => {
      const spoiled = spoilLast(
        'xsi:type="AppointmentAttendeeCommandSurface"',
        'xsi:type="NoSuchCommandSurface"',
      );
      expect((await complaints(spoiled)).join('\n')).toContain('NoSuchCommandSurface');
    });
  });
} else {
  process.stdout.write(`The manifest was not checked against Microsoft's schemas: ${folder} is not here.\n`);
  it("cannot be checked against Microsoft's schemas, which are not on this machine", () => {
    expect(existsSync(folder)).toBe(false);
  });
}
