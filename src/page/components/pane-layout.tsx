import type { ReactNode } from 'react';
import type { FitOptions } from './split/fit-context.ts';
import { Split } from './split/split.tsx';

interface PanesProps {
  readonly account: ReactNode;
  readonly request: ReactNode;
  readonly upload: ReactNode;
  /** The third pane, with the result, is the widest. */
  readonly isResultFirst: boolean;
}

/** Three panes, left to right as the data flows; one below the other on a narrow screen. */
export function Panes({ account, request, upload, isResultFirst }: PanesProps) {
  const [first, second, third] = isResultFirst ? [28, 30, 42] : [32, 34, 34];
  return (
    <Split
      id="panes"
      direction="row"
      labels={['Width of panes 1 and 2', 'Width of panes 2 and 3']}
      panes={[
        { content: account, size: first, min: 240 },
        { content: request, size: second, min: 260 },
        { content: upload, size: third, min: 320 },
      ]}
    />
  );
}

interface StackedPanesProps {
  readonly id: string;
  readonly label: string;
  readonly upper: ReactNode;
  readonly lower: ReactNode;
  /** Pixels. */
  readonly lowerMin: number;
  readonly fit: FitOptions;
  /** The lower pane is folded away; it keeps what it holds. */
  readonly isUpperAlone?: boolean;
}

/** A pane split in two, one above the other, by what they hold. */
export function StackedPanes(props: StackedPanesProps) {
  const { id, label, upper, lower, lowerMin, fit, isUpperAlone = false } = props;
  return (
    <Split
      id={id}
      direction="column"
      labels={[label]}
      fit={fit}
      isFirstAlone={isUpperAlone}
      panes={[
        { content: upper, size: 60, min: 120 },
        { content: lower, size: 40, min: lowerMin },
      ]}
    />
  );
}
