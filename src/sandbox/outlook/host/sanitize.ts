/**
 * Makes HTML of add-ins and of other people harmless, as Outlook on the web does before it shows or stores it.
 *
 * Scripts, frames, handlers and `data-` attributes go; ids, classes, styles and comments stay. Needs a DOM.
 */
import DOMPurify from 'dompurify';

const rules = {
  ALLOW_DATA_ATTR: false,
  ADD_TAGS: ['#comment'],
  FORBID_TAGS: [
    'iframe',
    'object',
    'embed',
    'form',
    'input',
    'button',
    'select',
    'textarea',
    'base',
    'link',
    'meta',
  ],
  // Only what a name could reach is unsafe, and the editor's page reads no global by name.
  SANITIZE_DOM: false,
  KEEP_CONTENT: true,
};

/** The same string when nothing in it had to go. */
export function sanitizeHtml(html: string): string {
  const clean = DOMPurify.sanitize(html, rules);
  return DOMPurify.removed.length === 0 ? html : clean;
}

/** Content that is safe to put into the page itself: no style sheets either, which would reach beyond it. */
export function displayHtml(html: string): string {
  return DOMPurify.sanitize(html, { ...rules, FORBID_TAGS: [...rules.FORBID_TAGS, 'style'] });
}
