/** Encryption at rest: what was sealed opens for its purpose only, and nothing that was changed opens at all. */
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createSecrets, generateKey, keyFromFile, SecretsError } from '../../src/backend/secrets';

const key = generateKey();
const secrets = createSecrets(key);

it('opens what it sealed, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (plain, purpose) => {
      expect(secrets.open(secrets.seal(plain, purpose), purpose)).toBe(plain);
    }),
  );
});

it('never seals the same way twice', () => {
  expect(secrets.seal('text', 'purpose')).not.toBe(secrets.seal('text', 'purpose'));
});

it('does not open for another purpose, so a value cannot be moved to another row', () => {
  expect(() => secrets.open(secrets.seal('text', 'mine'), 'yours')).toThrow(SecretsError);
});

it('does not open once any character was changed', () => {
  const sealed = secrets.seal('a secret text', 'purpose');
  for (let at = 0; at < sealed.length; at += 1) {
    const other = sealed[at] === 'A' ? 'B' : 'A';
    const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
    expect(() => secrets.open(changed, 'purpose')).toThrow(SecretsError);
  }
});

it('does not open when parts of two values are put together', () => {
  const [first, second] = [
    secrets.seal('one', 'purpose').split('.'),
    secrets.seal('two', 'purpose').split('.'),
  ];
  const mixed = [...first.slice(0, 3), second[3]].join('.');
  expect(() => secrets.open(mixed, 'purpose')).toThrow(SecretsError);
});

it('does not open what was cut or lengthened', () => {
  const sealed = secrets.seal('a secret text', 'purpose');
  for (const changed of ['', sealed.slice(0, -1), sealed.slice(0, -30), `${sealed}A`, `${sealed}.A`]) {
    expect(() => secrets.open(changed, 'purpose')).toThrow(SecretsError);
  }
});

it('lets a key be exchanged: the new one seals, the old one still opens', () => {
  const next = generateKey();
  const both = createSecrets(`${next}, ${key}`);
  const old = secrets.seal('from before', 'purpose');

  expect(both.open(old, 'purpose')).toBe('from before');
  expect(createSecrets(next).open(both.seal('since', 'purpose'), 'purpose')).toBe('since');
  expect(() => createSecrets(next).open(old, 'purpose')).toThrow(/not in SECRETS_KEY/);
});

it.each([
  '',
  'short',
  Buffer.alloc(31).toString('base64'),
  Buffer.alloc(33).toString('base64'),
  'ä'.repeat(44),
])('does not take %p as a key', (wrong) => {
  expect(() => createSecrets(wrong)).toThrow(/32 bytes in base64/);
});

it('never tells the key in its errors', () => {
  const [shown] = [() => createSecrets(`${key}x`)].map((attempt) => {
    try {
      return String(attempt());
    } catch (error) {
      return String(error);
    }
  });
  expect(shown).not.toContain(key.slice(0, 20));
});

describe('a key in a file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'secrets-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, also by two that start together, and is its owner’s alone', async () => {
    const path = join(folder, 'data', 'secrets.key');
    const [first, second] = await Promise.all([keyFromFile(path), keyFromFile(path)]);

    expect(first).toBe(second);
    expect(await keyFromFile(path)).toBe(first);
    expect((await readFile(path, 'utf8')).trim()).toBe(first);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});
