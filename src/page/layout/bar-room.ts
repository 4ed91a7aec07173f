/** How much of the top bar's buttons is shown: as much as goes into one row. */
import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { type BarItem, nameOf } from '../commands/command.ts';

/** Words on all buttons; none on those of the display; none at all (bar-button.tsx). */
const levels = ['words', 'fewer', 'icons'] as const;

/** `what`: all that decides how wide the buttons are. */
export function useBarRoom(bar: RefObject<HTMLElement | null>, what: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words take other room
  useLayoutEffect(() => fillRow(bar.current), [bar, what]);
  useEffect(() => {
    const element = bar.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => fillRow(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, [bar]);
}

/** What has no room wraps: then the last one, which is More, is below the first. */
function fillRow(bar: HTMLElement | null): void {
  if (bar === null) return;
  const items = [...bar.querySelectorAll<HTMLElement>('[data-bar-item]')];
  const [first] = items;
  const last = bar.lastElementChild;
  if (first === undefined || !(last instanceof HTMLElement)) return;
  const isFull = () => last.offsetTop >= first.offsetTop + first.offsetHeight;
  for (const item of items) item.removeAttribute('data-left-out');
  for (const level of levels) {
    bar.dataset['room'] = level;
    if (!isFull()) return;
  }
  for (const item of items.toReversed()) {
    item.setAttribute('data-left-out', '');
    if (!isFull()) return;
  }
}

/** Whether there was no room for it. */
export function isLeftOut(item: BarItem): boolean {
  return document.querySelector(`[data-bar-item="${nameOf(item)}"][data-left-out]`) !== null;
}
