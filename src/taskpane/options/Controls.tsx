/** One control an option, by its line in `list.ts`. */
import { Field, Select, Switch } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/useWords';
import { AlternativeHosts } from './AlternativeHosts';
import type { ControlProps } from './control';
import { Locked } from './Locked';
import { type ChoiceName, choicesOf, isChoice, isSwitch, type OptionName, type SwitchName } from './list';
import { Passcode } from './Passcode';
import { hintOf, isOffered, lockOf } from './values';

export function OptionControl(props: Omit<ControlProps, 'lock'> & { name: OptionName }): ReactElement | null {
  const { name, values } = props;
  const { t } = useWords();
  const lock = lockOf(name, values);
  if (!isOffered(name, values)) return null;
  if (isSwitch(name)) {
    const value = values.options[name] ? t('options.on') : t('options.off');
    return lock ? (
      <Locked label={t(`options.${name}.label`)} value={value} lock={lock} />
    ) : (
      <SwitchControl {...props} lock={lock} name={name} />
    );
  }
  if (isChoice(name)) return <ChoiceControl {...props} lock={lock} name={name} />;
  switch (name) {
    case 'passcode':
      return <Passcode {...props} lock={lock} />;
    case 'alternativeHosts':
      return <AlternativeHosts {...props} lock={lock} />;
    case 'scheduleFor':
      return <ScheduleFor {...props} lock={lock} />;
    case 'template':
      return <Template {...props} lock={lock} />;
    default:
      return null;
  }
}

function SwitchControl({ values, controller, name }: ControlProps & { name: SwitchName }): ReactElement {
  const { t } = useWords();
  const hint = hintOf(name, values);
  return (
    <Field hint={hint && t(`options.${hint}`, { id: values.personalId ?? '' })}>
      <Switch
        className="switch"
        label={t(`options.${name}.label`)}
        labelPosition="before"
        checked={values.options[name]}
        onChange={(_, { checked }) => controller.setOptions({ [name]: checked })}
      />
    </Field>
  );
}

function ChoiceControl(props: ControlProps & { name: ChoiceName }): ReactElement {
  return props.name === 'audio' ? <AudioControl {...props} /> : <RecordingControl {...props} />;
}

function AudioControl({ values, controller, lock }: ControlProps): ReactElement {
  const { t } = useWords();
  const label = t('options.audio.label');
  const { audio } = values.options;
  if (lock) return <Locked label={label} value={t(`options.audio.values.${audio}`)} lock={lock} />;
  return (
    <OneOf
      label={label}
      value={audio}
      values={choicesOf.audio.map((value) => [value, t(`options.audio.values.${value}`)])}
      onChoose={(chosen) => {
        const found = choicesOf.audio.find((value) => value === chosen);
        controller.setOptions({ audio: found });
      }}
    />
  );
}

function RecordingControl({ values, controller, lock }: ControlProps): ReactElement {
  const { t } = useWords();
  const label = t('options.recording.label');
  const { recording } = values.options;
  if (lock) return <Locked label={label} value={t(`options.recording.values.${recording}`)} lock={lock} />;
  return (
    <OneOf
      label={label}
      value={recording}
      values={choicesOf.recording.map((value) => [value, t(`options.recording.values.${value}`)])}
      onChoose={(chosen) => {
        const found = choicesOf.recording.find((value) => value === chosen);
        controller.setOptions({ recording: found });
      }}
    />
  );
}

function ScheduleFor({ values, controller }: ControlProps): ReactElement {
  const { t } = useWords();
  return (
    <OneOf
      label={t('options.scheduleFor.label')}
      hint={t('options.scheduleFor.hint')}
      value={values.options.scheduleFor ?? ''}
      values={[
        ['', t('options.scheduleFor.myself')],
        ...(values.choices?.scheduleFor ?? []).map(({ email, name }) => [email, name || email] as const),
      ]}
      onChoose={(chosen) => controller.setOptions({ scheduleFor: chosen === '' ? undefined : chosen })}
    />
  );
}

function Template({ values, controller }: ControlProps): ReactElement {
  const { t } = useWords();
  return (
    <OneOf
      label={t('options.template.label')}
      value={values.options.template ?? ''}
      values={[
        ['', t('options.template.none')],
        ...(values.choices?.templates ?? []).map(({ id, name }) => [id, name] as const),
      ]}
      onChoose={(chosen) => controller.setOptions({ template: chosen === '' ? undefined : chosen })}
    />
  );
}

/** A list with one choice. */
export function OneOf(props: {
  label: string;
  hint?: string;
  value: string;
  values: readonly (readonly [value: string, label: string])[];
  onChoose: (value: string) => void;
}): ReactElement {
  return (
    <Field label={props.label} hint={props.hint}>
      <Select value={props.value} onChange={(_, { value }) => props.onChoose(value)}>
        {props.values.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
