import type { ReactNode } from 'react';
import './pane.css';

interface PaneHeadProps {
  readonly number: number;
  readonly title: string;
  readonly children?: ReactNode;
}

/** The head of a pane: its number in the flow of the data, its name, its controls. */
export function PaneHead({ number, title, children }: PaneHeadProps) {
  return (
    <header className="room-head">
      <span className="room-number" aria-hidden>
        {number}
      </span>
      <h2 className="room-title">{title}</h2>
      <div className="room-controls">{children}</div>
    </header>
  );
}
