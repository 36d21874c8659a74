/**
 * One opened appointment: ribbon, message bar, the form or the read view, and the add-in beside it.
 */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Change } from '../../../../helper/embedded/model';
import type { RibbonButton, Session } from '../../contract';
import type { CallContext, RoamingSettings } from '../../host/calls/call';
import type { HostControl } from '../../host/control';
import { sanitizeHtml } from '../../host/sanitize';
import { ianaName } from '../../host/time-zones';
import type { ItemState } from '../../host/session';
import type { Mailbox } from '../client';
import { correctAddress } from '../route';
import { useChanges } from '../useChanges';
import { ComposeForm } from './ComposeForm';
import { FunctionsFrame } from './FunctionsFrame';
import { InfoBar } from './InfoBar';
import type { OpenAppointment } from './open-appointment';
import { ReadView } from './ReadView';
import { Ribbon } from './Ribbon';
import { TaskPane } from './TaskPane';
import { useItemActions } from './useItemActions';
import { useRibbonFunctions } from './useRibbonFunctions';

const useStyles = makeStyles({
  window: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  body: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    '@media (max-width: 760px)': { padding: 0, gap: 0, position: 'relative' },
  },
  item: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow4,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    '@media (max-width: 760px)': { borderRadius: 0 },
  },
});

/** Whether a change is one of the item, or of the series that the occurrence belongs to. */
function isOfItem({ itemId }: Change, { savedId, seriesId }: ItemState): boolean {
  return itemId === (seriesId ?? savedId);
}

export interface ItemWindowProps {
  readonly client: Mailbox;
  readonly control: HostControl;
  readonly session: Session;
  readonly item: OpenAppointment;
  readonly roaming: RoamingSettings;
  readonly onConnected: (connected: boolean) => void;
}

export function ItemWindow({
  client,
  control,
  session: { addIn, stores },
  item,
  roaming,
  onConnected,
}: ItemWindowProps) {
  const styles = useStyles();
  const { session, store } = item;
  const state = useSyncExternalStore(session.watch, () => session.state);
  const elsewhere = useSyncExternalStore(item.watch, () => item.elsewhere);
  const [pane, setPane] = useState<RibbonButton & { action: { kind: 'pane' } }>();
  const [blocked, setBlocked] = useState(false);
  const ribbon = useRef<HTMLDivElement>(null);
  const context: CallContext = useMemo(
    () => ({
      session,
      host: {
        addIn,
        user: store.owner,
        timeZone: store.timeZone,
        ianaTimeZone: ianaName(store.timeZone),
        sanitize: sanitizeHtml,
        roaming,
      },
    }),
    [session, addIn, store, roaming],
  );
  const onWindowBlocked = useCallback(() => setBlocked(true), []);
  // An add-in whose window was blocked may ask first and then be allowed: nothing is amiss any more.
  const onPrompt = useCallback(() => setBlocked(false), []);
  const functions = useRibbonFunctions({
    url: addIn.functionsUrl,
    context,
    control,
    onWindowBlocked,
    onPrompt,
  });
  const actions = useItemActions(client, item);

  useEffect(() => control.watchItem(() => session.state), [control, session]);
  useEffect(() => {
    if (state.savedId !== undefined) correctAddress({ view: 'appointment', id: state.savedId });
  }, [state.savedId]);
  useChanges(
    client,
    (change) => {
      if (!change || isOfItem(change, session.state)) void item.touched();
    },
    onConnected,
  );
  useEffect(() => {
    document.title = `${state.subject || (session.mode === 'compose' ? 'New appointment' : 'Appointment')} - sandbox stand-in for Outlook`;
    return () => {
      document.title = 'Calendar - sandbox stand-in for Outlook';
    };
  }, [state.subject, session.mode]);

  const press = (button: RibbonButton) => {
    setBlocked(false);
    if (button.action.kind === 'function') functions.press(button.action.name, button.id);
    else if (pane?.id === button.id) setPane(undefined);
    else setPane({ ...button, action: button.action });
  };
  const closePane = () => {
    setPane(undefined);
    ribbon.current?.querySelector<HTMLElement>('button')?.focus();
  };

  return (
    <div className={styles.window}>
      <Ribbon
        ref={ribbon}
        addIn={addIn}
        mode={session.mode}
        hasAttendees={state.required.length + state.optional.length > 0}
        saved={state.savedId !== undefined && !item.isNew}
        sent={state.sent}
        busy={actions.busy}
        openPane={pane?.id}
        onPress={press}
        onSave={() => actions.save(false)}
        onSend={() => actions.save(true)}
        onDiscard={actions.discard}
        onDelete={actions.remove}
        onClose={actions.discard}
      />
      <InfoBar
        session={session}
        notifications={state.notifications}
        addInName={addIn.name}
        running={functions.running}
        functionProblem={functions.problem}
        onForgetProblem={functions.forgetProblem}
        blocked={blocked}
        onForgetBlocked={() => setBlocked(false)}
        elsewhere={elsewhere}
        onReload={actions.reload}
        onKeepMine={() => item.keepMine()}
        failure={actions.failure}
        onForgetFailure={actions.forgetFailure}
      />
      <div className={styles.body}>
        <section
          className={styles.item}
          aria-label={session.mode === 'compose' ? 'Appointment form' : 'Appointment'}
        >
          {session.mode === 'compose' ? (
            <ComposeForm session={session} state={state} stores={stores} zone={ianaName(store.timeZone)} />
          ) : (
            <ReadView state={state} zone={ianaName(store.timeZone)} />
          )}
        </section>
        {pane && (
          <TaskPane
            key={pane.id}
            title={pane.action.title}
            url={pane.action.url}
            context={context}
            control={control}
            onClose={closePane}
            onWindowBlocked={onWindowBlocked}
            onPrompt={onPrompt}
          />
        )}
      </div>
      <FunctionsFrame container={functions.container} addInName={addIn.name} asking={functions.asking} />
      {actions.question}
    </div>
  );
}
