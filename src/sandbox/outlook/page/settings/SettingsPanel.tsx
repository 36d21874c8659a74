/** Which client the sandbox stands in for: a panel beside the page, each choice holding at once. */
import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
  Subtitle2,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Dismiss24Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { localeTitles } from '../../host/client/locales';
import type { ClientSettings, SettingsPatch } from '../../host/client/settings';
import {
  calendarAccesses,
  clients,
  defaultSettings,
  localeNames,
  presetNames,
  presets,
  nestedAuths,
  requirementSets,
  rewritings,
  startedWith,
  themeNames,
} from '../../host/client/settings';
import { Choice } from './Choice';
import { Faults } from './Faults';
import * as titles from './titles';

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    paddingBottom: tokens.spacingVerticalL,
  },
  group: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    border: 'none',
    // A fieldset is otherwise as wide as the longest entry of its lists.
    minWidth: 0,
    padding: 0,
    margin: 0,
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalS },
  footer: { flexWrap: 'wrap' },
  told: { flexGrow: 1, alignSelf: 'center' },
});

const delays = ['0', '500', '2000', '10000'] as const;
const delayTitles: Record<(typeof delays)[number], string> = {
  '0': titles.delayTitle(0),
  '500': titles.delayTitle(500),
  '2000': titles.delayTitle(2000),
  '10000': titles.delayTitle(10_000),
};
const imageValues = ['kept', 'lost'] as const;

export interface SettingsPanelProps {
  readonly open: boolean;
  readonly settings: ClientSettings;
  readonly onChange: (patch: SettingsPatch) => void;
  readonly onClose: () => void;
}

export function SettingsPanel({ open, settings, onChange, onClose }: SettingsPanelProps) {
  const styles = useStyles();
  const [told, setTold] = useState('');
  const change = (patch: SettingsPatch) => {
    const restarts = startedWith({ ...settings, ...patch }) !== startedWith(settings);
    onChange(patch);
    setTold(restarts ? 'Changed. An open pane starts again.' : 'Changed.');
  };
  const delay = delays.find((ms) => Number(ms) === settings.delayMs);
  return (
    <OverlayDrawer open={open} position="end" onOpenChange={(_, { open: stays }) => !stays && onClose()}>
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              aria-label="Close sandbox settings"
              icon={<Dismiss24Regular />}
              onClick={onClose}
            />
          }
        >
          Sandbox settings
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <div className={styles.body}>
          <Text dir="auto">
            Which Outlook this page stands in for. A change holds at once: an open pane starts again, and
            whose calendar it is shows with the next appointment that is opened. This browser remembers it.
          </Text>
          <Group title="Client">
            <Choice
              label="Outlook"
              titles={titles.presetTitles}
              values={presetNames}
              value={titles.presetOf(settings)}
              none="As chosen below"
              onChoose={(preset) => change(presets[preset])}
            />
            <Choice
              label="Requirement set"
              hint="What is newer is neither advertised nor answered."
              titles={titles.requirementSetTitles}
              values={requirementSets}
              value={settings.requirementSet}
              onChoose={(requirementSet) => change({ requirementSet })}
            />
            <Choice
              label="Reports itself as"
              hint="Versions only: on this transport Office.js always names Outlook on the web."
              titles={titles.clientTitles}
              values={clients}
              value={settings.client}
              onChoose={(client) => change({ client })}
            />
            <Choice
              label="Rewrites bodies"
              titles={titles.rewritingTitles}
              values={rewritings}
              value={settings.rewriting}
              onChoose={(rewriting) => change({ rewriting })}
            />
            <Choice
              label="When an add-in replaces a body"
              titles={titles.inlineImagesTitles}
              values={imageValues}
              value={settings.inlineImages}
              onChoose={(inlineImages) => change({ inlineImages })}
            />
            <Choice
              label="Signs in with Microsoft"
              titles={titles.nestedAuthTitles}
              values={nestedAuths}
              value={settings.nestedAuth}
              onChoose={(nestedAuth) => change({ nestedAuth })}
            />
          </Group>
          <Group title="Look and language">
            <Choice
              label="Theme"
              titles={titles.themeTitles}
              values={themeNames}
              value={settings.theme}
              onChoose={(theme) => change({ theme })}
            />
            <Choice
              label="Language"
              hint="What Outlook tells the add-in; this page itself speaks English."
              titles={localeTitles}
              values={localeNames}
              value={settings.locale}
              onChoose={(locale) => change({ locale })}
            />
          </Group>
          <Group title="Calendar">
            <Choice
              label="Whose calendar"
              hint="In a shared one the person who looks is its owner's delegate."
              titles={titles.calendarTitles}
              values={calendarAccesses}
              value={settings.calendar}
              onChoose={(calendar) => change({ calendar })}
            />
          </Group>
          <Group title="What goes wrong">
            <Choice
              label="Delay of every host call"
              titles={delayTitles}
              values={delays}
              value={delay}
              none={titles.delayTitle(settings.delayMs)}
              onChoose={(ms) => change({ delayMs: Number(ms) })}
            />
            <Faults faults={settings.faults} onChange={(faults) => change({ faults })} />
          </Group>
        </div>
      </DrawerBody>
      <DrawerFooter className={styles.footer}>
        <Button onClick={() => change(defaultSettings)}>Reset to defaults</Button>
        <Text role="status" size={200} className={styles.told}>
          {told}
        </Text>
      </DrawerFooter>
    </OverlayDrawer>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        <Subtitle2>{title}</Subtitle2>
      </legend>
      {children}
    </fieldset>
  );
}
