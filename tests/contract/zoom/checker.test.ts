/** The checker itself: what it finds in exchanges that were right and are spoiled in one place. */
import { Checker, type Exchange } from './checker';
import { describeContract } from './contracts';
import { unallowed } from './deviations';
import { operationIds } from './operationIds';

describeContract('the contract checker', (operations) => {
  const checker = new Checker(operations, Object.values(operationIds));
  const created: Exchange = {
    method: 'POST',
    path: '/users/me/meetings',
    query: {},
    requestBody: {
      topic: 'Planning',
      type: 2,
      start_time: '2026-11-24T09:00:00Z',
      settings: { host_video: true },
    },
    status: 201,
    responseBody: {
      id: 81234567890,
      topic: 'Planning',
      start_time: '2026-11-24T09:00:00Z',
      settings: { audio: 'both' },
    },
    category: 'Light',
  };
  const found = (changes: Partial<Exchange>) => {
    const exchange = { ...created, ...changes };
    return unallowed([...checker.request(exchange), ...checker.response(exchange)]).map(
      ({ part, pointer }) => `${part} ${pointer}`,
    );
  };
  const list = {
    method: 'GET',
    requestBody: undefined,
    status: 200,
    responseBody: { meetings: [] },
    category: 'Medium',
  };
  const error = (status: number, code: number) => ({ status, responseBody: { code, message: 'No.' } });

  it('finds nothing in what is right', () => {
    expect(found({})).toEqual([]);
    expect(found(list)).toEqual([]);
    expect(found(error(404, 1001))).toEqual([]);
  });

  it.each<[string, Partial<Exchange>, string]>([
    ['an address that is none', { path: '/users/me/meeting' }, 'address POST /users/me/meeting'],
    ['a field of the request that Zoom does not know', { requestBody: { subject: 'x' } }, 'request '],
    [
      'a setting that Zoom does not know',
      { requestBody: { settings: { waitingRoom: true } } },
      'request /settings',
    ],
    ['a topic too long', { requestBody: { topic: 'x'.repeat(201) } }, 'request /topic'],
    ['a duration too long', { requestBody: { duration: 1441 } }, 'request /duration'],
    ['a type that is none', { requestBody: { type: 5 } }, 'request /type'],
    ['a body where there is none', { ...list, requestBody: {} }, 'request '],
    ['a parameter that Zoom does not know', { ...list, query: { limit: '3' } }, 'query '],
    ['a page too large', { ...list, query: { page_size: '301' } }, 'query /page_size'],
    ['a status that is not documented', { status: 200 }, 'status 200'],
    ['an error code that is not documented', error(404, 3001), 'code 3001'],
    ['an error without message', { status: 404, responseBody: { code: 1001 } }, 'response '],
    ['an id that is text', { responseBody: { id: '81234567890' } }, 'response /id'],
    ['an instant that is none', { responseBody: { start_time: 'tomorrow' } }, 'response /start_time'],
    ['a field of the answer that Zoom does not have', { responseBody: { subject: 'x' } }, 'response '],
    [
      'a row field that Zoom does not have',
      { ...list, responseBody: { meetings: [{ settings: {} }] } },
      'response /meetings/0',
    ],
    ['another rate limit label', { category: 'Heavy' }, 'label Heavy'],
  ])('finds %s', (_name, changes, expected) => {
    expect(found(changes)).toContain(expected);
  });
});
