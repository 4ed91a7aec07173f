/**
 * Keys on a text with runs that are buttons: it is one tab stop, the arrows go from run to
 * run, and Enter (or a click) goes to the parameter's field.
 */
import type { KeyboardEvent, MouseEvent } from 'react';

const selector = '.prov[role=button]';
const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function parameterFieldId(name: string): string {
  return `parameter-${name}`;
}

function goToField(run: Element): void {
  const field = document.getElementById(parameterFieldId(run.getAttribute('data-param') ?? ''));
  field?.focus();
  field?.scrollIntoView({ block: 'nearest' });
}

export const runHandlers = {
  onClick({ target }: MouseEvent) {
    const run = target instanceof Element ? target.closest(selector) : null;
    // Selecting text across a run is not a click on it.
    if (run && window.getSelection()?.isCollapsed !== false) goToField(run);
  },
  onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const runs = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
    const at = event.target instanceof HTMLElement ? runs.indexOf(event.target) : -1;
    const run = runs[at];
    if (run && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      goToField(run);
      return;
    }
    const step = steps[event.key];
    if (step === undefined || runs.length === 0) return;
    event.preventDefault();
    // From the text itself, the first arrow goes to its first run (or the last one, backwards).
    const next = at < 0 && step < 0 ? runs.length - 1 : at + step;
    runs[(next + runs.length) % runs.length]?.focus();
  },
};
