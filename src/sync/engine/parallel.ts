/** Things done a few at a time. */

/**
 * Does each of them, at most so many at a time. After the first error nothing more is begun; it is thrown when all that
 * had begun is over.
 */
export async function eachOf<T>(
  items: readonly T[],
  atATime: number,
  act: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  let failed: { readonly error: unknown } | undefined;
  async function work(): Promise<void> {
    for (const item of rest) {
      if (failed) return;
      try {
        await act(item);
      } catch (error) {
        failed ??= { error };
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atATime, items.length) }, work));
  if (failed) throw failed.error;
}

export function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}
