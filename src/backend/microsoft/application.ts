/** The application that an Entra administrator registered for this backend: who it is, and whose tokens it takes. */
import type { MicrosoftSignIn } from '../../api/microsoft';

/** The one permission that the application exposes; without it in a token nobody acts for a person here. */
export const PERMISSION = 'access_as_user';

export interface MicrosoftApplication {
  /** A GUID in lower case; pane and backend are one application. */
  readonly clientId: string;
  /** Origin of the cloud's sign-in, such as `https://login.microsoftonline.com`. */
  readonly authority: string;
  /** The tenants whose people may sign in; GUIDs in lower case, at least one. */
  readonly tenants: readonly string[];
  /** The tenant in the authority that the pane asks: one of those, or `organizations`. */
  readonly signInTenant: string;
}

/** The issuer of a tenant's tokens of version 2.0. Its discovery document lies below this address. */
export const issuerOf = ({ authority }: MicrosoftApplication, tenant: string): string =>
  `${authority}/${tenant}/v2.0`;

/** What the pane has to know. */
export const signInWith = (application: MicrosoftApplication | undefined): MicrosoftSignIn => ({
  application:
    application === undefined
      ? null
      : {
          clientId: application.clientId,
          authority: issuerOf(application, application.signInTenant),
          scope: `api://${application.clientId}/${PERMISSION}`,
        },
});
