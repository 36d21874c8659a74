/** What every page of the wizard has: Back, Escape, its heading with the focus, and what happened meanwhile. */
import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react';
import type { KnownProps } from './Fetching';
import { News } from './News';

export function WizardPage({
  title,
  children,
  ...known
}: KnownProps & { title: string; children: ReactNode }): ReactElement {
  const { integration, texts } = known;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), [title]);
  return (
    <section
      className="stack"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Office.js on the web would take the focus out of the pane.
        event.stopPropagation();
        integration.back();
      }}
    >
      <Button
        className="back"
        appearance="subtle"
        icon={<ArrowLeftRegular className="turns" />}
        onClick={integration.back}
      >
        {texts.words.t('actions.back')}
      </Button>
      <h1 className="title" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <News {...known} service="" />
      {children}
    </section>
  );
}
