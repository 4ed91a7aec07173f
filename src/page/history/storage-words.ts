import type { StorageFault } from '../storage/database.ts';

const words = {
  full: 'This browser’s storage is full, so the last change was not kept. Delete uploads that you no longer need, or free some storage.',
  blocked:
    'The history can’t be reached: a tab with an older version of this page is in the way. Reload that tab, or close it.',
  newer:
    'The history can’t be reached: a newer version of this page was used in this browser, and its data are left alone. Reload this page.',
  unavailable:
    'This browser keeps no data for this page (it may be a private window), so there is no history. Sending works all the same.',
} satisfies Record<StorageFault, string>;

/** Why there is no history, and what to do. */
export function describeHistoryFault(fault: StorageFault): string {
  return words[fault];
}
