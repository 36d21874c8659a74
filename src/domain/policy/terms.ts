/** The words of the policy: services, platforms and permissions. */
import * as z from 'zod/mini';

/** A service that a server of ours or of the company reaches. */
export const ServerProvider = z.enum(['exchange', 'office365', 'google']);
export type ServerProvider = z.infer<typeof ServerProvider>;

/** Every service; `mapi` is the desktop's own Outlook profile, reached by the bridge. */
export const Provider = z.enum(['mapi', ...ServerProvider.options]);
export type Provider = z.infer<typeof Provider>;

/** Where a member is. Only `windows-classic` has MAPI: new Outlook for Windows has none. */
export const Platform = z.enum(['windows-classic', 'windows-new', 'mac', 'web', 'mobile']);
export type Platform = z.infer<typeof Platform>;

export const Permission = z.enum(['none', 'read', 'read-write']);
export type Permission = z.infer<typeof Permission>;

/** What a service may do. */
export const Permissions = z.strictObject({ calendar: Permission, contacts: Permission });
export type Permissions = z.infer<typeof Permissions>;

/** The versions that EWS tells apart (`RequestServerVersion`) and that are still met. */
export const ExchangeVersion = z.enum(['2010_SP2', '2013', '2013_SP1', '2016', '2019', 'SE']);
export type ExchangeVersion = z.infer<typeof ExchangeVersion>;

/** An address of Exchange Web Services: over HTTPS, without a password in it. */
export const EwsUrl = z.url({ protocol: /^https$/ }).check(
  z.maxLength(500),
  z.regex(/^[^\p{Cc}\p{Cs}\s]*$/u),
  z.refine((text) => {
    // What is no address at all was refused before; all checks run.
    if (!URL.canParse(text)) return true;
    const { username, password } = new URL(text);
    return username === '' && password === '';
  }, 'must not hold a user name or a password'),
);

/** What a member finds filled in when they connect Exchange; null: nobody said. */
export const ExchangeServer = z.strictObject({
  version: z.nullable(ExchangeVersion),
  ewsUrl: z.nullable(EwsUrl),
});
export type ExchangeServer = z.infer<typeof ExchangeServer>;
