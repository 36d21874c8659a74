/**
 * Nested app authentication: whether this Outlook says that it fetches Microsoft's tokens for add-ins itself.
 *
 * It says so by a requirement set, which no manifest can ask for. Microsoft's Office.js then puts the bridge that MSAL
 * speaks to into the page; some clients say it and lack the bridge, so whoever uses it needs another way as well.
 * Source: Microsoft Learn, "Nested app auth requirement sets"; the package of Office.js knows neither.
 */

/** Whether the host claims NestedAppAuth 1.1. */
export function claimsNestedAuth(): boolean {
  try {
    return Office.context.requirements.isSetSupported('NestedAppAuth', '1.1');
  } catch {
    // Outside Outlook there is no Office, and an old host may refuse the question.
    return false;
  }
}
