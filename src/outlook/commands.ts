/**
 * Ribbon functions: tells Outlook which function belongs to which name of the manifest, and makes sure that
 * Outlook hears of the end of each run, because it would otherwise let the button look busy for minutes.
 */

/** The names that the manifest's buttons use, each with what it does. */
export type RibbonFunctions = Readonly<Record<string, () => Promise<void>>>;

/** What Outlook hands to a ribbon function. */
interface CommandEvent {
  completed(): void;
}

export function registerRibbonFunctions(functions: RibbonFunctions): void {
  for (const [name, run] of Object.entries(functions)) {
    const handler = (event: CommandEvent): void => {
      void finishing(run, event);
    };
    // Older hosts look for a global function of that name, newer ones for an association.
    Object.assign(globalThis, { [name]: handler });
    if (typeof Office !== 'undefined') Office.actions?.associate?.(name, handler);
  }
}

async function finishing(run: () => Promise<void>, event: CommandEvent): Promise<void> {
  try {
    await run();
  } catch {
    // A function shows its own errors on the item; what it could not show has no other place to go.
  } finally {
    event.completed();
  }
}
