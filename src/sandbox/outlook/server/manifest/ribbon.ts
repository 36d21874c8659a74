/** The add-in as the sandbox's page needs it: the manifest's ribbon with every resource and address filled in. */
import type { AddIn, RibbonButton } from '../../contract';
import { ManifestError, parseManifest, type Command, type ManifestTree } from './xml';

/** Office.js' numbers for the manifest's words. */
const permissionLevels: Record<ManifestTree['permissions'], number> = {
  Restricted: 0,
  ReadItem: 1,
  ReadWriteMailbox: 2,
  ReadWriteItem: 3,
};

/** The side of a large ribbon button's icon, in CSS pixels. */
const iconSize = 32;

/**
 * An address of the manifest as it is on the running add-in. Those of the manifest's own origin move to `addInOrigin`,
 * and pages at its root to their sandbox variant (which loads Office.js from the package instead of Microsoft's CDN);
 * those of other origins stay as they are.
 */
export function relocate(address: string, manifestOrigin: string, addInOrigin: string): string {
  if (!URL.canParse(address)) throw new ManifestError(`The manifest has "${address}" for an address.`);
  const { origin, pathname, search, hash } = new URL(address);
  if (origin !== manifestOrigin) return address;
  const page = /^\/([^/]+\.html)$/.exec(pathname)?.[1];
  return `${addInOrigin}${page === undefined ? pathname : `/sandbox/${page}`}${search}${hash}`;
}

/** The icon for a large button: of the wanted size, else the next larger one, else the largest. */
function iconOf(command: Command): string {
  const images = [...command.Icon.Image].sort((one, other) => one['@size'] - other['@size']);
  const image = images.find((candidate) => candidate['@size'] >= iconSize) ?? images.at(-1);
  if (!image) throw new ManifestError(`The manifest's command ${command['@id']} has no icon.`);
  return image['@resid'];
}

/**
 * Reads the manifest's text for a page whose add-in runs at `addInOrigin` and whose language is `locale`. Errors:
 * `ManifestError`.
 */
export function resolveAddIn(text: string, addInOrigin: string, locale: string): AddIn {
  const tree = parseManifest(text, locale);

  const resource = (resid: string, user: string): string => {
    const value = tree.resources.get(resid);
    if (value === undefined)
      throw new ManifestError(`The manifest's ${user} names "${resid}", which its resources do not define.`);
    return value;
  };

  const pages = [...tree.organizer, ...tree.attendee].flatMap(({ Action }) =>
    Action['@type'] === 'ShowTaskpane' ? [Action.SourceLocation] : [],
  );
  const firstPage = tree.functionFile ?? pages[0];
  const firstAddress = firstPage === undefined ? '' : resource(firstPage, 'FunctionFile');
  const manifestOrigin = URL.canParse(firstAddress) ? new URL(firstAddress).origin : '';

  const address = (resid: string, user: string): string =>
    relocate(resource(resid, user), manifestOrigin, addInOrigin);

  const button = (command: Command): RibbonButton => {
    const user = `command ${command['@id']}`;
    const { Action } = command;
    return {
      id: command['@id'],
      label: resource(command.Label, user),
      tip: resource(command.Supertip.Description, user),
      icon: address(iconOf(command), user),
      action:
        Action['@type'] === 'ExecuteFunction'
          ? { kind: 'function', name: Action.FunctionName }
          : {
              kind: 'pane',
              url: address(Action.SourceLocation, user),
              title: Action.Title === undefined ? tree.displayName : resource(Action.Title, user),
            },
    };
  };

  const compose = tree.organizer.map(button);
  const read = tree.attendee.map(button);
  if (
    tree.functionFile === undefined &&
    [...compose, ...read].some(({ action }) => action.kind === 'function')
  )
    throw new ManifestError('The manifest has a command that runs a function, but no FunctionFile.');
  return {
    id: tree.id,
    name: tree.displayName,
    functionsUrl: tree.functionFile === undefined ? '' : address(tree.functionFile, 'FunctionFile'),
    permissionLevel: permissionLevels[tree.permissions],
    compose,
    read,
  };
}
