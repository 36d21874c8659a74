/** The host calls that go wrong on purpose: those chosen, each with a way to let it go, and a way to choose more. */
import { Button, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { hostCalls } from '../../host/calls';
import type { CallFault } from '../../host/client/settings';
import { faultEffects } from '../../host/client/settings';
import { Choice } from './Choice';
import { effectTitles, faultTitle, ordinal } from './titles';

const useStyles = makeStyles({
  faults: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  fault: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
});

/** Calls with an answer that an add-in waits for, by name; the first is GetInitialData. */
const calls = ['getInitialData', ...[...hostCalls.values()].map(({ name }) => name).sort(), 'getAccessToken'];
const often = ['1', '2', '3', '5'] as const;
const oftenTitles: Record<(typeof often)[number], string> = {
  '1': 'Every time',
  '2': `Every ${ordinal(2)} time, so that a retry works`,
  '3': `Every ${ordinal(3)} time`,
  '5': `Every ${ordinal(5)} time`,
};

export interface FaultsProps {
  readonly faults: readonly CallFault[];
  readonly onChange: (faults: CallFault[]) => void;
}

export function Faults({ faults, onChange }: FaultsProps) {
  const styles = useStyles();
  const [call, setCall] = useState('body.set');
  const [effect, setEffect] = useState<CallFault['effect']>('fail');
  const [every, setEvery] = useState<(typeof often)[number]>('1');
  const others = faults.filter((fault) => fault.call !== call);
  return (
    <div className={styles.faults}>
      {faults.length > 0 && (
        <ul className={styles.list} aria-label="Calls that go wrong">
          {faults.map((fault) => (
            <li key={fault.call} className={styles.fault}>
              {faultTitle(fault)}
              <Button
                appearance="subtle"
                size="small"
                icon={<Dismiss16Regular />}
                aria-label={`Let ${fault.call} work again`}
                onClick={() => onChange(faults.filter((one) => one !== fault))}
              />
            </li>
          ))}
        </ul>
      )}
      <Field label="Host call">
        <Select value={call} onChange={(_, { value }) => setCall(value)}>
          {calls.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
      <Choice
        label="What happens"
        titles={effectTitles}
        values={faultEffects}
        value={effect}
        onChoose={setEffect}
      />
      <Choice label="How often" titles={oftenTitles} values={often} value={every} onChoose={setEvery} />
      <Button onClick={() => onChange([...others, { call, effect, every: Number(every) }])}>
        Let this call go wrong
      </Button>
    </div>
  );
}
