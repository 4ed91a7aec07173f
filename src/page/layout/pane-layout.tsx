import type { ReactNode } from 'react';
import { Split } from './split.tsx';

interface RoomsProps {
  readonly account: ReactNode;
  readonly request: ReactNode;
  readonly upload: ReactNode;
}

/** Three rooms, left to right as the data flows; one below the other on a narrow screen. */
export function Rooms({ account, request, upload }: RoomsProps) {
  return (
    <Split
      id="rooms"
      direction="row"
      labels={['Width of rooms 1 and 2', 'Width of rooms 2 and 3']}
      panes={[
        { content: account, size: 34, min: 240 },
        { content: request, size: 36, min: 260 },
        { content: upload, size: 30, min: 320 },
      ]}
    />
  );
}

interface FloorsProps {
  readonly id: string;
  readonly label: string;
  readonly upper: ReactNode;
  readonly lower: ReactNode;
  /** Shares of the height. */
  readonly sizes: readonly [upper: number, lower: number];
  /** Pixels. */
  readonly lowerMin: number;
}

/** A room of two floors. */
export function Floors({ id, label, upper, lower, sizes, lowerMin }: FloorsProps) {
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
