import { ProductError } from '../../../src/domain/errors';
import type { HttpRequest, HttpResponse } from '../../../src/zoom/http';
import { authorize, type TokenSource } from '../../../src/zoom/layers/authorize';
import { anAnswer, aRequest, errorOf } from '../support';

function zoom(...answers: HttpResponse[]) {
  const bearers: (string | undefined)[] = [];
  const send = async (request: HttpRequest): Promise<HttpResponse> => {
    bearers.push(request.headers['authorization']);
    return answers.shift() ?? anAnswer(500);
  };
  return { send, bearers };
}

const refused = () => anAnswer(401, { code: 124, message: 'Invalid access token.' });

function source(): TokenSource & { rejected: string[] } {
  const rejected: string[] = [];
  return {
    rejected,
    current: async () => 'old',
    refreshed: async (token) => {
      rejected.push(token);
      return 'fresh';
    },
  };
}

describe('the authorize layer', () => {
  test('bears the current token', async () => {
    const { send, bearers } = zoom(anAnswer(200));
    const token = source();
    await authorize(token)(send)(aRequest());
    expect(bearers).toEqual(['Bearer old']);
    expect(token.rejected).toEqual([]);
  });

  test.each(['GET', 'POST'] as const)('repeats a refused %s once with a fresh token', async (method) => {
    const { send, bearers } = zoom(refused(), anAnswer(201));
    const token = source();
    const answer = await authorize(token)(send)(aRequest({ method, repeatable: method === 'GET' }));
    expect(answer.status).toBe(201);
    expect(bearers).toEqual(['Bearer old', 'Bearer fresh']);
    expect(token.rejected).toEqual(['old']);
  });

  test('asks once only: a second refusal is handed up', async () => {
    const { send, bearers } = zoom(refused(), refused());
    const answer = await authorize(source())(send)(aRequest());
    expect(answer.status).toBe(401);
    expect(bearers).toHaveLength(2);
  });

  test('does not refresh for scopes that are missing', async () => {
    const { send } = zoom(
      anAnswer(401, { code: 4711, message: 'Invalid access token, does not contain scopes' }),
    );
    const token = source();
    await authorize(token)(send)(aRequest());
    expect(token.rejected).toEqual([]);
  });

  test('hands up what the source of tokens throws', async () => {
    const { send } = zoom(refused());
    const lost = new ProductError('zoom-consent-lost');
    const token = { ...source(), refreshed: () => Promise.reject(lost) };
    expect(await errorOf(authorize(token)(send)(aRequest()))).toBe(lost);
  });
});
