/** People who may start the meeting: chips, suggestions from those who are invited, and any address that is typed. */
import {
  Field,
  Tag,
  TagPicker,
  TagPickerControl,
  TagPickerGroup,
  TagPickerInput,
  TagPickerList,
  TagPickerOption,
} from '@fluentui/react-components';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { EmailAddress } from '../../domain/meetingOptions';
import { useWords } from '../../ui/useWords';
import type { ControlProps } from './control';
import { suggestionsFor, withAddress } from './people';

export function AlternativeHosts({ values, state, controller }: ControlProps): ReactElement {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const chosen = values.alternativeHosts;
  const set = (hosts: readonly string[]) => {
    controller.setOptions({ alternativeHosts: [...hosts] });
    setTyped('');
  };
  const address = typed.trim();
  const isAddress = EmailAddress.safeParse(address).success;
  const suggestions = suggestionsFor(address, state.attendees, chosen);
  const offered = suggestions.some((person) => person.address === address) || !isAddress ? [] : [address];
  const keep = () => {
    if (isAddress) set(withAddress(chosen, address));
  };
  const wrong = address !== '' && !isAddress && suggestions.length === 0;
  return (
    <Field
      label={t('options.alternativeHosts.label')}
      hint={t('options.alternativeHosts.hint')}
      validationState={wrong ? 'error' : 'none'}
      validationMessage={wrong ? t('options.alternativeHosts.wrong', { address }) : undefined}
    >
      <TagPicker
        noPopover={suggestions.length + offered.length === 0}
        selectedOptions={[...chosen]}
        onOptionSelect={(_, { selectedOptions }) =>
          set(selectedOptions.filter((option) => EmailAddress.safeParse(option).success))
        }
      >
        <TagPickerControl>
          <TagPickerGroup aria-label={t('options.alternativeHosts.chosen')}>
            {chosen.map((host) => (
              <Tag
                key={host}
                shape="rounded"
                value={host}
                dismissIcon={{ 'aria-label': t('options.alternativeHosts.remove', { address: host }) }}
              >
                <bdi>{host}</bdi>
              </Tag>
            ))}
          </TagPickerGroup>
          <TagPickerInput
            aria-label={t('options.alternativeHosts.label')}
            placeholder={chosen.length === 0 ? t('options.alternativeHosts.placeholder') : undefined}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event: KeyboardEvent) => {
              if ((event.key === 'Enter' || event.key === ',' || event.key === ';') && isAddress) {
                event.preventDefault();
                keep();
              }
            }}
            // Who is invited may have changed since the options were shown.
            onFocus={() => void controller.openOptions()}
            onBlur={keep}
          />
        </TagPickerControl>
        <TagPickerList>
          {suggestions.map(({ name, address: suggested }) => (
            <TagPickerOption key={suggested} value={suggested} text={suggested} secondaryContent={suggested}>
              {name || suggested}
            </TagPickerOption>
          ))}
          {offered.map((own) => (
            <TagPickerOption key={own} value={own} text={own}>
              {t('options.alternativeHosts.add', { address: own })}
            </TagPickerOption>
          ))}
        </TagPickerList>
      </TagPicker>
    </Field>
  );
}
