/** Drafts, one for each tab that had something to keep: few, and none for ever. */
import { type Stored, type StoredDraft, withDatabase } from './database.ts';

const most = 10;
const longest = 30 * 24 * 60 * 60 * 1000;

export function writeDraft(draft: StoredDraft): Promise<Stored<void>> {
  return withDatabase(async (database) => {
    const transaction = database.transaction('drafts', 'readwrite');
    const { store } = transaction;
    // Nothing is awaited before the commit: the page may be about to go.
    void store.put(draft);
    transaction.commit();
    await transaction.done;
  });
}

/** Newest first; those that are too many or too old are removed. */
export function readDrafts(now: number): Promise<Stored<readonly StoredDraft[]>> {
  return withDatabase(async (database) => {
    const drafts = (await database.getAllFromIndex('drafts', 'savedAt')).reverse();
    const kept = drafts.filter(({ savedAt }, index) => index < most && now - savedAt < longest);
    const gone = drafts.filter((draft) => !kept.includes(draft));
    await Promise.all(gone.map(({ id }) => database.delete('drafts', id)));
    return kept;
  });
}

export function removeDraft(id: string): Promise<Stored<void>> {
  return withDatabase((database) => database.delete('drafts', id));
}

export function removeAllDrafts(): Promise<Stored<void>> {
  return withDatabase((database) => database.clear('drafts'));
}
