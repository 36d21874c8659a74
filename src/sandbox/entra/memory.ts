/** Where the provider keeps its sessions, codes and grants: in this process, across an exchange of keys. */
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly endsAt: number;
}

/** What ends with a grant; a sign-in that is under way does not. */
const ofGrant = /^(AccessToken|AuthorizationCode|RefreshToken):/;

/** A store of one tenant. What has ended goes when something new is kept. */
export function inMemory(): AdapterFactory {
  const kept = new Map<string, Kept>();
  const living = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key);
    return found !== undefined && found.endsAt > Date.now() ? found.payload : undefined;
  };
  const tidy = () => {
    for (const [key, { endsAt }] of kept) if (endsAt <= Date.now()) kept.delete(key);
  };

  return (model): Adapter => {
    const keyOf = (id: string) => `${model}:${id}`;
    const findBy = (fits: (payload: AdapterPayload) => boolean) =>
      [...kept.keys()]
        .filter((key) => key.startsWith(`${model}:`))
        .map(living)
        .find((payload) => payload !== undefined && fits(payload));
    return {
      async upsert(id, payload, expiresIn) {
        tidy();
        kept.set(keyOf(id), { payload, endsAt: Date.now() + expiresIn * 1000 });
      },
      find: async (id) => living(keyOf(id)),
      findByUid: async (uid) => findBy((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => findBy((payload) => payload.userCode === userCode),
      async consume(id) {
        const payload = living(keyOf(id));
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        kept.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of kept)
          if (payload.grantId === grantId && ofGrant.test(key)) kept.delete(key);
      },
    };
  };
}
