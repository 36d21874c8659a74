/** The ribbon functions of one opened item, as React sees them. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { CallContext } from '../../host/calls/call';
import type { HostControl } from '../../host/control';
import { RibbonFunctions } from '../../host/functions';

export interface RibbonFunctionsOptions {
  readonly url: string;
  readonly context: CallContext;
  readonly control: HostControl;
  readonly onWindowBlocked: () => void;
  /** Office.js asks something, or stopped to. */
  readonly onPrompt: () => void;
}

export interface RibbonFunctionsView {
  press(functionName: string, sourceId: string): void;
  readonly running: number;
  /** Why the last function failed. */
  readonly problem: string | undefined;
  forgetProblem(): void;
  /** Office.js asks the person something in the add-in's page, which must be seen now. */
  readonly asking: boolean;
  readonly container: RefObject<HTMLDivElement>;
}

export function useRibbonFunctions({
  url,
  context,
  control,
  onWindowBlocked,
  onPrompt,
}: RibbonFunctionsOptions): RibbonFunctionsView {
  const container = useRef<HTMLDivElement>(null);
  const functions = useRef<RibbonFunctions>();
  const [running, setRunning] = useState(0);
  const [problem, setProblem] = useState<string>();
  const [asking, setAsking] = useState(false);

  useEffect(() => {
    if (!container.current) return undefined;
    const started = new RibbonFunctions({
      url,
      context,
      control,
      now: () => Date.now(),
      container: container.current,
      schedule: (callback, ms) => {
        const timer = window.setTimeout(callback, ms);
        return () => window.clearTimeout(timer);
      },
      onRunning: setRunning,
      onFailed: (_, reason) => setProblem(reason),
      onPrompt: (shown) => {
        setAsking(shown);
        onPrompt();
      },
      onWindowBlocked,
    });
    functions.current = started;
    return () => started.dispose();
  }, [url, context, control, onWindowBlocked, onPrompt]);

  const press = useCallback((functionName: string, sourceId: string) => {
    setProblem(undefined);
    functions.current?.press(functionName, sourceId);
  }, []);
  const forgetProblem = useCallback(() => setProblem(undefined), []);
  return { press, running, problem, forgetProblem, asking, container };
}
