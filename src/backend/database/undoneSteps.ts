/** The step that adds to the history which step another one took back. */
import { sql, type Kysely, type Migration } from 'kysely';

export const undoneSteps: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table policy_history
      add column undoes integer,
      add constraint policy_history_undoes_earlier
        check (undoes is null or (action = 'undone' and undoes < revision)),
      add constraint policy_history_undoes_known
        foreign key (account_id, undoes) references policy_history`.execute(db);
  },
};
