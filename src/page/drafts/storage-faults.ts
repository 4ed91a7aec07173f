import type { StorageFault, Stored } from '../storage/database.ts';

const words = {
  full: 'This browser’s storage is full, so drafts aren’t kept. Free some of it, or save the Account XML to a file.',
  blocked:
    'Drafts aren’t kept: a tab with an older version of this page is in the way. Reload that tab, or close it.',
  newer:
    'Drafts aren’t kept: a newer version of this page was used in this browser, and its drafts are left alone. Save the Account XML to a file.',
  unavailable:
    'This browser keeps no data for this page (it may be a private window), so drafts aren’t kept. Save the Account XML to a file.',
} satisfies Record<StorageFault, string>;

/** Why drafts are not kept, and what to do. */
export function describeFault(fault: StorageFault): string {
  return words[fault];
}

/** What became of all drafts that were to be forgotten. */
export function describeForgotten(removed: Stored<unknown>): string {
  return removed.ok
    ? 'All drafts are forgotten. The next change here is kept again.'
    : 'Drafts can’t be reached in this browser, so none was removed.';
}
