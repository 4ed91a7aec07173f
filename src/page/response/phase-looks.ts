import type { Step } from '../exchange/timings.ts';

export const phaseLooks = {
  connect: 'bg-line-strong',
  send: 'bg-accent',
  wait: 'bg-[repeating-linear-gradient(135deg,var(--color-info)_0_3px,transparent_3px_6px)] shadow-[inset_0_0_0_1px_var(--color-info)]',
  receive: 'bg-good',
  fault: 'bg-warn',
} satisfies Record<Step['phase'], string>;
