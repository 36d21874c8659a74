/** What a rewriting takes and gives: a body, and the clients whose habits are imitated. */
import type { BodyFormat } from '../../../domain/appointment';

export interface RewritableBody {
  readonly format: BodyFormat;
  /** HTML as a document or a fragment, or plain text. */
  readonly content: string;
}

/** Pure, and total: whatever the content is, something of the same meaning comes back. */
export type Rewriter = (body: RewritableBody) => RewritableBody;

/**
 * `exact`: nothing changes. `web`: Outlook on the web and new Outlook. `windows-classic`: classic Outlook, through
 * Word. `mac`: new Outlook for Mac. `to-plain-text`, `to-formatted`: the person switches the body's format.
 */
export const clientNames = [
  'exact',
  'web',
  'windows-classic',
  'mac',
  'to-plain-text',
  'to-formatted',
] as const;
export type ClientName = (typeof clientNames)[number];
