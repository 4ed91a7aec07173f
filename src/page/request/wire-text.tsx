import { createContext, type ReactNode, use, useMemo } from 'react';
import { runHandlers } from './run-keys.ts';
import { useRunActions } from './use-run-actions.ts';
import './wire-text.css';

/** A request that is no longer the one: a picture without names, for nobody to take it for real. */
export const Faded = createContext(false);

interface WireTextProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Text as on the wire: one tab stop, arrow keys between the runs that come from parameters. */
export function WireText({ label, className = '', children }: WireTextProps) {
  const actions = useRunActions();
  const handlers = useMemo(() => runHandlers(actions), [actions]);
  if (use(Faded)) return <div className={`wire code ${className}`}>{children}</div>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, and this is text
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the tab stop of the runs inside it
    <div role="group" aria-label={label} tabIndex={0} className={`wire code ${className}`} {...handlers}>
      {children}
    </div>
  );
}
