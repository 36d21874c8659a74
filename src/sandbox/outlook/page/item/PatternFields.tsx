/** The kinds of fields that the recurrence dialog is made of: a row of them, a number, and one of a few by button or list. */
import { Field, Input, Radio, RadioGroup, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  number: { width: '88px' },
});

export function Row({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.row} {...(label === undefined ? {} : { role: 'group', 'aria-label': label })}>
      {children}
    </div>
  );
}

/** A number from 1 on, as text: what is typed need not be one yet. */
export function NumberField(props: {
  readonly label: string;
  readonly max: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const styles = useStyles();
  return (
    <Input
      className={styles.number}
      type="number"
      min={1}
      max={props.max}
      aria-label={props.label}
      value={props.value}
      onChange={(_, { value }) => props.onChange(value)}
    />
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** Tells which of the choices a text names. */
function choosing<T extends string>({ choices, onChoose }: ChoiceProps<T>): (text: string) => void {
  return (text) => {
    const chosen = choices.find(({ value }) => value === text);
    if (chosen) onChoose(chosen.value);
  };
}

export function ChoiceButtons<T extends string>(props: ChoiceProps<T> & { readonly inOneRow?: boolean }) {
  const choose = choosing(props);
  return (
    <Field label={props.label}>
      <RadioGroup
        layout={props.inOneRow ? 'horizontal' : 'vertical'}
        value={props.value}
        onChange={(_, { value }) => choose(value)}
      >
        {props.choices.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </RadioGroup>
    </Field>
  );
}

export function ChoiceList<T extends string>(props: ChoiceProps<T>) {
  const choose = choosing(props);
  return (
    <Select aria-label={props.label} value={props.value} onChange={(_, { value }) => choose(value)}>
      {props.choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  );
}
