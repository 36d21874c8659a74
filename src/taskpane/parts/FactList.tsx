/** Facts about a meeting, each with its name. */
import { Fragment, type ReactElement, type ReactNode } from 'react';

export type NamedFact = readonly [name: string, value: ReactNode];

export const FactList = ({ facts }: { facts: readonly NamedFact[] }): ReactElement => (
  <dl className="facts">
    {facts.map(([name, value]) => (
      <Fragment key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </Fragment>
    ))}
  </dl>
);
