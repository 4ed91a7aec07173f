/** Where the focus goes after rows were added, moved or removed. */
import { type RefObject, useEffect, useRef } from 'react';

/** `data-part` of what has the focus in a row. */
export type RowPart = 'name' | 'value' | 'raw' | 'up' | 'down' | 'grip' | 'remove';

interface RowFocus {
  readonly list: RefObject<HTMLDivElement | null>;
  /** After the next drawing; where the row has no such part, to one like it. */
  readonly focusOn: (at: number, part: RowPart, select?: 'select') => void;
}

const instead: Readonly<Partial<Record<RowPart, RowPart>>> = { up: 'down', down: 'up', name: 'raw' };

export function useRowFocus(): RowFocus {
  const list = useRef<HTMLDivElement>(null);
  const goal = useRef<{ at: number; part: RowPart; select: boolean } | null>(null);
  useEffect(() => {
    if (goal.current === null || list.current === null) return;
    const { at, part, select } = goal.current;
    goal.current = null;
    const row = list.current.querySelectorAll(':scope > ol > li')[at];
    const find = (wanted: RowPart | undefined) =>
      wanted && row?.querySelector<HTMLElement>(`[data-part="${wanted}"]:not(:disabled)`);
    const element =
      find(part) ?? find(instead[part]) ?? list.current.querySelector<HTMLElement>('[data-add]');
    element?.focus();
    if (select && element instanceof HTMLTextAreaElement) element.select();
  });
  return {
    list,
    focusOn(at, part, select) {
      goal.current = { at, part, select: select !== undefined };
    },
  };
}
