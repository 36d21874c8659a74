/** The bar of what is not saved: how much it is, what saving would do, Save and Discard. Always in view. */
import { Button, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { changedParts, faultsOf, type Draft } from '../state/draft';
import type { Editor, EditorState } from '../state/editor';
import { useAdminWords } from '../useAdminWords';
import { ImpactText } from './ImpactText';

export function SaveBar(props: {
  editor: Editor;
  state: EditorState;
  draft: Draft;
  /** Save was pressed although something has to be corrected. */
  onFault: () => void;
}): ReactElement {
  const { editor, state, draft } = props;
  const { t } = useAdminWords();
  const count = changedParts(draft).length;
  const saving = state.working === 'saving';
  const save = () => {
    if (faultsOf(draft.mine).length > 0) props.onFault();
    void editor.save();
  };
  return (
    <>
      <div role="status" className="heard">
        {state.said && t(`changes.said.${state.said}`)}
      </div>
      {count > 0 && (
        <div className="savebar" role="region" aria-label={t('changes.unsaved.region')}>
          <p className="name">{t('changes.unsaved.count', { count })}</p>
          {state.said && state.said !== 'saved' && state.said !== 'discarded' && (
            <MessageBar intent="warning" layout="multiline" politeness="polite">
              <MessageBarBody>{t(`changes.said.${state.said}`)}</MessageBarBody>
            </MessageBar>
          )}
          <div aria-live="polite">
            {state.preview === undefined && faultsOf(draft.mine).length === 0 && (
              <p className="quiet">{t('changes.unsaved.asking')}</p>
            )}
            {state.preview === null && <p className="quiet">{t('changes.unsaved.unknown')}</p>}
            {state.preview && <ImpactText impact={state.preview.impact} />}
          </div>
          <div className="buttons">
            <Button
              appearance="primary"
              disabledFocusable={saving}
              icon={saving ? <Spinner size="tiny" /> : undefined}
              onClick={save}
            >
              {t(saving ? 'changes.unsaved.saving' : 'changes.unsaved.save')}
            </Button>
            <Button disabledFocusable={saving} onClick={() => editor.discard()}>
              {t('changes.unsaved.discard')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
