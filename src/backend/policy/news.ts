/**
 * Who wants to know that an account's settings changed. In this process; between backends `database/listen.ts`
 * carries it. Nothing is promised twice: a listener compares revisions.
 */
import * as z from 'zod';

/** Something that a policy depends on has changed. */
export const News = z.object({
  accountId: z.string(),
  /** The account's revision since then. */
  revision: z.int(),
  /** Whom alone it concerns; null: everybody of the account. */
  personId: z.nullable(z.string()),
});
export type News = z.infer<typeof News>;

export type NewsListener = (news: News) => void;

export interface NewsDesk {
  tell(news: News): void;
  /** @returns ends it */
  follow(accountId: string, listener: NewsListener): () => void;
  /** Accounts that somebody follows. */
  followed(): readonly string[];
}

/** @param first hears all of it before anybody else: who is told and then asks must not find what was before */
export function createNewsDesk(first: NewsListener): NewsDesk {
  const listeners = new Map<string, Set<NewsListener>>();
  return {
    tell(news) {
      first(news);
      for (const listener of listeners.get(news.accountId) ?? []) listener(news);
    },
    follow(accountId, listener) {
      const those = listeners.get(accountId) ?? new Set();
      listeners.set(accountId, those.add(listener));
      return () => {
        those.delete(listener);
        if (those.size === 0 && listeners.get(accountId) === those) listeners.delete(accountId);
      };
    },
    followed: () => [...listeners.keys()],
  };
}

export interface OthersOptions {
  readonly news: NewsDesk;
  readonly revisionsOf: (
    accountIds: readonly string[],
  ) => Promise<readonly { readonly accountId: string; readonly revision: number }[]>;
  readonly onError: (error: unknown) => void;
}

/** Passes on what other backends tell; after a time without them everybody is told where their account is now. */
export const followOthers = ({ news, revisionsOf, onError }: OthersOptions) => ({
  onMessage(text: string): void {
    const told = News.safeParse(jsonIn(text));
    if (told.success) news.tell(told.data);
  },
  onConnected(): void {
    revisionsOf(news.followed()).then((accounts) => {
      for (const account of accounts) news.tell({ ...account, personId: null });
    }, onError);
  },
});

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
