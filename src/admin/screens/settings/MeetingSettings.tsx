/** The defaults of new meetings: a list each, whose first entry says nothing, and a lock each. */
import { Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { KnownDefaults } from '../../../domain/meetingDefaults';
import { Audio, Recording, type LockableOption } from '../../../domain/meetingOptions';
import { fieldOf, said, withOption, type MeetingPart } from '../../state/parts';
import { useAdminWords } from '../../useAdminWords';
import { valueInWords } from '../../words/values';
import type { Editing } from './editing';
import { SettingRow } from './SettingRow';

export function MeetingSetting(props: {
  part: MeetingPart;
  option: LockableOption;
  editing: Editing;
}): ReactElement {
  const { part, option, editing } = props;
  const texts = useAdminWords();
  const { t } = texts;
  const { draft, account } = editing;
  const setting = said(draft.mine, part);
  const choices = choicesOf(option);
  return (
    <SettingRow part={part} editing={editing} saysNothing>
      {(ids) => (
        <Select
          id={ids.control}
          aria-describedby={ids.hint}
          value={setting === undefined ? '' : String(setting.value)}
          onChange={(_, { value: chosen }) => {
            const value = choices.find((one) => String(one) === chosen);
            // A lock of the passcode says that there is always one.
            const locked = setting?.locked === true && !(option === 'passcode' && value !== true);
            editing.set(part, withOption(draft.mine, option, valuesOf(option, value), locked));
          }}
        >
          <option value="">
            {account === undefined
              ? t('settings.notSaid')
              : `${t('settings.layer.asAccount')}${accountSays(props, texts)}`}
          </option>
          {choices.map((value) => (
            <option key={String(value)} value={String(value)}>
              {valueInWords(part, value, texts)}
            </option>
          ))}
        </Select>
      )}
    </SettingRow>
  );
}

/** What the account has, in parentheses. */
function accountSays(
  { part, editing }: { part: MeetingPart; editing: Editing },
  texts: ReturnType<typeof useAdminWords>,
): string {
  const setting = editing.account && said(editing.account, part);
  return ` (${setting ? valueInWords(part, setting.value, texts) : texts.t('settings.notSaid')})`;
}

type Value = boolean | Audio | Recording;

const choicesOf = (option: LockableOption): readonly Value[] =>
  option === 'audio' ? Audio.options : option === 'recording' ? Recording.options : [true, false];

function valuesOf(option: LockableOption, value: Value | undefined): KnownDefaults {
  if (option === 'audio') return { audio: Audio.options.find((one) => one === value) };
  if (option === 'recording') return { recording: Recording.options.find((one) => one === value) };
  return typeof value === 'boolean' ? { [fieldOf(option)]: value } : {};
}
