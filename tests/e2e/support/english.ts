/** English words in the pane, where it should have none: in languages that are not written with Latin letters. */
import type { Frame } from 'playwright-core';

/** Names, which are the same in every language, and what the tests themselves have put on appointments. */
const allowed: ReadonlySet<string> = new Set([
  ...['Exchange', 'Office', 'Google', 'MAPI', 'Windows', 'Mac', 'Microsoft'],
  ...['Zoom', 'Outlook', 'ID', 'UTC'],
  ...['English', 'Deutsch', 'français', 'español'],
  ...['Workshop', 'Planning', 'Discarded', 'Never', 'saved'],
]);

/**
 * Every word of Latin letters that is seen, or read out, in this frame, in order, each once. What comes from outside
 * (topics, names, codes) stands in `bdi` elements and is left out, as addresses are.
 */
export async function englishWordsIn(frame: Frame): Promise<string[]> {
  const texts = await frame.evaluate(() => {
    const attributes = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'];
    const found = [document.title];
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('bdi, script, style') || !element.checkVisibility()) continue;
      for (const name of attributes) found.push(element.getAttribute(name) ?? '');
      for (const node of element.childNodes) if (node instanceof Text) found.push(node.data);
    }
    return found;
  });
  const words = texts.flatMap((text) => text.replace(/\S+@\S+/g, '').match(/\p{Script=Latin}{2,}/gu) ?? []);
  return [...new Set(words)].filter((word) => !allowed.has(word));
}
