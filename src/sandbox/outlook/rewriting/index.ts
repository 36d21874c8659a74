/**
 * How Outlook's clients rewrite the bodies of appointments: pure functions on strings, one a client. The stand-in
 * applies them where the imitated client would: when the add-in writes a body, and when the item is saved.
 *
 * They are modelled after documentation and trackers, exaggerated rather than softened: who survives them survives
 * the clients' better days too. A body and the same body with an invitation in it are rewritten alike outside it.
 */
import { toFormatted, toPlainText } from './text';
import type { ClientName, Rewriter } from './types';
import { throughWeb } from './web';
import { throughMac, throughWord } from './word';

export { clientNames } from './types';
export type { ClientName, RewritableBody, Rewriter } from './types';

export const rewriters: Readonly<Record<ClientName, Rewriter>> = {
  exact: (body) => body,
  web: throughWeb,
  'windows-classic': throughWord,
  mac: throughMac,
  'to-plain-text': toPlainText,
  'to-formatted': toFormatted,
};
