/** Which entries are looked for. Pure. */
import type { Entry, ResultKind } from './entry.ts';

export type EntryFilter = 'succeeded' | 'failed' | 'no verdict' | 'pinned';

export const entryFilters = {
  succeeded: 'Succeeded',
  failed: 'Failed',
  'no verdict': 'No verdict',
  pinned: 'Pinned',
} satisfies Record<EntryFilter, string>;

/** A verdict is one thing, and that there is none is another. */
const groups = {
  succeeded: 'succeeded',
  doubtful: 'succeeded',
  failed: 'failed',
  'no-reply': 'no verdict',
  cancelled: 'no verdict',
  unjudged: 'no verdict',
} satisfies Record<ResultKind, EntryFilter>;

/** All words of the search, in any order and case, anywhere in what the list knows of an upload. */
export function filterEntries(
  entries: readonly Entry[],
  search: string,
  filter: EntryFilter | null,
): readonly Entry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const { summary, isPinned } = entry;
    const isIn =
      filter === null ||
      (filter === 'pinned' ? isPinned : summary !== null && groups[summary.result.kind] === filter);
    if (!isIn || words.length === 0) return isIn;
    const text = searchedText(entry);
    return words.every((word) => text.includes(word));
  });
}

function searchedText({ name, summary }: Entry): string {
  if (summary === null) return name.toLowerCase();
  const { method, url, host, recipient, media, result, status } = summary;
  return [name, method, url, host, recipient, media?.name, media?.type, result.title, result.text, status]
    .join('\n')
    .toLowerCase();
}
