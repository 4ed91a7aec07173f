/**
 * Keys on a text with runs that are buttons: it is one tab stop, the arrows go from run to
 * run, and Enter (or a click) explains the run. While it is explained, the arrows explain the next one.
 */
import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import type { OpenCard } from './card-context.ts';
import type { PlaceKey } from './request-sources.ts';
import type { RunActions } from './use-run-actions.ts';

/** Of the card: Tab goes there from the run that it is about. */
export const cardId = 'span-card';
export const tabStops = 'button:not([tabindex="-1"])';

const selector = '[data-place]';
const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** A run is a button in the midst of text, which a <button> would not let wrap. */
export function runAttributes(place: PlaceKey) {
  return { role: 'button', tabIndex: -1, 'aria-haspopup': 'dialog', 'data-place': place } as const;
}

/** The run that holds an element. */
function runAt(target: EventTarget | null): OpenCard | null {
  const anchor = target instanceof Element ? target.closest(selector) : null;
  const place = anchor?.getAttribute('data-place');
  return anchor && place != null ? { place, anchor, before: null } : null;
}

/** For a text whose keys have another meaning, such as the bytes: there the list of sources serves instead. */
export function pointerHandlers({ explain, beforeOpen, point }: RunActions) {
  let before: Element | null = null;
  return {
    // Before the press takes the focus from a field: it goes back there.
    onPointerDownCapture() {
      before = isTextField(document.activeElement) ? document.activeElement : null;
    },
    onPointerOver: ({ target }: PointerEvent) => point(runAt(target)?.place ?? null),
    onPointerLeave: () => point(null),
    onClick({ target }: MouseEvent) {
      const run = runAt(target);
      // Selecting text across a run is not a click on it.
      if (run && window.getSelection()?.isCollapsed !== false)
        explain({ ...run, before: before ?? beforeOpen() });
    },
  };
}

function isTextField(element: Element | null): boolean {
  return element?.matches('input, textarea, [role="textbox"]') === true;
}

export function runHandlers(actions: RunActions) {
  const { explain, isExplaining, beforeOpen, point } = actions;
  return {
    ...pointerHandlers(actions),
    onFocus: ({ target }: FocusEvent) => point(runAt(target)?.place ?? null),
    onBlur: () => point(null),
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const run = runAt(event.target);
      if (run && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        explain({ ...run, before: beforeOpen() });
        return;
      }
      if (event.key === 'Tab' && !event.shiftKey && isExplaining()) {
        const button = document.querySelector<HTMLElement>(`#${cardId} ${tabStops}`);
        if (button) event.preventDefault();
        button?.focus();
        return;
      }
      const step = steps[event.key];
      const runs = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
      if (step === undefined || runs.length === 0) return;
      event.preventDefault();
      const at = event.target instanceof HTMLElement ? runs.indexOf(event.target) : -1;
      // From the text itself, the first arrow goes to its first run (or the last one, backwards).
      const next = runAt(
        runs[((at < 0 && step < 0 ? runs.length - 1 : at + step) + runs.length) % runs.length] ?? null,
      );
      if (!next) return;
      if (next.anchor instanceof HTMLElement) next.anchor.focus();
      if (isExplaining()) explain(next);
    },
  };
}
