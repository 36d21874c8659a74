// The load, as a process of its own: keeps a number of connections busy, one request at a time on each, and writes
// down how long each answer took. Takes one JSON line a task on standard input:
//   {"port", "path", "tokens", "connections", "seconds"}    goes round the tokens until the time is over
//   {"port", "path", "tokens", "connections"}               asks once with each token
// and answers with {"requests", "seconds", "failed", "p50", "p99", "most"} (milliseconds), or {"error"}.
// It reads no more of an answer than its status and length, so that it costs less than what it measures.
import net from 'node:net';
import { createInterface } from 'node:readline';

const HEAD_END = Buffer.from('\r\n\r\n');

/** Length of the answer at the buffer's beginning, or undefined while it is not whole. */
function answerIn(buffer) {
  const headEnd = buffer.indexOf(HEAD_END);
  if (headEnd < 0) return undefined;
  const head = buffer.latin1Slice(0, headEnd);
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? [];
  if (length === undefined) throw new Error(`an answer without length: ${head}`);
  const whole = headEnd + 4 + Number(length);
  return buffer.length < whole ? undefined : { whole, ok: head.startsWith('HTTP/1.1 200') };
}

async function run({ port, path, tokens, connections, seconds }) {
  const requests = tokens.map((token) =>
    Buffer.from(
      `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept: application/json\r\n` +
        `Authorization: Bearer ${token}\r\n\r\n`,
    ),
  );
  const times = [];
  let next = 0;
  let failed = 0;
  const begun = performance.now();
  const until = seconds === undefined ? Infinity : begun + seconds * 1000;
  const more = () =>
    seconds === undefined
      ? requests[next++]
      : performance.now() < until
        ? requests[next++ % requests.length]
        : undefined;

  const connection = () =>
    new Promise((resolve, reject) => {
      let buffer;
      let sentAt = 0;
      const socket = net.connect(port, '127.0.0.1');
      socket.setNoDelay(true);
      const send = () => {
        const request = more();
        if (request === undefined) return socket.destroy();
        sentAt = performance.now();
        socket.write(request);
      };
      socket.on('connect', send);
      socket.on('data', (piece) => {
        buffer = buffer === undefined ? piece : Buffer.concat([buffer, piece]);
        const answer = answerIn(buffer);
        if (answer === undefined) return;
        times.push(performance.now() - sentAt);
        if (!answer.ok) failed += 1;
        buffer = undefined;
        send();
      });
      socket.on('error', reject);
      socket.on('close', resolve);
    });
  await Promise.all(Array.from({ length: connections }, connection));
  const took = (performance.now() - begun) / 1000;
  const sorted = Float64Array.from(times).sort();
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { requests: times.length, seconds: took, failed, p50: at(0.5), p99: at(0.99), most: at(1) };
}

for await (const line of createInterface(process.stdin)) {
  try {
    console.log(JSON.stringify(await run(JSON.parse(line))));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}
