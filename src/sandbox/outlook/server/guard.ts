/** Keeps the server for the person at this machine: which addresses it binds, which hosts and origins it answers. Pure. */
import { OutlookError } from './failures';

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a host name to listen on is this machine's own and nobody else's. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '::1';
}

/**
 * Refuses a request that did not come from this server's own page. A foreign Host header is how a page elsewhere
 * reaches a loopback server through DNS rebinding; a foreign Origin is another page's script.
 */
export function assertOwn(
  headers: { host?: string | undefined; origin?: string | undefined },
  scheme: 'http' | 'https',
  port: number,
): void {
  const hosts = loopbackNames.map((name) => `${name}:${port}`);
  if (headers.host === undefined || !hosts.includes(headers.host.toLowerCase()))
    throw new OutlookError(403, 'foreign-host', 'This server answers on localhost only.');
  if (headers.origin !== undefined && !hosts.some((host) => headers.origin === `${scheme}://${host}`))
    throw new OutlookError(403, 'foreign-origin', 'This server answers its own page only.');
}
