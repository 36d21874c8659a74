/**
 * The manifest as a tree, and the questions that the manifest's tests ask of it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument, DomUtils } from 'htmlparser2';

/** An XML element of the manifest. */
export type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

/** The project's folder. */
export const root = path.resolve(__dirname, '..', '..', '..');

/** The development manifest's text. */
export const manifestXml = readFileSync(path.join(root, 'manifest.xml'), 'utf8');

/** Where the development manifest says that everything is served from. */
export const base = 'https://localhost:3000';

/** The manifest's root element. */
export function parseManifest(xml: string): Element {
  const found = parseDocument(xml, { xmlMode: true }).children.find(DomUtils.isTag);
  if (!found) throw new Error('The manifest has no element.');
  return found;
}

/** Every element below a node, at any depth. */
export function elements(node: Element): Element[] {
  return DomUtils.findAll(() => true, node.children);
}

/** Every element of that name below a node; the name includes its prefix, such as `bt:Image`. */
export function named(node: Element, name: string): Element[] {
  return elements(node).filter((element) => element.name === name);
}

/** The only element of that name among a node's children. */
export function child(node: Element, name: string): Element {
  const [found, ...more] = node.children.filter(DomUtils.isTag).filter((element) => element.name === name);
  if (!found || more.length > 0)
    throw new Error(`Expected one ${name}, found ${more.length + (found ? 1 : 0)}.`);
  return found;
}

/** An attribute's value; an error when it is not there. */
export function attribute(element: Element, name: string): string {
  const value = element.attribs[name];
  if (value === undefined) throw new Error(`${element.name} has no ${name}.`);
  return value;
}

/** The text inside an element. */
export const text = (element: Element): string => DomUtils.textContent(element).trim();

/** An element without the VersionOverrides nested in it. */
export function own(block: Element): Element[] {
  const nested = named(block, 'VersionOverrides').flatMap((inner) => [inner, ...elements(inner)]);
  return elements(block).filter((element) => !nested.includes(element));
}
