/**
 * Zoom's join links: recognising one, and finding them in text.
 *
 * A join link is `https://<host>/j/<meeting id>`, `/w/<id>` for webinars, or the web client's `/wc/join/<id>` and
 * `/wc/<id>/join`. Personal links (`/my/<name>`) carry no id and are not join links here. Hosts are Zoom's
 * (`zoom.us`, `zoomgov.com`, `zoom.com` and what is below them, which takes in vanity names), this computer
 * (`localhost`, `127.0.0.1`, any port, where the sandbox's Zoom answers), and any that the caller names.
 * Exchange's Safe Links wrapper is looked through. Recognising a link is no promise that it is safe to open.
 */
export interface JoinUrl {
  readonly meetingId: string;
  /** The link itself, out of its Safe Links wrapper where it was in one. */
  readonly url: string;
}

export interface FoundJoinUrl extends JoinUrl {
  /** Offsets into the text that was searched; the wrapper is included. */
  readonly start: number;
  readonly end: number;
}

const zoomHosts = ['zoom.us', 'zoomgov.com', 'zoom.com'];
const thisComputer = ['localhost', '127.0.0.1'];
const safeLinks = 'safelinks.protection.outlook.com';

/** The longest address that is looked at; Safe Links make them long, nothing honest makes them longer. */
const LENGTH_LIMIT = 4096;

const address = /^(https?):\/\/([a-z0-9.-]+)(?::\d{1,5})?(\/[^?#]*)?(?:\?([^#]*))?(?:#.*)?$/i;
const idInPath = /^\/(?:j|w|wc\/join)\/(\d{8,19})(?:\/|$)|^\/wc\/(\d{8,19})\/(?:join|start)(?:\/|$)/;

const isUnder = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

/** Reads one address; undefined when it is not a join link. `extraHosts` are domains beside Zoom's own. */
export function parseJoinUrl(url: string, extraHosts: readonly string[] = []): JoinUrl | undefined {
  const trimmed = url.trim();
  if (trimmed.length > LENGTH_LIMIT) return undefined;
  const parts = address.exec(trimmed);
  const scheme = parts?.[1]?.toLowerCase();
  const host = parts?.[2]?.toLowerCase();
  if (!parts || !scheme || !host) return undefined;

  if (isUnder(host, safeLinks)) {
    const inner = wrappedAddress(parts[4] ?? '');
    return inner === undefined ? undefined : parseDirect(inner, extraHosts);
  }
  return parseDirect(trimmed, extraHosts);
}

function parseDirect(url: string, extraHosts: readonly string[]): JoinUrl | undefined {
  const parts = address.exec(url);
  const scheme = parts?.[1]?.toLowerCase();
  const host = parts?.[2]?.toLowerCase();
  if (!parts || !scheme || !host) return undefined;
  const local = thisComputer.includes(host);
  if (
    !local &&
    (scheme !== 'https' || ![...zoomHosts, ...extraHosts].some((domain) => isUnder(host, domain)))
  ) {
    return undefined;
  }
  const match = idInPath.exec(parts[3] ?? '');
  const meetingId = match?.[1] ?? match?.[2];
  return meetingId === undefined ? undefined : { meetingId, url };
}

function wrappedAddress(query: string): string | undefined {
  const parameter = query.split('&').find((part) => part.startsWith('url='));
  if (parameter === undefined) return undefined;
  try {
    return decodeURIComponent(parameter.slice('url='.length));
  } catch {
    return undefined;
  }
}

/**
 * Every join link in a text, in order, with its place. A link ends before a space, quotes, brackets, `;`, `,`, and
 * before anything beyond ASCII, such as a Japanese full stop or a direction mark: Zoom's links have none of that.
 */
export function findJoinUrls(text: string, extraHosts: readonly string[] = []): FoundJoinUrl[] {
  const found: FoundJoinUrl[] = [];
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'()[\]{};,|\\^`\u0080-\uffff]+/gi)) {
    if (match[0].length > LENGTH_LIMIT) continue;
    // A full stop at the end belongs to the sentence.
    const raw = match[0].replace(/[.!?:]+$/, '');
    const link = parseJoinUrl(raw, extraHosts);
    if (link) found.push({ ...link, start: match.index, end: match.index + raw.length });
  }
  return found;
}
