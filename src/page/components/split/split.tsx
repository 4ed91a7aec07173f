import { Fragment, type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { useBrowserValue } from '../use-browser-value.ts';
import { FitContext, type FitOptions, useFit } from './fit-context.ts';
import { moveSeparator, percentBefore } from './pane-sizes.ts';
import { forgetSizes, loadSizes, saveSizes } from './stored-sizes.ts';

export interface Pane {
  readonly content: ReactNode;
  /** Share of the whole, of any unit. */
  readonly size: number;
  /** Pixels. */
  readonly min: number;
}

interface SplitProps {
  /** Under this name the sizes are kept from visit to visit. */
  readonly id: string;
  readonly direction: 'row' | 'column';
  readonly panes: readonly Pane[];
  /** Names of the separators, one fewer than panes. */
  readonly labels: readonly string[];
  /** Until a person moves the separator one pane is as high as its content. */
  readonly fit?: FitOptions;
  /** The others are folded away. */
  readonly isFirstAlone?: boolean;
}

/** Pixels of one press of an arrow key; with Shift held, four times as many. */
const keyStep = 24;

// Wider to grab than to see.
const divider =
  'relative z-3 hidden flex-none touch-none bg-line after:absolute after:transition-colors hover:after:bg-accent focus-visible:outline-none focus-visible:after:bg-accent active:after:bg-accent wide:block';

const looks = {
  row: { box: '', divider: 'w-px cursor-col-resize after:-inset-x-0.75 after:inset-y-0' },
  column: { box: 'flex-col', divider: 'h-px cursor-row-resize after:inset-x-0 after:-inset-y-0.75' },
} satisfies Record<SplitProps['direction'], unknown>;

/** Panes with separators to drag, or to move with the arrow keys. On a narrow screen, a plain column. */
export function Split({ id, direction, panes, labels, fit, isFirstAlone = false }: SplitProps) {
  const box = useRef<HTMLDivElement>(null);
  const defaults = panes.map(({ size }) => size);
  const [kept, setSizes] = useState(() => loadSizes(id, panes.length));
  const own = useBrowserValue(kept, null);
  const sizes = own ?? defaults;
  const isFitted = fit !== undefined && own === null && !isFirstAlone;
  const register = useFit(box, isFitted ? fit : null);
  const drag = useRef<{ readonly from: number; readonly sizes: readonly number[] } | null>(null);
  const minima = panes.map(({ min }) => min);
  const isRow = direction === 'row';
  const look = looks[direction];

  const measured = () =>
    Array.from(box.current?.querySelectorAll(':scope > :not([role=separator])') ?? [], (pane) => {
      const { width, height } = pane.getBoundingClientRect();
      return isRow ? width : height;
    });
  const place = ({ clientX, clientY }: PointerEvent) => (isRow ? clientX : clientY);
  const settle = (next: readonly number[]) => {
    setSizes([...next]);
    saveSizes(id, next);
  };

  const handlers = (index: number) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { from: place(event), sizes: measured() };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (drag.current === null || place(event) === drag.current.from) return;
      const { from, sizes: before } = drag.current;
      setSizes(moveSeparator(before, minima, index, place(event) - from));
    },
    onLostPointerCapture() {
      drag.current = null;
      if (kept !== null) saveSizes(id, measured());
    },
    onDoubleClick() {
      setSizes(null);
      forgetSizes(id);
    },
    onKeyDown(event: KeyboardEvent) {
      const step = event.shiftKey ? 4 * keyStep : keyStep;
      const keys: Readonly<Record<string, number>> = isRow
        ? { ArrowLeft: -step, ArrowRight: step }
        : { ArrowUp: -step, ArrowDown: step };
      const delta = { ...keys, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY }[event.key];
      if (delta === undefined) return;
      event.preventDefault();
      settle(moveSeparator(measured(), minima, index, delta));
    },
  });

  const flex = (index: number) => {
    if (!isFitted) return { flexGrow: sizes[index] ?? 1, flexBasis: 0 };
    if (index !== fit.sized) return { flexGrow: 1, flexBasis: 0 };
    return { flexGrow: 0, flexBasis: `var(--fit, ${fit.initial})` };
  };
  return (
    <FitContext value={fit && register}>
      <div ref={box} className={`min-h-0 w-full min-w-0 wide:flex wide:h-full ${look.box}`}>
        {panes.map(({ content, min }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a pane is its place
          <Fragment key={index}>
            {index > 0 && !isFirstAlone && (
              // biome-ignore lint/a11y/useSemanticElements: a separator that moves is no <hr>
              <div
                role="separator"
                tabIndex={0}
                className={`${divider} ${look.divider}`}
                aria-label={labels[index - 1]}
                aria-orientation={isRow ? 'vertical' : 'horizontal'}
                aria-valuemin={0}
                aria-valuemax={100}
                aria-valuenow={percentBefore(sizes, index - 1)}
                {...handlers(index - 1)}
              />
            )}
            <div
              className={`relative wide:overflow-hidden ${index > 0 && isFirstAlone ? 'hidden' : 'max-wide:contents'}`}
              style={{
                ...flex(index),
                [isRow ? 'minWidth' : 'minHeight']: min,
              }}
            >
              {content}
            </div>
          </Fragment>
        ))}
      </div>
    </FitContext>
  );
}
