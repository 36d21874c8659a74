/** Whose session was opened with Microsoft here last, so that an ended one may be opened again without asking. */

/** Kept text, shared by the frames of this Outlook. */
interface Storage {
  read(key: string): string | undefined;
  write(key: string, value: string | undefined): void;
}

export interface Remembered {
  /** The member's id; undefined where nobody did, or the person signed out since. */
  read(): string | undefined;
  write(memberId: string | undefined): void;
}

const KEY = 'microsoft';

export const rememberedMember = (storage: Storage): Remembered => ({
  read: () => storage.read(KEY),
  write: (memberId) => storage.write(KEY, memberId),
});
