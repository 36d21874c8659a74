/** Sign-ins on their way: states that Zoom will bring back, and codes that a pane will fetch. Each is taken once. */
import { memberColumns, type MemberKey } from '../member';
import type { Database } from './schema';

export interface BegunSignIn {
  readonly challenge: string;
  readonly returnPath: string;
  readonly sealedVerifier: string;
  readonly createdAt: Date;
}

export interface FinishedSignIn {
  readonly challenge: string;
  readonly member: MemberKey;
  readonly createdAt: Date;
}

export interface SignInRows {
  addState(stateHash: string, signIn: BegunSignIn): Promise<void>;
  /** Removes and answers it, in one step: of two callers one gets it. */
  takeState(stateHash: string): Promise<BegunSignIn | undefined>;
  addCode(codeHash: string, signIn: FinishedSignIn): Promise<void>;
  /** As `takeState`. */
  takeCode(codeHash: string): Promise<FinishedSignIn | undefined>;
  /** Removes what was begun before this. */
  purge(before: Date): Promise<void>;
}

export function signInRows(database: Database): SignInRows {
  return {
    async addState(stateHash, signIn) {
      await database
        .insertInto('sign_in_states')
        .values({
          state_hash: stateHash,
          challenge: signIn.challenge,
          return_path: signIn.returnPath,
          sealed_verifier: signIn.sealedVerifier,
          created_at: signIn.createdAt,
        })
        .execute();
    },

    async takeState(stateHash) {
      const row = await database
        .deleteFrom('sign_in_states')
        .where('state_hash', '=', stateHash)
        .returningAll()
        .executeTakeFirst();
      return (
        row && {
          challenge: row.challenge,
          returnPath: row.return_path,
          sealedVerifier: row.sealed_verifier,
          createdAt: row.created_at,
        }
      );
    },

    async addCode(codeHash, signIn) {
      await database
        .insertInto('sign_in_codes')
        .values({
          code_hash: codeHash,
          challenge: signIn.challenge,
          ...memberColumns(signIn.member),
          created_at: signIn.createdAt,
        })
        .execute();
    },

    async takeCode(codeHash) {
      const row = await database
        .deleteFrom('sign_in_codes')
        .where('code_hash', '=', codeHash)
        .returningAll()
        .executeTakeFirst();
      return (
        row && {
          challenge: row.challenge,
          member: { accountId: row.account_id, userId: row.user_id },
          createdAt: row.created_at,
        }
      );
    },

    async purge(before) {
      await database.deleteFrom('sign_in_states').where('created_at', '<', before).execute();
      await database.deleteFrom('sign_in_codes').where('created_at', '<', before).execute();
    },
  };
}
