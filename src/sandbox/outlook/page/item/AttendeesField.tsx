/**
 * Attendees as chips, with free typing: Enter, comma, semicolon or leaving the field makes a chip of an address.
 */
import { Field, Tag, TagGroup, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { useId, useRef, useState } from 'react';
import type { Person } from '../../../../helper/embedded/model';
import { readPeople } from './people';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '32px',
    boxSizing: 'border-box',
    padding: `3px ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'text',
    ':focus-within': {
      borderBottomColor: tokens.colorCompoundBrandStroke,
      boxShadow: `inset 0 -1px ${tokens.colorCompoundBrandStroke}`,
    },
  },
  wrong: {
    borderTopColor: tokens.colorPaletteRedBorder2,
    borderRightColor: tokens.colorPaletteRedBorder2,
    borderBottomColor: tokens.colorPaletteRedBorder2,
    borderLeftColor: tokens.colorPaletteRedBorder2,
  },
  chips: { display: 'contents' },
  input: {
    flexGrow: 1,
    minWidth: '160px',
    border: 'none',
    outlineStyle: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    '::placeholder': { color: tokens.colorNeutralForeground4, opacity: 1 },
  },
});

export interface AttendeesFieldProps {
  readonly label: string;
  readonly people: readonly Person[];
  readonly known: readonly Person[];
  readonly onChange: (people: readonly Person[]) => void;
}

export function AttendeesField({ label, people, known, onChange }: AttendeesFieldProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();

  const take = (typed: string) => {
    const { people: read, rest } = readPeople(typed, known);
    const fresh = read.filter(({ address }) => !people.some((one) => one.address === address));
    if (fresh.length > 0) onChange([...people, ...fresh]);
    setText(rest);
    setProblem(rest === '' ? undefined : `"${rest}" is not an email address.`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (['Enter', ',', ';'].includes(event.key)) {
      event.preventDefault();
      take(text);
    } else if (event.key === 'Backspace' && text === '' && people.length > 0) {
      onChange(people.slice(0, -1));
    }
  };

  return (
    <Field
      label={{ children: label, htmlFor: inputId }}
      {...(problem === undefined ? {} : { validationState: 'error', validationMessage: problem })}
    >
      <div
        className={mergeClasses(styles.box, problem !== undefined && styles.wrong)}
        onClick={() => input.current?.focus()}
      >
        {people.length > 0 && (
          <TagGroup
            className={styles.chips}
            aria-label={people.length === 1 ? '1 person' : `${people.length} people`}
            onDismiss={(_, { value }) => onChange(people.filter(({ address }) => address !== value))}
          >
            {people.map(({ name, address }) => (
              <Tag
                key={address}
                value={address}
                size="small"
                shape="circular"
                dismissible
                dismissIcon={{ 'aria-label': 'Remove' }}
                title={address}
              >
                {name}
              </Tag>
            ))}
          </TagGroup>
        )}
        <input
          id={inputId}
          ref={input}
          className={styles.input}
          type="text"
          inputMode="email"
          autoComplete="off"
          aria-invalid={problem !== undefined}
          placeholder={people.length === 0 ? 'Add people by email address' : ''}
          value={text}
          onChange={({ target }) => {
            setProblem(undefined);
            if (/[,;\n]/.test(target.value)) take(target.value);
            else setText(target.value);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => text.trim() !== '' && take(text)}
        />
      </div>
    </Field>
  );
}
