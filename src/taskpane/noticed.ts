/** Which unused meetings the person knows of, so that the bar about them stays closed until another one joins them. */

/** Kept text, shared by the frames of this Outlook. */
interface Storage {
  read(key: string): string | undefined;
  write(key: string, value: string | undefined): void;
}

export interface Noticed {
  has(meetingId: string): boolean;
  add(meetingIds: readonly string[]): void;
}

const KEY = 'unused-noticed';

/** Some lists full: what was noticed before is long kept, deleted or over. */
const MOST = 100;

/** Keeps the ids, separated by spaces, those of the latest list last. */
export function noticedMeetings(storage: Storage): Noticed {
  const present = () => (storage.read(KEY) ?? '').split(' ').filter((id) => id !== '');
  return {
    has: (meetingId) => present().includes(meetingId),
    add(meetingIds) {
      const others = present().filter((id) => !meetingIds.includes(id));
      storage.write(KEY, [...others, ...meetingIds].slice(-MOST).join(' '));
    },
  };
}
