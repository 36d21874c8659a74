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

export function createNewsDesk(): NewsDesk {
  const listeners = new Map<string, Set<NewsListener>>();
  return {
    tell(news) {
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
