// A bare Fastify, what the backend is measured against: no hook, no log, no schema. `/` answers the smallest object,
// `/same` an object as large as a policy (which it gets on its first line of standard input). Otherwise as server.ts.
import { createInterface } from 'node:readline';
import Fastify from 'fastify';

const app = Fastify();
let same = {};
app.get('/', async () => ({ hello: 'world' }));
app.get('/same', async () => same);
const address = await app.listen({ port: 0, host: '127.0.0.1' });
console.log(JSON.stringify({ port: Number(new URL(address).port) }));

const lines = createInterface(process.stdin);
lines.on('line', (line) => {
  if (line.startsWith('{')) same = JSON.parse(line);
  const { user, system } = process.cpuUsage();
  console.log(JSON.stringify({ cpu: user + system }));
});
lines.on('close', () => process.exit(0));
