/**
 * What the host says of itself, by client.
 *
 * On this transport Office.js itself fixes `Office.context.platform` (OfficeOnline) and the mailbox's
 * `diagnostics.hostName` (OutlookWebApp), since any other name makes it load the files of another transport. What
 * remains for the host to say are versions, which differ as the clients' do; `client-name.js` tells the pages the name.
 */
import type { Client } from './settings';

export interface ReportedClient {
  /** `Office.context.diagnostics.version`. */
  readonly fullVersion: string;
  /** `Office.context.mailbox.diagnostics.hostVersion`. */
  readonly hostVersion: string;
  /** Only Outlook on the web and new Outlook have a view to name. */
  readonly owaView: 'ThreeColumns' | undefined;
}

export const reportedClients: Record<Client, ReportedClient> = {
  web: { fullVersion: '16.0.0.0', hostVersion: '15.20.0.0', owaView: 'ThreeColumns' },
  'windows-new': { fullVersion: '1.2026.1104.0', hostVersion: '15.20.0.0', owaView: 'ThreeColumns' },
  'windows-classic': { fullVersion: '16.0.17932.20000', hostVersion: '16.0.17932.20000', owaView: undefined },
  mac: { fullVersion: '16.90.24111020', hostVersion: '16.90.24111020', owaView: undefined },
};
