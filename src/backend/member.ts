/**
 * Who a member is to the backend: the key under which everything of theirs is kept.
 */

/** Zoom's account id and user id. Two people never share one; a person in two accounts is two members. */
export interface MemberKey {
  readonly accountId: string;
  readonly userId: string;
}

/** The key as one text, for maps and as the purpose of encrypted values. JSON keeps the two parts apart. */
export const memberText = (key: MemberKey): string => JSON.stringify([key.accountId, key.userId]);

/** The key as the columns that every table of members' rows has. */
export const memberColumns = (key: MemberKey) => ({ account_id: key.accountId, user_id: key.userId });
