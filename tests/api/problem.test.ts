/** Problems: every error of the catalogue travels to the other side and means the same there. */
import { fromProblem } from '../../src/api/problem';
import { toProblem } from '../../src/api/toProblem';
import { catalogue, isErrorCode, ProductError, type ErrorCode } from '../../src/domain/errors';
import { sentenceOf } from '../../src/domain/errorSentences';

const codes: ErrorCode[] = Object.keys(catalogue).filter(isErrorCode);

it.each(codes)('carries %s there and back', (code) => {
  const error = new ProductError(code, { reason: 'because', seconds: 7, excess: 12, action: 'save' });
  const problem = toProblem(error);
  const arrived = fromProblem(problem.status, JSON.parse(JSON.stringify(problem)));

  expect(problem).toMatchObject({ status: catalogue[code].status, detail: sentenceOf(error), code });
  expect(arrived).toMatchObject({ code, details: error.details });
});

it('gives the number for the administrator when something went wrong on our side', () => {
  const problem = toProblem(new ProductError('internal'), 'request-17');
  expect(problem.detail).toContain('request-17');
  expect(sentenceOf(fromProblem(500, problem))).toContain('request-17');
});

it('has no details when the error has none', () => {
  expect(toProblem(new ProductError('signed-out'))).not.toHaveProperty('details');
});

it.each([
  [401, 'session-expired'],
  [403, 'zoom-forbidden'],
  [404, 'not-found'],
  [409, 'invalid-request'],
  [503, 'backend-unavailable'],
])('takes a code that it does not know by its status %s', (status, code) => {
  const later = { type: 't', title: 't', status, detail: 'A sentence.', code: 'made-in-the-future' };
  expect(fromProblem(status, later).code).toBe(code);
});

it.each([undefined, null, '<html>502 Bad Gateway</html>', {}, { code: 'internal' }, []])(
  'takes %p, which is no problem of ours, as no answer of the backend',
  (body) => {
    expect(fromProblem(502, body).code).toBe('backend-unavailable');
  },
);
