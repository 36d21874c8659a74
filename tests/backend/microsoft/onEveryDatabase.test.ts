/**
 * Signing in with Microsoft against a real OpenID Connect issuer, on the embedded database and on a real PostgreSQL
 * (where its binaries run; otherwise the reason is printed), there with two backends on one database.
 */
import type { BackendDependencies } from '../../../src/backend/server';
import type { RunningEntra } from '../../../src/sandbox/entra/server';
import { startTestEntra } from '../../sandbox/entra/harness';
import { embeddedPlace, PostgresPlace, type Place } from '../policy/places';
import { sessionsSuite } from './suites/sessions';
import { tiesSuite } from './suites/ties';
import { MicrosoftInstallation, TOKEN_LIFE_MS } from './support';

jest.setTimeout(60_000);

let entra: RunningEntra;
beforeAll(async () => {
  entra = await startTestEntra({ accessTokenSeconds: TOKEN_LIFE_MS / 1000 });
});
afterAll(() => entra.close());

describe.each<[string, () => Promise<Place | string>]>([
  ['PGlite', embeddedPlace],
  ['PostgreSQL', () => PostgresPlace.open()],
])('on %s', (name, open) => {
  let place: Place | undefined;
  let present: MicrosoftInstallation | undefined;
  beforeAll(async () => {
    const opened = await open();
    if (typeof opened === 'string') process.stderr.write(`${name} is not tested here: ${opened}\n`);
    else place = opened;
  });
  afterAll(() => place?.close());
  afterEach(async () => {
    await present?.close();
    present = undefined;
  });
  const installation = async (changes?: Partial<BackendDependencies>) => {
    if (place === undefined) throw new Error(`${name} does not start here`);
    present = await MicrosoftInstallation.at(place, entra, changes);
    return present;
  };

  describe('a tie', () => tiesSuite(installation));
  describe('a session', () => sessionsSuite(installation));
});
