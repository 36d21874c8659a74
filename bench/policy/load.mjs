// The load, as a process of its own: autocannon with a number of connections, one request at a time on each. Takes one
// JSON line a task on standard input:
//   {"port", "path", "tokens", "connections", "seconds"}    goes round the tokens until the time is over
//   {"port", "path", "tokens", "connections"}               asks once with each token
// and answers with {"requests", "seconds", "failed", "p50", "p99", "most"} (milliseconds), or {"error"}.
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';

async function run({ port, path, tokens, connections, seconds }) {
  const requests = tokens.map((token) => ({
    method: 'GET',
    path,
    headers: { accept: 'application/json', authorization: `Bearer ${token}` },
  }));
  // Each connection has its own part of the tokens; of a few, all of them.
  const parts = requests.length < connections ? 1 : connections;
  let next = 0;
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections,
    setupClient(client) {
      const part = next++ % parts;
      client.setRequests(requests.filter((_, index) => index % parts === part));
    },
    ...(seconds === undefined ? { amount: requests.length } : { duration: seconds }),
  });
  return {
    requests: result.requests.total,
    seconds: result.duration,
    failed: result.non2xx + result.errors + result.mismatches,
    p50: result.latency.p50,
    p99: result.latency.p99,
    most: result.latency.max,
  };
}

for await (const line of createInterface(process.stdin)) {
  try {
    console.log(JSON.stringify(await run(JSON.parse(line))));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}
