import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ANSWER_LIMIT_BYTES, compose, fetchTransport, TransportError, type Layer } from '../../src/zoom/http';
import { anAnswer, aRequest, connectionRefused, connectionReset, errorOf, scripted } from './support';

describe('layers', () => {
  test('stand on each other in the order in which they are named', async () => {
    const order: string[] = [];
    const named =
      (name: string): Layer =>
      (next) =>
      async (request) => {
        order.push(`${name} in`);
        const answer = await next(request);
        order.push(`${name} out`);
        return answer;
      };
    await compose(async () => anAnswer(200), named('outer'), named('inner'))(aRequest());
    expect(order).toEqual(['outer in', 'inner in', 'inner out', 'outer out']);
  });
});

describe('the bottom layer', () => {
  test('sends method, headers and body, and follows no redirect', async () => {
    const inits: RequestInit[] = [];
    const send = fetchTransport(async (_, init) => {
      inits.push(init);
      return new Response('moved', { status: 302, headers: { location: 'https://elsewhere.example.test/' } });
    });
    const answer = await send(aRequest({ method: 'PATCH', headers: { 'x-a': 'b' }, body: '{}' }));
    expect(answer).toMatchObject({ status: 302, text: 'moved' });
    expect(inits).toMatchObject([
      { method: 'PATCH', headers: { 'x-a': 'b' }, body: '{}', redirect: 'manual' },
    ]);
  });

  test('reads text that arrives in pieces, a character across two of them', async () => {
    const bytes = new TextEncoder().encode('Grüße');
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect((await fetchTransport(scripted(new Response(stream)).fetch)(aRequest())).text).toBe('Grüße');
  });

  test('stops reading an answer that is too long', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    const error = await errorOf(fetchTransport(scripted(new Response(endless)).fetch)(aRequest()));
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ sent: 'perhaps' });
    expect(pulled * 1_000_000).toBeLessThan(ANSWER_LIMIT_BYTES + 3_000_000);
  });

  const withCode = (code: string): Error =>
    new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

  test.each([
    ['nobody listens', connectionRefused(), 'never'],
    [
      'no name',
      new TypeError('fetch failed', {
        cause: Object.assign(new Error('dns'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' }),
      }),
      'never',
    ],
    ['no connection in time', withCode('UND_ERR_CONNECT_TIMEOUT'), 'never'],
    ['a certificate that nobody vouches for', withCode('DEPTH_ZERO_SELF_SIGNED_CERT'), 'never'],
    [
      'every address refused',
      new TypeError('fetch failed', {
        cause: new AggregateError([connectionRefused().cause, connectionRefused().cause]),
      }),
      'never',
    ],
    [
      'one of two addresses was reached',
      new TypeError('fetch failed', {
        cause: new AggregateError([connectionRefused().cause, connectionReset().cause]),
      }),
      'perhaps',
    ],
    ['the connection broke', connectionReset(), 'perhaps'],
    ['something unheard of', new Error('?'), 'perhaps'],
  ])('tells whether the request can have arrived: %s', async (_, failure, sent) => {
    const error = await errorOf(fetchTransport(scripted(failure).fetch)(aRequest()));
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ sent });
  });
});

describe('the bottom layer on Node’s own fetch', () => {
  const send = fetchTransport(fetch);
  let server: Server;
  let base: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/broken') return void request.socket.destroy();
      if (request.url === '/cut') {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"half":');
        return void setImmediate(() => request.socket.destroy());
      }
      response.writeHead(204).end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = addressOf(server);
    base = `http://127.0.0.1:${port}`;
  });

  afterAll(() => new Promise((closed) => server.close(closed)));

  test('a connection that breaks before or within the answer may have been acted on', async () => {
    for (const path of ['/broken', '/cut']) {
      expect(await errorOf(send(aRequest({ method: 'POST', url: `${base}${path}` })))).toMatchObject({
        sent: 'perhaps',
      });
    }
  });

  test('a port on which nobody listens cannot have been', async () => {
    const other = createServer();
    await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
    const { port } = addressOf(other);
    await new Promise((closed) => other.close(closed));
    expect(await errorOf(send(aRequest({ url: `http://127.0.0.1:${port}/` })))).toMatchObject({
      sent: 'never',
    });
  });

  test('an answer without body is empty text', async () => {
    expect(await send(aRequest({ url: base }))).toMatchObject({ status: 204, text: '' });
  });

  function addressOf(of: Server): AddressInfo {
    const address = of.address();
    if (address === null || typeof address === 'string') throw new Error('not listening on a port');
    return address;
  }
});
