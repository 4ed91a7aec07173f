import { createContext, type ReactNode, use, useMemo } from 'react';
import { runHandlers } from './run-keys.ts';
import { useRunActions } from './use-run-actions.ts';

/** A request that is no longer the one: a picture without names, for nobody to take it for real. */
export const Faded = createContext(false);

interface WireTextProps {
  readonly label: string;
  /** Set off from what is around it. */
  readonly isBoxed?: boolean;
  readonly children: ReactNode;
}

const text =
  'font-mono text-code leading-(--code-line) wrap-anywhere whitespace-pre-wrap [tab-size:4] focus-visible:rounded-[2px] focus-visible:outline-offset-[3px]';
const box = 'mt-1 rounded-md border border-line bg-raised px-2.5 py-2';

/** Text as on the wire: one tab stop, arrow keys between the runs that come from parameters. */
export function WireText({ label, isBoxed = false, children }: WireTextProps) {
  const actions = useRunActions();
  const handlers = useMemo(() => runHandlers(actions), [actions]);
  const classes = isBoxed ? `${text} ${box}` : text;
  if (use(Faded)) return <div className={classes}>{children}</div>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, and this is text
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the tab stop of the runs inside it
    <div role="group" aria-label={label} tabIndex={0} className={classes} {...handlers}>
      {children}
    </div>
  );
}
