// @ts-check
// The certificate for https://localhost: made once, kept, and made again when it no longer serves.
// Nothing is trusted here; tools/trust.mjs does that when the person asks for it.
import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

const day = 24 * 60 * 60 * 1000;

/** How many days a new certificate and its authority are good for. */
const validityDays = 365;

/** A certificate that ends sooner than this (in ms) is renewed. */
const renewBefore = 7 * day;

/** Names of the files in the folder; `ca.crt` is what office-addin-dev-certs looks for when it removes trust. */
const names = { key: 'localhost.key', cert: 'localhost.crt', ca: 'ca.crt' };

/**
 * @typedef {object} CertificateFiles
 * @property {string} keyPath The private key of `certPath` (PEM).
 * @property {string} certPath The certificate for localhost and 127.0.0.1 (PEM).
 * @property {string} caPath The authority that signed it (PEM); its key is not kept, so it signs nothing else.
 * @property {boolean} created Whether it was made by this call; an authority trusted before is then no longer the one in use.
 */

/**
 * The files of a certificate for localhost that serves for a week at least, made now where there is none.
 * Safe to call from several processes at once, and after a call that was interrupted.
 * @param {string} [directory] The folder that holds the three files, and nothing else.
 * @param {object} [surroundings]
 * @param {() => Date} [surroundings.now]
 * @param {(directory: string) => Promise<void>} [surroundings.generate] Writes the three files into an empty folder.
 * @returns {Promise<CertificateFiles>}
 * @throws {Error} When the files cannot be written, or what was made does not serve (a wrong system clock).
 */
export async function ensureCertificate(directory = path.join('.data', 'certificates'), surroundings = {}) {
  const { now = () => new Date(), generate = generateWithDevCerts } = surroundings;
  const files = {
    keyPath: path.resolve(directory, names.key),
    certPath: path.resolve(directory, names.cert),
    caPath: path.resolve(directory, names.ca),
  };
  if ((await faultOf(directory, now())) === undefined) return { ...files, created: false };

  // Made beside the folder and moved there whole: an interruption leaves nothing half-made in its place.
  const fresh = `${path.resolve(directory)}.new-${randomUUID()}`;
  try {
    await mkdir(fresh, { recursive: true, mode: 0o700 });
    await generate(fresh);
    await chmod(path.join(fresh, names.key), 0o600);
    const fault = await faultOf(fresh, now());
    if (fault)
      throw new Error(`The certificate that was just made does not serve: ${fault}. Is the clock right?`);
    if ((await faultOf(directory, now())) === undefined) return { ...files, created: false };
    await rm(directory, { recursive: true, force: true });
    const taken = await rename(fresh, directory).then(
      () => undefined,
      (/** @type {unknown} */ error) => error,
    );
    if (taken) {
      // Another process was faster in the meantime: its certificate is as good as ours.
      if (await faultOf(directory, now())) throw taken;
      return { ...files, created: false };
    }
    return { ...files, created: true };
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/**
 * Why the certificate in a folder does not serve, or undefined when it does.
 * @param {string} directory
 * @param {Date} now
 * @returns {Promise<string | undefined>}
 */
async function faultOf(directory, now) {
  try {
    const read = (/** @type {string} */ name) => readFile(path.join(directory, name));
    const [key, certPem, caPem] = await Promise.all([read(names.key), read(names.cert), read(names.ca)]);
    const cert = new X509Certificate(certPem);
    const ca = new X509Certificate(caPem);
    if (!cert.checkPrivateKey(createPrivateKey(key))) return 'the key is of another certificate';
    if (!cert.checkIssued(ca) || !cert.verify(ca.publicKey)) return 'another authority signed it';
    if (!cert.checkHost('localhost') || !cert.checkIP('127.0.0.1')) return 'it is for another host';
    for (const { validFrom, validTo } of [cert, ca]) {
      if (Date.parse(validFrom) > now.getTime()) return 'it is not valid yet';
      if (Date.parse(validTo) - now.getTime() < renewBefore) return 'it expires within a week';
    }
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Loaded only when needed: most starts find their certificate.
 * @param {string} directory
 */
async function generateWithDevCerts(directory) {
  const { generateCertificates } = await import('office-addin-dev-certs');
  const at = (/** @type {string} */ name) => path.join(directory, name);
  await generateCertificates(at(names.ca), at(names.cert), at(names.key), validityDays, [
    'localhost',
    '127.0.0.1',
  ]);
}
