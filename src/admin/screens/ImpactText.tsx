/** What a change does to the members, in words. */
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Impact } from '../../domain/policy/impact';
import { useAdminWords } from '../useAdminWords';
import { impactInWords } from '../words/impact';

export function ImpactText({ impact }: { impact: Impact }): ReactElement {
  const { sentence, unseen, advice } = impactInWords(impact, useAdminWords());
  return (
    <div className="stack tight">
      <p>{sentence}</p>
      {unseen && <p className="quiet">{unseen}</p>}
      {advice && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{advice}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
