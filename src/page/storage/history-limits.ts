/** How much of the history is kept: the newest, and whatever is pinned. Pure. */
import type { StoredUpload } from './database.ts';

export interface HistoryLimits {
  readonly uploads: number;
  readonly bytes: number;
}

/** Of those that are not pinned. */
export const historyLimits: HistoryLimits = { uploads: 500, bytes: 50 * 1024 * 1024 };

/** The ids of those to remove: the oldest, beyond the first that no longer fits. */
export function uploadsOver(
  limits: HistoryLimits,
  newestFirst: readonly Pick<StoredUpload, 'id' | 'bytes' | 'isPinned'>[],
): readonly string[] {
  let count = 0;
  let bytes = 0;
  return newestFirst.flatMap((upload) => {
    if (upload.isPinned) return [];
    count += 1;
    bytes += upload.bytes;
    return count > limits.uploads || bytes > limits.bytes ? [upload.id] : [];
  });
}
