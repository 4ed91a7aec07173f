/** The last checks of servers: each is two records of one id, written and removed together. */
import { type Stored, type StoredCheck, type StoredCheckReport, withDatabase } from './database.ts';
import { uploadsOver } from './history-limits.ts';

export const checkLimits = { uploads: 20, bytes: 20 * 1024 * 1024 };

const both = ['checks', 'checkReports'] as const;

/** The oldest make room. */
export function addCheck(check: StoredCheck, report: StoredCheckReport): Promise<Stored<void>> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(both, 'readwrite');
    const list = transaction.objectStore('checks');
    const oldestFirst = await list.index('at').getAll();
    const newestFirst = [check, ...oldestFirst.toReversed()].map((one) => ({ ...one, isPinned: false }));
    const gone = uploadsOver(checkLimits, newestFirst);
    await Promise.all([
      ...gone.flatMap((id) => both.map((store) => transaction.objectStore(store).delete(id))),
      ...(gone.includes(check.id)
        ? []
        : [list.put(check), transaction.objectStore('checkReports').put(report)]),
      transaction.done,
    ]);
  });
}

/** Newest first. */
export function readChecks(): Promise<Stored<readonly StoredCheck[]>> {
  return withDatabase(async (database) => (await database.getAllFromIndex('checks', 'at')).reverse());
}

/** Null where it is gone. */
export function readCheckReport(id: string): Promise<Stored<StoredCheckReport | null>> {
  return withDatabase(async (database) => (await database.get('checkReports', id)) ?? null);
}

export function removeAllChecks(): Promise<Stored<void>> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(both, 'readwrite');
    await Promise.all([...both.map((store) => transaction.objectStore(store).clear()), transaction.done]);
  });
}
