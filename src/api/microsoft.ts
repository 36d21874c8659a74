/**
 * The contract of signing in with Microsoft Entra ID, for both sides.
 *
 *   GET    /api/sign-in/microsoft   -> MicrosoftSignIn       without a session: what the pane has to know to ask Entra
 *   POST   /api/session/microsoft   <- MicrosoftToken -> Session
 *   GET    /api/me/microsoft        -> MicrosoftTie
 *   PUT    /api/me/microsoft        <- MicrosoftToken -> MicrosoftTie   ties it to the member of this session
 *   DELETE /api/me/microsoft        -> 204
 *
 * A Microsoft identity (tenant and object id, which never change, and never a mail address, which a tenant's admin can
 * write freely) is tied to a member by somebody who is signed in as both at that moment. Afterwards it opens a session
 * for that member as long as Zoom's consent is kept here; where it was given back the member signs in with Zoom once
 * more. An account on-premises without Entra leaves this off: then nothing is offered and these routes say so.
 *
 * Errors: `microsoft-off` where it is not set up; `microsoft-refused` for a token that is not one of ours, and
 * `microsoft-elsewhere` for one of an organisation that is not set up here; `microsoft-unreachable` where Entra's keys
 * cannot be read; `microsoft-not-tied` for somebody who never tied it here; `microsoft-taken` when it is tied to another
 * member; `zoom-consent-lost` when only Zoom's consent is missing. The pane alone says `microsoft-cancelled` and
 * `microsoft-not-allowed`. None of the `microsoft-` errors ends the session with Zoom.
 */
import * as z from 'zod/mini';

export const microsoftPaths = {
  signIn: '/api/sign-in/microsoft',
  session: '/api/session/microsoft',
  tie: '/api/me/microsoft',
} as const;

/** How the pane asks Entra for a token for this backend; null: not set up here. */
export const MicrosoftSignIn = z.object({
  application: z.nullable(
    z.object({
      clientId: z.string(),
      /** Address of the authority with its tenant, such as `https://login.microsoftonline.com/<tenant>/v2.0`. */
      authority: z.string(),
      /** The one permission of this backend, such as `api://<client id>/access_as_user`. */
      scope: z.string(),
    }),
  ),
});
export type MicrosoftSignIn = z.infer<typeof MicrosoftSignIn>;

/** An access token of Entra for this backend, as the pane got it. */
export const MicrosoftToken = z.strictObject({
  accessToken: z.string().check(z.minLength(20), z.maxLength(8192), z.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)),
});
export type MicrosoftToken = z.infer<typeof MicrosoftToken>;

/** The Microsoft identity of this member, by the name that Entra gave it; null: none is tied. */
export const MicrosoftTie = z.object({ tied: z.nullable(z.object({ name: z.string() })) });
export type MicrosoftTie = z.infer<typeof MicrosoftTie>;
