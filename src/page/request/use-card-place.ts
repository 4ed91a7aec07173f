/** Keeps the card beside the span that it is about, and closes it when a person turns to something else. */
import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { placeBeside } from '../components/popup/place-beside.ts';
import type { OpenCard } from './card-context.ts';

/** Both must stay the same. */
export interface CardEnds {
  /** Something else has the attention already. */
  readonly onClose: () => void;
  /** Back to where the person was. */
  readonly onLeave: () => void;
}

export function useCardPlace(
  box: RefObject<HTMLElement | null>,
  card: OpenCard,
  { onClose, onLeave }: CardEnds,
): void {
  const { anchor } = card;

  // After every rendering: its text may have changed, and with it the size of either.
  useLayoutEffect(() => {
    place(box.current, anchor);
  });

  useEffect(() => {
    const isOwn = (target: EventTarget | null) =>
      target instanceof Element &&
      (box.current?.contains(target) === true || target.closest('[data-place]') !== null);
    const onElsewhere = ({ target }: Event) => {
      if (!isOwn(target)) onClose();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onLeave();
    };
    const onMove = () => place(box.current, anchor);
    const seen = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === false) onClose();
    });
    seen.observe(anchor);
    const events = [
      ['pointerdown', onElsewhere],
      ['focusin', onElsewhere],
      ['scroll', onMove],
    ] as const;
    for (const [name, listener] of events) document.addEventListener(name, listener, true);
    document.addEventListener('keydown', onKey);
    window.addEventListener('resize', onMove);
    return () => {
      seen.disconnect();
      for (const [name, listener] of events) document.removeEventListener(name, listener, true);
      document.removeEventListener('keydown', onKey);
      window.removeEventListener('resize', onMove);
    };
  }, [anchor, box, onClose, onLeave]);

  useEffect(() => {
    const same = [...document.querySelectorAll(`[data-place="${CSS.escape(card.place)}"]`)];
    for (const element of same) element.setAttribute('data-open', '');
    return () => {
      for (const element of same) element.removeAttribute('data-open');
    };
  }, [card.place]);
}

function place(card: HTMLElement | null, anchor: Element): void {
  const pane = anchor.closest('[data-pane]')?.getBoundingClientRect();
  if (card) placeBeside(card, anchor.getBoundingClientRect(), pane);
}
