/** One setting with a few values, as a labelled list to choose from. */
import { Field, Select, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ choice: { minWidth: 0, '& select': { textOverflow: 'ellipsis' } } });

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly titles: Readonly<Record<T, string>>;
  readonly values: readonly T[];
  readonly value: T | undefined;
  /** What is shown when none of the values holds. */
  readonly none?: string;
  readonly onChoose: (value: T) => void;
}

export function Choice<T extends string>({
  label,
  hint,
  titles,
  values,
  value,
  none,
  onChoose,
}: ChoiceProps<T>) {
  const styles = useStyles();
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint: { children: hint, dir: 'auto' } })}>
      <Select
        className={styles.choice}
        value={value ?? ''}
        onChange={(_, { value: text }) => {
          const chosen = values.find((one) => one === text);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {value === undefined && (
          <option value="" disabled>
            {none}
          </option>
        )}
        {values.map((one) => (
          <option key={one} value={one}>
            {titles[one]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
