/**
 * The errors that Zoom's REST API answers with, as one catalogue: HTTP status, Zoom's code, message.
 *
 * Shape: `{ code, message, errors?: [{ field, message }] }` (developers.zoom.us, "Error codes", and the error codes
 * that the OpenAPI lists for an operation).
 */

/** One field that Zoom refuses. */
export interface FieldError {
  field: string;
  message: string;
}

/** An answer other than success; thrown by handlers and written by the server's error handler. */
export class ZoomError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly fields: readonly FieldError[] = [],
  ) {
    super(message);
    this.name = 'ZoomError';
  }

  /** The body as Zoom writes it. */
  body(): { code: number; message: string; errors?: readonly FieldError[] } {
    const body = { code: this.code, message: this.message };
    return this.fields.length > 0 ? { ...body, errors: this.fields } : body;
  }
}

export const zoomErrors = {
  invalidToken: () => new ZoomError(401, 124, 'Invalid access token.'),
  expiredToken: () => new ZoomError(401, 124, 'Access token is expired.'),
  /** The person did not grant what the operation needs, or it is about somebody else in the account. */
  missingScope: (scope: string) =>
    new ZoomError(400, 4711, `Invalid access token, does not contain scopes:[${scope}].`),
  notJson: () => new ZoomError(400, 300, 'Request Body should be a valid JSON object.'),
  invalidFields: (fields: readonly FieldError[]) => new ZoomError(400, 300, 'Validation Failed.', fields),
  invalidParameter: (name: string) => new ZoomError(400, 300, `Invalid parameter: ${name}.`),
  invalidPageToken: () => new ZoomError(400, 300, 'The next page token is invalid or expired.'),
  userNotFound: (user: string) => new ZoomError(404, 1001, `User does not exist: ${user}.`),
  meetingNotFound: (id: string) => new ZoomError(404, 3001, `Meeting does not exist: ${id}.`),
  groupNotFound: (group: string) => new ZoomError(404, 4130, `A group with this ${group} does not exist.`),
  accountNotFound: (account: string) => new ZoomError(400, 2001, `Account does not exist: ${account}.`),
  scheduleForInvalid: () =>
    new ZoomError(
      400,
      300,
      'The value that you entered in the `schedule_for` field is invalid. Enter a valid value and try again.',
    ),
  scheduleForInstant: () =>
    new ZoomError(
      400,
      3000,
      "Instant meetings do not support the `schedule_for` parameter, and you can't schedule an instant meeting for another user.",
    ),
  /** Met in the field; the OpenAPI does not list it. */
  noAlternativeHost: (user: string) =>
    new ZoomError(
      400,
      1114,
      `Unable to assign "${user}" as an alternative host because the user cannot be selected at this time`,
    ),
  schedulingForOthers: (user: string) =>
    new ZoomError(400, 3000, `You cannot schedule a meeting for ${user}`),
  /** The OpenAPI has this sentence for 403, and no code. */
  accessDenied: () =>
    new ZoomError(
      403,
      403,
      'Access to the Zoom REST API has been denied for this account. Contact Zoom Support for details.',
    ),
  unknownEndpoint: () => new ZoomError(404, 2300, 'This API endpoint is not recognized.'),
  tooManyPerSecond: () =>
    new ZoomError(
      429,
      429,
      'You have reached the maximum per-second rate limit for this API. Try again later.',
    ),
  tooManyPerDay: (limit: number) =>
    new ZoomError(
      429,
      429,
      `You have exceeded the daily rate limit (${limit}) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.`,
    ),
  internal: () => new ZoomError(500, 500, 'Internal server error.'),
};
