/** What a pane scrolls in tells its split of its size: the split fits its panes to what they hold. */
import { createContext, type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { fitContent, measurePane } from './fit-panes.ts';
import { percentBefore } from './pane-sizes.ts';

export interface FitOptions {
  /** The pane that is as high as its content; the other one takes the rest. */
  readonly sized: 0 | 1;
  /** Its height on a first visit, for nothing to move when the page comes alive. */
  readonly initial: string;
  /** Pixels that the other one has at least. */
  readonly least: number;
}

type Register = (element: Element | null) => (() => void) | undefined;

/** A ref for the element that scrolls, with one child that holds all. */
export const FitContext = createContext<Register | undefined>(undefined);

export function useFit(box: RefObject<HTMLElement | null>, options: FitOptions | null): Register {
  const observer = useRef<ResizeObserver | null>(null);
  const fit = useRef<() => void>(() => {});
  useLayoutEffect(() => {
    fit.current = () => box.current && fitPanes(box.current, options);
    fit.current();
  });
  const register = useCallback((element: Element | null) => {
    if (element === null) return undefined;
    observer.current ??= new ResizeObserver(() => fit.current());
    const watched = [element, ...element.children];
    for (const one of watched) observer.current.observe(one);
    return () => {
      for (const one of watched) observer.current?.unobserve(one);
    };
  }, []);
  const isFitted = options !== null;
  useLayoutEffect(() => (isFitted ? register(box.current) : undefined), [isFitted, register, box]);
  return register;
}

function fitPanes(box: HTMLElement, options: FitOptions | null): void {
  const [upper, separator, lower] = box.children;
  const isStacked = getComputedStyle(box).display === 'flex';
  if (options === null || !isStacked || !upper || !separator || !lower) {
    box.style.removeProperty('--fit');
    return;
  }
  const needs = [upper, lower].map(measurePane);
  const sized = needs[options.sized];
  const other = needs[1 - options.sized];
  if (!sized) return;
  const total = box.clientHeight - separator.clientHeight;
  const height = fitContent(total, sized, other ?? { ...sized, need: total }, options.least);
  box.style.setProperty('--fit', `${height}px`);
  const sizes = options.sized === 0 ? [height, total - height] : [total - height, height];
  separator.setAttribute('aria-valuenow', String(percentBefore(sizes, 0)));
}
