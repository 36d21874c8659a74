/** A screen with one message and at most a few things to do. */
import type { ReactElement, ReactNode } from 'react';

export function Message(props: {
  title: string;
  children?: ReactNode;
  picture?: ReactElement;
  action?: ReactNode;
}): ReactElement {
  return (
    <section className="centred">
      {props.picture && (
        <div className="picture" aria-hidden="true">
          {props.picture}
        </div>
      )}
      <h1 className="title">{props.title}</h1>
      {props.children && <p className="quiet">{props.children}</p>}
      {props.action}
    </section>
  );
}
