/** What the sign-in window says to the pane, and what MSAL's errors mean. */
import { ProductError } from '../../../src/domain/errors';
import { errorAnswer, tokenAnswer, tokenFrom } from '../../../src/taskpane/microsoft/answer';
import { failureOf, needsPerson } from '../../../src/taskpane/microsoft/failures';

const TOKEN = 'aaaaaaaaaaaa.bbbbbbbbbbbb.cccccccccccc';

describe('the answer of the window', () => {
  test('carries a token', () => {
    expect(tokenFrom(tokenAnswer(TOKEN))).toBe(TOKEN);
  });

  test('carries an error with its reason', () => {
    const refused = errorAnswer(new ProductError('microsoft-not-allowed', { reason: 'AADSTS65001: no' }));
    expect(() => tokenFrom(refused)).toThrow(
      expect.objectContaining({ code: 'microsoft-not-allowed', details: { reason: 'AADSTS65001: no' } }),
    );
    expect(() => tokenFrom(errorAnswer(new ProductError('offline')))).toThrow(
      expect.objectContaining({ code: 'offline', details: {} }),
    );
  });

  test.each(['', 'signed in', '{}', '{"kind":"token","accessToken":"no token"}', '{"kind":"error"}'])(
    'that is anything else (%s) is a sign-in that was not finished',
    (text) => {
      expect(() => tokenFrom(text)).toThrow(expect.objectContaining({ code: 'microsoft-cancelled' }));
    },
  );
});

/** As MSAL throws: an error with a code. */
const msal = (errorCode: string, errorMessage = '') =>
  Object.assign(new Error(), { errorCode, errorMessage });

describe('an error of MSAL', () => {
  test.each([
    ['user_cancelled', 'microsoft-cancelled'],
    ['user_canceled', 'microsoft-cancelled'],
    ['access_denied', 'microsoft-cancelled'],
    ['state_mismatch', 'microsoft-cancelled'],
    ['no_network_connectivity', 'microsoft-unreachable'],
    ['endpoints_resolution_error', 'microsoft-unreachable'],
    ['temporarily_unavailable', 'microsoft-unreachable'],
    ['unauthorized_client', 'microsoft-not-allowed'],
    ['consent_required', 'microsoft-not-allowed'],
  ])('%s is %s', (code, expected) => {
    expect(failureOf(msal(code)).code).toBe(expected);
  });

  test('that is not known tells the reason that Entra gave, without its traces', () => {
    const { details } = failureOf(
      msal('invalid_resource', 'AADSTS500011: The resource was not found. Trace ID: 1 Correlation ID: 2'),
    );
    expect(details).toEqual({ reason: 'AADSTS500011: The resource was not found.' });
    expect(failureOf(msal('weird')).details).toEqual({ reason: 'weird' });
    expect(failureOf(msal('odd', 'See https://aka.ms/msal.js.errors#odd')).details).toEqual({
      reason: 'odd',
    });
    expect(String(failureOf(msal('long', 'x'.repeat(999))).details.reason)).toHaveLength(200);
  });

  test('of our own stays what it is, and a broken library is Microsoft out of reach', () => {
    const own = new ProductError('popup-blocked');
    expect(failureOf(own)).toBe(own);
    expect(failureOf(new TypeError('no such chunk')).code).toBe('microsoft-unreachable');
  });

  test('says whether the person has to look on', () => {
    expect(needsPerson(msal('interaction_required'))).toBe(true);
    expect(needsPerson(msal('user_canceled'))).toBe(false);
    expect(needsPerson(new Error('no code'))).toBe(false);
  });
});
