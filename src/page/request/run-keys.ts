/**
 * Keys on a text with runs that are buttons: it is one tab stop, the arrows go from run to
 * run, and Enter (or a click) goes to the source of the run.
 */
import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import type { PlaceKey } from './request-sources.ts';
import type { RunActions } from './use-run-actions.ts';

const selector = '[data-place]';
const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** A run is a button in the midst of text, which a <button> would not let wrap. */
export function runAttributes(place: PlaceKey) {
  return { role: 'button', tabIndex: -1, 'data-place': place } as const;
}

function placeAt(target: EventTarget | null): string | null {
  const run = target instanceof Element ? target.closest('[data-place]') : null;
  return run?.getAttribute('data-place') ?? null;
}

/** For a text whose keys have another meaning, such as the bytes: there the list of sources serves instead. */
export function pointerHandlers({ follow, point }: RunActions) {
  return {
    onPointerOver: ({ target }: PointerEvent) => point(placeAt(target)),
    onPointerLeave: () => point(null),
    onClick({ target }: MouseEvent) {
      const place = placeAt(target);
      // Selecting text across a run is not a click on it.
      if (place !== null && window.getSelection()?.isCollapsed !== false) follow(place);
    },
  };
}

export function runHandlers(actions: RunActions) {
  const { follow, point } = actions;
  return {
    ...pointerHandlers(actions),
    onFocus: ({ target }: FocusEvent) => point(placeAt(target)),
    onBlur: () => point(null),
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const place = placeAt(event.target);
      if (place !== null && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        follow(place);
        return;
      }
      const step = steps[event.key];
      const runs = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
      if (step === undefined || runs.length === 0) return;
      event.preventDefault();
      const at = event.target instanceof HTMLElement ? runs.indexOf(event.target) : -1;
      // From the text itself, the first arrow goes to its first run (or the last one, backwards).
      const next = at < 0 && step < 0 ? runs.length - 1 : at + step;
      runs[(next + runs.length) % runs.length]?.focus();
    },
  };
}
