/** The groups of the sandbox's Zoom account, with whoever is in them. They are the same always: nothing changes them. */
import { personId } from './people';

export interface Group {
  readonly id: string;
  readonly name: string;
  /** Ids of people of the account. */
  readonly memberIds: readonly string[];
}

/** Two groups that share somebody. */
export const groups: readonly Group[] = [
  {
    id: 'sandboxGroupPlanning01',
    name: 'Sandbox Planning',
    memberIds: [personId('Organizer'), personId('Manager')],
  },
  {
    id: 'sandboxGroupField00001',
    name: 'Sandbox Field',
    memberIds: [personId('Organizer'), personId('Attendee')],
  },
];
