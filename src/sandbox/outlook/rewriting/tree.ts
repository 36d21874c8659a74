/**
 * The content of an HTML body as a small tree, and writing attributes and text again: what the imitated editors
 * share. Comments, conditional ones too, scripts, styles and the head are left out, as no client keeps another's.
 */
import { Parser } from 'htmlparser2';

export interface ElementNode {
  readonly kind: 'element';
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

export interface TextNode {
  readonly kind: 'text';
  /** Decoded; runs of white space are one space, no-break spaces apart. */
  readonly text: string;
}

export type Node = ElementNode | TextNode;

const blockTags: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const silentTags: ReadonlySet<string> = new Set([
  'head',
  'script',
  'style',
  'title',
  'template',
  'meta',
  'link',
  'xml',
]);
/** Dissolved: only their content counts. */
const documentTags: ReadonlySet<string> = new Set(['html', 'body']);
/** Anything deeper is attached here; no person nests so deep, and recursion has to end. */
const DEEPEST = 300;

const isBlockTag = (tag: string): boolean => blockTags.has(tag);

/** Whether the node makes lines of its own, by itself or by what is in it. */
export const isBlockNode = (node: Node): boolean =>
  node.kind === 'element' && (isBlockTag(node.tag) || node.children.some(isBlockNode));

export const isBlank = (node: Node): boolean => node.kind === 'text' && /^[ \t\r\n]*$/.test(node.text);

interface Open {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
}

/** What a person sees of the HTML. White space between blocks is gone. */
export function readTree(html: string): Node[] {
  const root: Open = { tag: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  let silent = 0;
  const current = (): Open => open.at(-1) ?? root;
  const close = (): void => {
    const done = open.pop();
    if (!done || done === root) return;
    current().children.push({ kind: 'element', ...done, children: withoutGaps(done.children) });
  };
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (silentTags.has(tag)) silent += 1;
      else if (silent === 0 && !documentTags.has(tag)) open.push({ tag, attributes, children: [] });
    },
    onclosetag(tag) {
      if (silentTags.has(tag)) silent = Math.max(0, silent - 1);
      else if (silent === 0 && !documentTags.has(tag)) {
        if (open.length > DEEPEST) dissolve(open);
        else close();
      }
    },
    ontext(text) {
      if (silent > 0) return;
      const { children } = current();
      const before = children.at(-1);
      const joined = before?.kind === 'text' ? before.text + text : text;
      if (before?.kind === 'text') children.pop();
      children.push({ kind: 'text', text: joined.replace(/[ \t\r\n]+/g, ' ') });
    },
  });
  parser.write(html);
  parser.end();
  while (open.length > 1) close();
  return withoutGaps(root.children);
}

/** Gives the content of what is too deep to what is around it. */
function dissolve(open: Open[]): void {
  const done = open.pop();
  open.at(-1)?.children.push(...(done?.children ?? []));
}

function withoutGaps(nodes: readonly Node[]): Node[] {
  const separates = (node: Node | undefined): boolean => node === undefined || isBlockNode(node);
  const hasBlocks = nodes.some(isBlockNode);
  return nodes.filter(
    (node, index) =>
      !(hasBlocks && isBlank(node) && (separates(nodes[index - 1]) || separates(nodes[index + 1]))),
  );
}

/** Text as HTML, no-break spaces by name. */
export const writeText = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\u00a0/g, '&nbsp;');

export const writeAttribute = (value: string): string => `"${writeText(value).replace(/"/g, '&quot;')}"`;

/** The declarations of a style, names in small letters; what holds an address is left out. */
export function readStyle(style: string): [name: string, value: string][] {
  return style.split(';').flatMap((declaration): [string, string][] => {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    return colon > 0 && value !== '' && !/url\(/i.test(value) ? [[name, value]] : [];
  });
}

/** Neighbouring nodes that stand on lines together, and blocks each by itself; what shows nothing is left out. */
export function runsOf(nodes: readonly Node[]): (ElementNode | readonly Node[])[] {
  const runs: (ElementNode | Node[])[] = [];
  for (const node of nodes) {
    if (node.kind === 'element' && isBlockNode(node)) runs.push(node);
    else {
      const last = runs.at(-1);
      if (Array.isArray(last)) last.push(node);
      else runs.push([node]);
    }
  }
  return runs.filter((run) => !Array.isArray(run) || !run.every(isBlank));
}
