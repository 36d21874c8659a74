/** The signing keys: looked up when they have to be, not more often, and forgotten in time. */
import {
  createSigningKeys,
  FORGOTTEN_MS,
  FRESH_MS,
  LOOK_AGAIN_MS,
  TRY_AGAIN_MS,
} from '../../../src/backend/microsoft/keys';
import type { SigningKey } from '../../../src/backend/microsoft/token';
import { ProductError } from '../../../src/domain/errors';

const key = (kid: string): SigningKey => ({ kty: 'RSA', kid, n: 'modulus', e: 'AQAB' });

/** A tenant that publishes keys, and whoever looks for them. */
function world() {
  const state = { now: 1_000_000, published: ['old'], answers: true, questions: 0, failures: 0 };
  const keys = createSigningKeys({
    now: () => state.now,
    onFailed: () => (state.failures += 1),
    fetchKeys: async () => {
      state.questions += 1;
      if (!state.answers) throw new Error('no answer');
      return state.published.map(key);
    },
  });
  const find = async (kid: string, tenant = 'tenant') => {
    try {
      return (await keys.find(tenant, kid))?.kid ?? 'none';
    } catch (error) {
      if (error instanceof ProductError) return error.code;
      throw error;
    }
  };
  return { state, find };
}

it('asks once, however many tokens come, and for each tenant on its own', async () => {
  const { state, find } = world();
  expect(await Promise.all(['old', 'old', 'old'].map((kid) => find(kid)))).toEqual(['old', 'old', 'old']);
  expect(await find('old')).toBe('old');
  expect(state.questions).toBe(1);
  await find('old', 'another tenant');
  expect(state.questions).toBe(2);
});

it('finds a new key when the first token names it', async () => {
  const { state, find } = world();
  await find('old');
  state.now += LOOK_AGAIN_MS;
  state.published = ['new', 'old'];
  expect(await find('new')).toBe('new');
  expect(state.questions).toBe(2);
});

it('does not ask more often than once in a while, whatever keys are made up', async () => {
  const { state, find } = world();
  await find('old');
  for (let guess = 0; guess < 1000; guess += 1) {
    state.now += LOOK_AGAIN_MS / 100;
    expect(await find(`made up ${guess}`)).toBe('none');
  }
  expect(state.questions).toBe(1 + 10);
  expect(await find('old')).toBe('old');
});

it('forgets a key that is no longer published within an hour', async () => {
  const { state, find } = world();
  await find('old');
  state.published = ['new'];
  state.now += FRESH_MS - 1;
  expect(await find('old')).toBe('old');
  state.now += 1;
  expect(await find('old')).toBe('none');
});

it('forgets it sooner where somebody asks for the new one', async () => {
  const { state, find } = world();
  await find('old');
  state.published = ['new'];
  state.now += LOOK_AGAIN_MS;
  expect(await find('new')).toBe('new');
  expect(await find('old')).toBe('none');
});

describe('while the authority does not answer', () => {
  it('goes on with the known keys for a day, and no longer', async () => {
    const { state, find } = world();
    await find('old');
    state.answers = false;
    state.now += FORGOTTEN_MS - 1;
    expect(await find('old')).toBe('old');
    expect(state.failures).toBe(1);
    state.now += 1;
    expect(await find('old')).toBe('microsoft-unreachable');
  });

  it('cannot say whether an unknown key is a new one', async () => {
    const { state, find } = world();
    await find('old');
    state.answers = false;
    state.now += LOOK_AGAIN_MS;
    expect(await find('new')).toBe('microsoft-unreachable');
    expect(await find('old')).toBe('old');
  });

  it('says so where it never had keys, and asks again soon, but not at once', async () => {
    const { state, find } = world();
    state.answers = false;
    for (let turn = 0; turn < 5; turn += 1) expect(await find('old')).toBe('microsoft-unreachable');
    expect(state.questions).toBe(1);
    state.answers = true;
    expect(await find('old')).toBe('microsoft-unreachable');
    state.now += TRY_AGAIN_MS;
    expect(await find('old')).toBe('old');
    expect(state.questions).toBe(2);
  });

  it('is not asked for every sign-in once the known keys are old', async () => {
    const { state, find } = world();
    await find('old');
    state.answers = false;
    state.now += FRESH_MS;
    for (let turn = 0; turn < 5; turn += 1) expect(await find('old')).toBe('old');
    expect(state.questions).toBe(2);
  });
});
