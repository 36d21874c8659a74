/** The add-in's manifest as an XML tree, reduced to what a ribbon needs and checked. */
import { XMLParser } from 'fast-xml-parser';
import * as z from 'zod';

/** A manifest that cannot be used; `message` says where, in a sentence. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

/** Elements that a manifest may repeat side by side; the parser then always gives an array. */
const repeated = new Set([
  ...['Host', 'ExtensionPoint', 'Group', 'Control', 'Item', 'Image', 'Url', 'String', 'Override'],
]);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => repeated.has(name),
});

const Resid = z.object({ '@resid': z.string() }).transform((element) => element['@resid']);

/** A text that may be said differently in some locales. */
const Localised = z.object({
  '@DefaultValue': z.string(),
  Override: z.array(z.object({ '@Locale': z.string(), '@Value': z.string() })).default([]),
});

/** The text for a locale (`de-AT`): its own, else that of its language, else the default. */
function textIn(locale: string, text: z.infer<typeof Localised>): string {
  const languageOf = (tag: string) => tag.split('-')[0]?.toLowerCase();
  const override =
    text.Override.find((one) => one['@Locale'].toLowerCase() === locale.toLowerCase()) ??
    text.Override.find((one) => languageOf(one['@Locale']) === languageOf(locale));
  return override?.['@Value'] ?? text['@DefaultValue'];
}

/** What a button and a menu's item have in common. */
const Command = z.object({
  '@id': z.string(),
  Label: Resid,
  Supertip: z.object({ Title: Resid, Description: Resid }),
  Icon: z.object({ Image: z.array(z.object({ '@size': z.coerce.number(), '@resid': z.string() })).min(1) }),
  Action: z.discriminatedUnion('@type', [
    z.object({ '@type': z.literal('ShowTaskpane'), SourceLocation: Resid, Title: Resid.optional() }),
    z.object({ '@type': z.literal('ExecuteFunction'), FunctionName: z.string() }),
  ]),
});
export type Command = z.infer<typeof Command>;

const Control = z.discriminatedUnion('@type', [
  Command.extend({ '@type': z.literal('Button') }),
  z.object({ '@type': z.literal('Menu'), Items: z.object({ Item: z.array(Command) }) }),
]);

/** The ribbon's tab of an extension point: its controls in order, those of menus in their menu's place. */
const Tab = z
  .object({ Group: z.array(z.object({ Control: z.array(Control).default([]) })) })
  .transform(({ Group }): Command[] =>
    Group.flatMap((group) => group.Control).flatMap((control) =>
      control['@type'] === 'Menu' ? control.Items.Item : [control],
    ),
  );

const Surface = z
  .object({ OfficeTab: Tab.optional(), CustomTab: Tab.optional() })
  .transform(({ OfficeTab = [], CustomTab = [] }) => [...OfficeTab, ...CustomTab]);

/** Of all extension points only the two kinds of a ribbon are looked into. */
const ExtensionPoint = z.looseObject({ '@type': z.string() });

const DefinedResource = Localised.extend({ '@id': z.string() });
const resourcesOf = <Name extends string>(name: Name) =>
  z
    .looseObject({ [name]: z.array(DefinedResource).default([]) })
    .transform((list) => z.array(DefinedResource).parse(list[name] ?? []));

const Overrides = z.object({
  Hosts: z.object({
    Host: z
      .array(
        z.object({
          '@type': z.string(),
          DesktopFormFactor: z
            .object({ FunctionFile: Resid.optional(), ExtensionPoint: z.array(ExtensionPoint).default([]) })
            .optional(),
        }),
      )
      .min(1),
  }),
  Resources: z.object({
    Images: resourcesOf('Image').optional(),
    Urls: resourcesOf('Url').optional(),
    ShortStrings: resourcesOf('String').optional(),
    LongStrings: resourcesOf('String').optional(),
  }),
});

const Manifest = z.object({
  OfficeApp: z.object({
    Id: z.string(),
    DisplayName: Localised,
    Permissions: z.enum(['Restricted', 'ReadItem', 'ReadWriteItem', 'ReadWriteMailbox']),
    VersionOverrides: z.looseObject({ VersionOverrides: z.unknown().optional() }),
  }),
});

/** A manifest's commands: by surface, with the names of their resources, and the resources' values in one locale. */
export interface ManifestTree {
  id: string;
  displayName: string;
  permissions: z.infer<typeof Manifest>['OfficeApp']['Permissions'];
  functionFile: string | undefined;
  organizer: Command[];
  attendee: Command[];
  resources: ReadonlyMap<string, string>;
}

function checked<Out>(schema: z.ZodType<Out>, value: unknown, place: string): Out {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = [place, ...(issue?.path ?? [])].join('/');
  throw new ManifestError(`The manifest cannot be used: ${path}: ${issue?.message ?? 'wrong'}.`);
}

/**
 * Parses a manifest's text, for an Outlook whose display language is `locale`. Of nested overrides only the innermost
 * (1.1 in 1.0) counts, as in a host that knows it.
 */
export function parseManifest(text: string, locale: string): ManifestTree {
  let tree: unknown;
  try {
    tree = parser.parse(text, true);
  } catch (error) {
    throw new ManifestError(
      `The manifest is not XML: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const app = checked(Manifest, tree, 'manifest').OfficeApp;
  const outer = app.VersionOverrides;
  const { Hosts, Resources } = checked(Overrides, outer.VersionOverrides ?? outer, 'VersionOverrides');
  const desktop = Hosts.Host.find((host) => host['@type'] === 'MailHost')?.DesktopFormFactor;
  const surface = (kind: string): Command[] =>
    (desktop?.ExtensionPoint ?? [])
      .filter((point) => point['@type'] === kind)
      .flatMap((point) => checked(Surface, point, kind));
  const { Images = [], Urls = [], ShortStrings = [], LongStrings = [] } = Resources;
  const resources = [...Images, ...Urls, ...ShortStrings, ...LongStrings];
  return {
    id: app.Id,
    displayName: textIn(locale, app.DisplayName),
    permissions: app.Permissions,
    functionFile: desktop?.FunctionFile,
    organizer: surface('AppointmentOrganizerCommandSurface'),
    attendee: surface('AppointmentAttendeeCommandSurface'),
    resources: new Map(resources.map((resource) => [resource['@id'], textIn(locale, resource)])),
  };
}
