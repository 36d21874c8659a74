/**
 * Encryption at rest: envelope encryption with AES-256-GCM. Every value gets a data key of its own, which is
 * sealed with the master key; the master key's id is written in front, so keys can be exchanged one by one.
 *
 * The stored text: `v1.<key id>.<sealed data key>.<sealed value>`, each sealed part base64url of
 * nonce (12) + ciphertext + tag (16). The purpose (such as whose token it is) is authenticated with both parts:
 * a value that was moved to another row does not open.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode } from './errorCode';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

export interface Secrets {
  /** Encrypts `plain` for `purpose`. */
  seal(plain: string, purpose: string): string;
  /** @throws SecretsError when the text was changed, belongs to another purpose, or its key is not there */
  open(sealed: string, purpose: string): string;
}

/** A stored secret that cannot be opened, or a key that cannot be used. Says nothing about the content. */
export class SecretsError extends Error {
  override readonly name = 'SecretsError';
}

/**
 * @param keys master keys, 32 bytes in base64, separated by commas: the first one encrypts, the others still open
 *   what was encrypted before them
 */
export function createSecrets(keys: string): Secrets {
  const masterKeys = keys.split(',').map((text) => readKey(text.trim()));
  const [current] = masterKeys;
  if (current === undefined) throw new SecretsError('SECRETS_KEY is empty.');

  return {
    seal(plain, purpose) {
      const dataKey = randomBytes(KEY_BYTES);
      const header = `v1.${current.id}`;
      const about = `${header}.${purpose}`;
      return [header, encrypt(current.key, dataKey, about), encrypt(dataKey, Buffer.from(plain), about)].join(
        '.',
      );
    },
    open(sealed, purpose) {
      const [version, id, sealedKey, sealedValue, ...rest] = sealed.split('.');
      if (version !== 'v1' || sealedKey === undefined || sealedValue === undefined || rest.length > 0)
        throw new SecretsError('A stored secret has an unknown form.');
      const master = masterKeys.find((candidate) => candidate.id === id);
      if (master === undefined)
        throw new SecretsError(`The key ${id} that a stored secret needs is not in SECRETS_KEY.`);
      const about = `${version}.${id}.${purpose}`;
      return decrypt(decrypt(master.key, sealedKey, about), sealedValue, about).toString('utf8');
    },
  };
}

/** A fresh master key in the form of `SECRETS_KEY`. */
export const generateKey = (): string => randomBytes(KEY_BYTES).toString('base64');

/**
 * The key kept in a file, made at first start. For machines where nobody manages keys; production wants its own.
 *
 * @param path the file; only its owner may read it (mode 0600)
 */
export async function keyFromFile(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, generateKey(), { mode: 0o600, flag: 'wx' });
  try {
    // Of two processes that start together one puts its key in place, whole; both then read the same.
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await readFile(path, 'utf8')).trim();
}

interface MasterKey {
  /** Names the key without revealing it: the beginning of its hash. */
  readonly id: string;
  readonly key: Buffer;
}

function readKey(base64: string): MasterKey {
  const key = Buffer.from(base64, 'base64');
  if (key.length !== KEY_BYTES || key.toString('base64').replace(/=+$/, '') !== base64.replace(/=+$/, ''))
    throw new SecretsError('SECRETS_KEY must hold 32 bytes in base64 (several keys separated by commas).');
  return { id: createHash('sha256').update('key id').update(key).digest('hex').slice(0, 8), key };
}

function encrypt(key: Buffer, plain: Buffer, about: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
}

function decrypt(key: Buffer, sealed: string, about: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url');
  // Different texts may decode to the same bytes; only the one that was written counts.
  if (bytes.length < NONCE_BYTES + TAG_BYTES || bytes.toString('base64url') !== sealed)
    throw new SecretsError('A stored secret was changed.');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SecretsError('A stored secret was changed.');
  }
}
