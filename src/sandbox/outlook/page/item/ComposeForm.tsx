/** The form of an appointment that one organizes. Every change is in the session at once, where add-ins see it. */
import { Field, Input, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Store } from '../../../../helper/embedded/model';
import type { ItemSession, ItemState } from '../../host/session';
import { AttendeesField } from './AttendeesField';
import { BodyEditor } from './BodyEditor';
import { RecurrenceField } from './RecurrenceField';
import { WhenFields } from './WhenFields';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXL,
    flexGrow: 1,
    minHeight: 0,
    '@media (max-width: 560px)': { padding: tokens.spacingHorizontalM },
  },
  subject: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  organizer: { color: tokens.colorNeutralForeground3 },
});

export interface ComposeFormProps {
  readonly session: ItemSession;
  readonly state: ItemState;
  /** People whose names are known. */
  readonly stores: readonly Store[];
  /** IANA name of the zone that times are shown in. */
  readonly zone: string;
}

export function ComposeForm({ session, state, stores, zone }: ComposeFormProps) {
  const styles = useStyles();
  const known = stores.map(({ owner }) => owner);
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()} noValidate>
      <h1 className={styles.spoken}>{state.savedId === undefined ? 'New appointment' : 'Appointment'}</h1>
      <Field label="Subject">
        <Input
          className={styles.subject}
          size="large"
          appearance="underline"
          placeholder="Add a subject"
          maxLength={255}
          dir="auto"
          value={state.subject}
          onChange={(_, { value }) => session.edit({ subject: value })}
        />
      </Field>
      <Text size={200} className={styles.organizer}>
        {`Organizer: ${state.organizer.name} (${state.organizer.address})`}
      </Text>
      <AttendeesField
        label="Required attendees"
        people={state.required}
        known={known}
        onChange={(required) => session.edit({ required })}
      />
      <AttendeesField
        label="Optional attendees"
        people={state.optional}
        known={known}
        onChange={(optional) => session.edit({ optional })}
      />
      <WhenFields
        start={state.start}
        end={state.end}
        allDay={state.allDay}
        zone={zone}
        onChange={(when) => session.edit(when)}
      />
      <RecurrenceField session={session} state={state} />
      <Field label="Location">
        <Input
          placeholder="Add a room or a place"
          maxLength={255}
          dir="auto"
          value={state.location}
          onChange={(_, { value }) => session.edit({ location: value })}
        />
      </Field>
      <BodyEditor session={session} body={state.body} />
    </form>
  );
}
