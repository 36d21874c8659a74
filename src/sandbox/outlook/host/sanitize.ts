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

/** The mangling of Outlook on the web: ids and classes get an `x_` before them, unless they have it. */
export function prefixNames(html: string): string {
  const { body } = new DOMParser().parseFromString(DOMPurify.sanitize(html, rules), 'text/html');
  for (const element of body.querySelectorAll('[id], [class]')) {
    if (element.id) element.id = prefixed(element.id);
    if (element.classList.length > 0) {
      element.setAttribute('class', [...element.classList].map(prefixed).join(' '));
    }
  }
  return body.innerHTML;
}

const prefixed = (name: string): string => (name.startsWith('x_') ? name : `x_${name}`);
