/**
 * The policy's interface, on the embedded database and on a real PostgreSQL (where its binaries run; otherwise the
 * reason is printed), there with two backends on one database.
 */
import type { BackendDependencies } from '../../../src/backend/server';
import { deaf, embeddedPlace, PostgresPlace, type Place } from './places';
import { Installation } from './support';
import { freshSuite } from './suites/fresh';
import { edgesSuite } from './suites/edges';
import { groupsSuite } from './suites/groups';
import { historySuite } from './suites/history';
import { lateSuite } from './suites/late';
import { isolationSuite } from './suites/isolation';
import { membersSuite } from './suites/members';
import { peopleSuite } from './suites/people';
import { settingsSuite } from './suites/settings';
import { streamSuite } from './suites/stream';
import { transferSuite } from './suites/transfer';
import { undoSuite } from './suites/undo';
import { zoomSuite } from './suites/zoom';

jest.setTimeout(60_000);

describe.each<[string, () => Promise<Place | string>]>([
  ['PGlite', embeddedPlace],
  ['PostgreSQL', () => PostgresPlace.open()],
])('on %s', (name, open) => {
  let place: Place | undefined;
  let present: Installation | undefined;
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
  const at = (as: (place: Place) => Place) => async (changes?: Partial<BackendDependencies>) => {
    if (place === undefined) throw new Error(`${name} does not start here`);
    present = await Installation.at(as(place), changes);
    return present;
  };
  const installation = at((whole) => whole);

  describe('the account’s settings', () => settingsSuite(installation));
  describe('a member’s policy', () => membersSuite(installation));
  describe('groups', () => groupsSuite(installation));
  describe('groups at the edges', () => edgesSuite(installation));
  describe('people', () => peopleSuite(installation));
  describe('people of Zoom', () => zoomSuite(installation));
  describe('the history', () => historySuite(installation));
  describe('undoing', () => undoSuite(installation));
  describe('the settings file', () => transferSuite(installation));
  describe('the change stream', () => streamSuite(installation));
  describe('writes that come too late', () => lateSuite(installation));
  describe('what is kept in memory', () => freshSuite(installation, at(deaf)));
  describe('an account', () => isolationSuite(installation));
});
