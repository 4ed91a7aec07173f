/**
 * The history of uploads. Each is two records of one id, written and removed together: one for the list,
 * one with what is long. Whatever reads before it writes does so in one transaction: two tabs may write.
 */
import { type Stored, type StoredUpload, type StoredUploadDetails, withDatabase } from './database.ts';
import { historyLimits, uploadsOver } from './history-limits.ts';

export interface UploadRecords {
  readonly upload: StoredUpload;
  readonly details: StoredUploadDetails;
}

const both = ['uploads', 'uploadDetails'] as const;

/** The oldest make room, where there is none as well. */
export async function addUpload(records: UploadRecords): Promise<Stored<void>> {
  const added = await writeUploads([records]);
  if (added.ok) return trim(historyLimits);
  if (added.fault !== 'full') return added;
  await trim({ ...historyLimits, bytes: historyLimits.bytes / 4 });
  return writeUploads([records]);
}

/** As they were, such as those removed a moment ago. */
export function writeUploads(all: readonly UploadRecords[]): Promise<Stored<void>> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(both, 'readwrite');
    const written = all.flatMap(({ upload, details }) => [
      transaction.objectStore('uploads').put(upload),
      transaction.objectStore('uploadDetails').put(details),
    ]);
    // Nothing is awaited before the commit: the page may be about to go.
    transaction.commit();
    await Promise.all([...written, transaction.done]);
  });
}

function trim(limits: typeof historyLimits): Promise<Stored<void>> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(both, 'readwrite');
    const oldestFirst = await transaction.objectStore('uploads').index('at').getAll();
    const gone = uploadsOver(limits, oldestFirst.toReversed());
    await Promise.all([
      ...gone.flatMap((id) => both.map((store) => transaction.objectStore(store).delete(id))),
      transaction.done,
    ]);
  });
}

/** Newest first. */
export function readUploads(): Promise<Stored<readonly StoredUpload[]>> {
  return withDatabase(async (database) => (await database.getAllFromIndex('uploads', 'at')).reverse());
}

/** Null where another tab has removed it. */
export function readUploadDetails(id: string): Promise<Stored<StoredUploadDetails | null>> {
  return withDatabase(async (database) => (await database.get('uploadDetails', id)) ?? null);
}

export function changeUpload(
  id: string,
  change: Partial<Pick<StoredUpload, 'name' | 'isPinned'>>,
): Promise<Stored<void>> {
  return withDatabase(async (database) => {
    const { store, done } = database.transaction('uploads', 'readwrite');
    const upload = await store.get(id);
    await Promise.all([upload && store.put({ ...upload, ...change }), done]);
  });
}

/** Gives back what was removed, to be put back. */
export function removeUpload(id: string): Promise<Stored<UploadRecords | null>> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(both, 'readwrite');
    const upload = await transaction.objectStore('uploads').get(id);
    const details = await transaction.objectStore('uploadDetails').get(id);
    await Promise.all([...both.map((store) => transaction.objectStore(store).delete(id)), transaction.done]);
    return upload && details ? { upload, details } : null;
  });
}

/** Those that are pinned stay, unless they are to go as well. */
export function clearUploads({ withPinned }: { readonly withPinned: boolean }): Promise<Stored<void>> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(both, 'readwrite');
    const uploads = await transaction.objectStore('uploads').getAll();
    const gone = uploads.filter(({ isPinned }) => withPinned || !isPinned);
    await Promise.all([
      ...gone.flatMap(({ id }) => both.map((store) => transaction.objectStore(store).delete(id))),
      transaction.done,
    ]);
  });
}
