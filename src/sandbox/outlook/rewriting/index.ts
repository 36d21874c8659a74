/** How Outlook's clients rewrite the bodies of appointments, as pure functions on strings. */
export { clientNames } from './types';
export type { ClientName, RewritableBody, Rewriter } from './types';
