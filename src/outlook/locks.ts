/**
 * The browser's Web Locks, where this runtime has them: Internet Explorer's view in old Outlooks does not, nor does
 * classic Outlook's runtime for functions without a page.
 */

export interface PageLocks {
  request<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** The names of all locks that are held now, in any frame of this origin. */
  held(): Promise<readonly string[]>;
}

export function pageLocks(): PageLocks | undefined {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (!locks) return undefined;
  return {
    request: async (name, work) => locks.request(name, work),
    async held() {
      const { held = [] } = await locks.query();
      return held.flatMap(({ name }) => (name === undefined ? [] : [name]));
    },
  };
}
