import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { placeBeside } from './place-beside.ts';

interface Tip {
  readonly text: string;
  readonly anchor: Element;
}

/** Milliseconds: before a first tip, and for the pointer to reach the tip itself (WCAG 1.4.13). */
const before = 350;
const after = 120;

/**
 * One tooltip for the whole page: whatever has `data-tip` shows it when pointed at or focused.
 * Escape hides it; the pointer may rest on it.
 */
export function TooltipLayer() {
  const [tip, setTip] = useState<Tip | null>(null);
  const bubble = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => watchTips(setTip, () => bubble.current), []);

  useLayoutEffect(() => {
    const element = bubble.current;
    if (tip === null || element === null) return;
    place(element, tip.anchor);
    if (tip.anchor.getAttribute('aria-label') === tip.text) return;
    const previous = tip.anchor.getAttribute('aria-describedby');
    tip.anchor.setAttribute('aria-describedby', previous ? `${previous} ${id}` : id);
    return () => {
      if (previous) tip.anchor.setAttribute('aria-describedby', previous);
      else tip.anchor.removeAttribute('aria-describedby');
    };
  }, [tip, id]);

  if (tip === null) return null;
  return (
    <div
      ref={bubble}
      id={id}
      role="tooltip"
      className="fixed top-0 left-0 z-60 max-w-[min(22.5rem,calc(100vw-12px))] rounded-md bg-tip px-2.25 py-1.25 text-small leading-[1.45] wrap-anywhere whitespace-pre-line text-on-tip shadow-popup"
    >
      {tip.text}
    </div>
  );
}

function watchTips(show: (tip: Tip | null) => void, bubble: () => Element | null): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: Element | null = null;
  const set = (anchor: Element | null, delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      shown = anchor;
      // What it opened says more, and lies where the tip would be.
      const isOpen = anchor?.getAttribute('aria-expanded') === 'true';
      const text = anchor?.getAttribute('data-tip');
      show(anchor && text && !isOpen ? { anchor, text } : null);
    }, delay);
  };
  const onPoint = ({ target }: Event) => {
    if (!(target instanceof Element)) return;
    const anchor = target.closest('[data-tip]');
    if (bubble()?.contains(target) || (anchor !== null && anchor === shown)) clearTimeout(timer);
    else if (anchor) set(anchor, shown ? after : before);
    else set(null, after);
  };
  const onFocus = ({ target }: Event) => {
    const anchor = target instanceof Element && target.matches(':focus-visible') ? target : null;
    // What it has to say may have to be looked up first.
    set(anchor?.closest('[data-tip]') ?? null, after);
  };
  const hide = () => set(null, 0);
  const onKey = (event: KeyboardEvent) => {
    // What Enter opens says more.
    if (event.key === 'Escape' || event.key === 'Enter') hide();
  };
  const events = [
    ['pointerover', onPoint],
    ['focusin', onFocus],
    ['pointerdown', hide],
    ['scroll', hide],
  ] as const;
  for (const [name, listener] of events) document.addEventListener(name, listener, true);
  document.addEventListener('keydown', onKey, true);
  return () => {
    clearTimeout(timer);
    for (const [name, listener] of events) document.removeEventListener(name, listener, true);
    document.removeEventListener('keydown', onKey, true);
  };
}

function place(bubble: HTMLElement, anchor: Element): void {
  // Of text that wraps, the first line: the box around all of it may be far away.
  placeBeside(bubble, anchor.getClientRects()[0] ?? anchor.getBoundingClientRect());
}
