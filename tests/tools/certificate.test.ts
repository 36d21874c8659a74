/**
 * The certificate for localhost is made once, kept while it serves, and made again when it does not.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateCertificates } from 'office-addin-dev-certs';
import { ensureCertificate } from '../../tools/certificate.mjs';

const day = 24 * 60 * 60 * 1000;
let scratch: string;
/** Two different good certificates, made once for all tests: making one takes a second. */
let good: string;
let other: string;
/** One that is good for two years. */
let long: string;

/** Copies files the way a program writes them: readable by everybody. */
function copy(from: string, into: string): void {
  for (const name of readdirSync(from)) {
    writeFileSync(path.join(into, name), readFileSync(path.join(from, name)), { mode: 0o644 });
  }
}

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  scratch = mkdtempSync(path.join(tmpdir(), 'certificate-'));
  good = path.join(scratch, 'good');
  other = path.join(scratch, 'other');
  await ensureCertificate(good);
  await ensureCertificate(other);
  long = path.join(scratch, 'long');
  const [ca, cert, key] = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) => path.join(long, name));
  await generateCertificates(ca, cert, key, 730, ['localhost', '127.0.0.1']);
}, 60_000);

afterAll(() => {
  jest.restoreAllMocks();
  rmSync(scratch, { recursive: true });
});

let folder: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(scratch, 'test-')), 'certificates');
});

/** Stands for the slow making: copies the other certificate. */
const generate = jest.fn(async (into: string) => copy(other, into));
beforeEach(() => generate.mockClear());

const read = (from: string, name: string) => readFileSync(path.join(from, name), 'utf8');
const expiry = () => Date.parse(new X509Certificate(read(good, 'localhost.crt')).validTo);

describe('a certificate that is made', () => {
  it('is for localhost and 127.0.0.1, signed by its own authority, and comes with its key', async () => {
    const { keyPath, certPath, caPath, created } = await ensureCertificate(good);
    const cert = new X509Certificate(readFileSync(certPath));
    const ca = new X509Certificate(readFileSync(caPath));
    expect(created).toBe(false);
    expect(cert.checkHost('localhost')).toBe('localhost');
    expect(cert.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(cert.checkHost('example.com')).toBeUndefined();
    expect(cert.verify(ca.publicKey)).toBe(true);
    expect(cert.checkPrivateKey(createPrivateKey(readFileSync(keyPath)))).toBe(true);
    expect(cert.ca).toBe(false);
  });

  it('is reported as new, with absolute paths, and leaves nothing else behind', async () => {
    const made = await ensureCertificate(folder, { generate });
    expect(made).toEqual({
      keyPath: path.join(folder, 'localhost.key'),
      certPath: path.join(folder, 'localhost.crt'),
      caPath: path.join(folder, 'ca.crt'),
      created: true,
    });
    expect(readdirSync(folder).sort()).toEqual(['ca.crt', 'localhost.crt', 'localhost.key']);
    expect(readdirSync(path.dirname(folder))).toEqual(['certificates']);
  });

  it('has a key that only its owner can read', async () => {
    const { keyPath } = await ensureCertificate(folder, { generate });
    // Windows has no such bits: there the folder's owner protects it.
    const expected = process.platform === 'win32' ? 0o666 : 0o600;
    expect(statSync(keyPath).mode & 0o777).toBe(expected);
  });
});

describe('a certificate that is there', () => {
  beforeEach(() => cpSync(good, folder, { recursive: true }));
  const before = () => read(good, 'localhost.crt');

  it('is kept', async () => {
    expect((await ensureCertificate(folder, { generate })).created).toBe(false);
    expect(generate).not.toHaveBeenCalled();
    expect(read(folder, 'localhost.crt')).toBe(before());
  });

  it('is kept while it has more than a week to go', async () => {
    const now = () => new Date(expiry() - 7 * day - 1000);
    expect((await ensureCertificate(folder, { generate, now })).created).toBe(false);
  });

  it('is renewed within its last week', async () => {
    const now = () => new Date(expiry() - 7 * day + 60_000);
    const generateLong = async (into: string) => copy(long, into);
    expect((await ensureCertificate(folder, { generate: generateLong, now })).created).toBe(true);
    expect(read(folder, 'localhost.crt')).toBe(read(long, 'localhost.crt'));
  });

  const faults: [string, () => void][] = [
    ['its key is missing', () => rmSync(path.join(folder, 'localhost.key'))],
    ['its authority is missing', () => rmSync(path.join(folder, 'ca.crt'))],
    [
      'it was cut off while it was written',
      () => writeFileSync(path.join(folder, 'localhost.crt'), before().slice(0, 400)),
    ],
    ['its key is empty', () => writeFileSync(path.join(folder, 'localhost.key'), '')],
    [
      'its key is of another certificate',
      () => cpSync(path.join(other, 'localhost.key'), path.join(folder, 'localhost.key')),
    ],
    ['its authority is another', () => cpSync(path.join(other, 'ca.crt'), path.join(folder, 'ca.crt'))],
    [
      'it is for another host',
      () => {
        cpSync(path.join(folder, 'ca.crt'), path.join(folder, 'localhost.crt'));
      },
    ],
  ];
  it.each(faults)('is made again when %s', async (_, spoil) => {
    spoil();
    const made = await ensureCertificate(folder, { generate });
    expect(made.created).toBe(true);
    expect(read(folder, 'localhost.crt')).toBe(read(other, 'localhost.crt'));
    expect((await ensureCertificate(folder, { generate })).created).toBe(false);
  });
});

describe('when making one goes wrong', () => {
  it('an interruption leaves nothing half-made, and the next call makes it', async () => {
    const interrupted = async (into: string) => {
      writeFileSync(path.join(into, 'ca.crt'), 'half');
      throw new Error('interrupted');
    };
    await expect(ensureCertificate(folder, { generate: interrupted })).rejects.toThrow('interrupted');
    expect(existsSync(folder)).toBe(false);
    expect(readdirSync(path.dirname(folder))).toEqual([]);
    expect((await ensureCertificate(folder, { generate })).created).toBe(true);
  });

  it('a certificate that does not serve is refused with its fault, and nothing is put in its place', async () => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'note.txt'), 'kept');
    const now = () => new Date(0);
    await expect(ensureCertificate(folder, { generate, now })).rejects.toThrow(/not valid yet.*clock/);
    expect(readdirSync(folder)).toEqual(['note.txt']);
  });

  it('a faster process wins, and its certificate is used', async () => {
    const slow = async (into: string) => {
      copy(other, into);
      cpSync(good, folder, { recursive: true });
    };
    expect((await ensureCertificate(folder, { generate: slow })).created).toBe(false);
    expect(read(folder, 'localhost.crt')).toBe(read(good, 'localhost.crt'));
    expect(readdirSync(path.dirname(folder))).toEqual(['certificates']);
  });
});
