import type { ReactNode } from 'react';
import { Split } from './split.tsx';

interface PanesProps {
  readonly account: ReactNode;
  readonly request: ReactNode;
  readonly upload: ReactNode;
}

/** Three panes, left to right as the data flows; one below the other on a narrow screen. */
export function Panes({ account, request, upload }: PanesProps) {
  return (
    <Split
      id="rooms"
      direction="row"
      labels={['Width of panes 1 and 2', 'Width of panes 2 and 3']}
      panes={[
        { content: account, size: 34, min: 240 },
        { content: request, size: 36, min: 260 },
        { content: upload, size: 30, min: 320 },
      ]}
    />
  );
}

interface StackedPanesProps {
  readonly id: string;
  readonly label: string;
  readonly upper: ReactNode;
  readonly lower: ReactNode;
  /** Shares of the height. */
  readonly sizes: readonly [upper: number, lower: number];
  /** Pixels. */
  readonly lowerMin: number;
}

/** A pane split in two, one above the other. */
export function StackedPanes({ id, label, upper, lower, sizes, lowerMin }: StackedPanesProps) {
  return (
    <Split
      id={id}
      direction="column"
      labels={[label]}
      panes={[
        { content: upper, size: sizes[0], min: 120 },
        { content: lower, size: sizes[1], min: lowerMin },
      ]}
    />
  );
}
