/** The history as queries and mutations. What any tab changes is read anew in all of them. */
import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { StorageFault, Stored } from '../storage/database.ts';
import {
  changeUpload,
  clearUploads,
  readUploadDetails,
  readUploads,
  removeUpload,
  type UploadRecords,
  writeUploads,
} from '../storage/uploads.ts';
import { type Entry, type EntryDetails, readDetails, readEntry } from './entry.ts';
import { announceHistoryChange, onHistoryChange } from './history-changes.ts';
import { recordingKey } from './recording.ts';

const listKey = ['history'];

export interface HistoryList {
  /** Newest first; null while they are read, and where they can't be. */
  readonly entries: readonly Entry[] | null;
  readonly fault: StorageFault | null;
}

export function useHistoryList(): HistoryList {
  const client = useQueryClient();
  useEffect(() => onHistoryChange(() => void client.invalidateQueries({ queryKey: listKey })), [client]);
  const { data } = useQuery({
    queryKey: listKey,
    queryFn: async () => {
      const stored = await readUploads();
      return stored.ok
        ? { entries: stored.value.map(readEntry), fault: null }
        : { entries: null, fault: stored.fault };
    },
    placeholderData: (last) => last,
    // A tab that was closed in the midst of an upload could tell nobody.
    refetchOnWindowFocus: 'always',
  });
  return data ?? { entries: null, fault: null };
}

/** Why the last upload was not kept; null where it was. */
export function useRecordingFault(): StorageFault | null {
  const written = useMutationState<Stored<void> | undefined>({
    filters: { mutationKey: recordingKey, status: 'success' },
    select: ({ state }) => state.data as Stored<void> | undefined,
  }).at(-1);
  return written?.ok === false ? written.fault : null;
}

export type DetailsState =
  | { readonly kind: 'read'; readonly details: EntryDetails }
  /** `gone`: another tab has removed it. `other`: of another version of the page. */
  | { readonly kind: 'gone' | 'other' | 'unreadable' };

export async function loadDetails(id: string): Promise<DetailsState> {
  const stored = await readUploadDetails(id);
  if (!stored.ok) return { kind: 'unreadable' };
  if (stored.value === null) return { kind: 'gone' };
  const details = readDetails(stored.value.details);
  return details === null ? { kind: 'other' } : { kind: 'read', details };
}

/** Null while they are read. */
export function useDetails(id: string): DetailsState | null {
  const { data = null } = useQuery({ queryKey: ['history details', id], queryFn: () => loadDetails(id) });
  return data;
}

export interface HistoryActions {
  readonly rename: (id: string, name: string) => void;
  readonly pin: (id: string, isPinned: boolean) => void;
  readonly remove: (id: string) => void;
  readonly clear: (withPinned: boolean) => void;
  /** How many were removed since the last undo or `forget`. */
  readonly removed: number;
  readonly undoRemove: () => void;
  readonly forgetRemoved: () => void;
  /** Of the last change that failed. */
  readonly fault: StorageFault | null;
}

export function useHistoryActions(): HistoryActions {
  const [removed, setRemoved] = useState<readonly UploadRecords[]>([]);
  const { mutate, data } = useMutation({
    mutationFn: async (change: () => Promise<Stored<unknown>>) => {
      const done = await change();
      announceHistoryChange();
      return done;
    },
  });
  const remove = useCallback(
    (id: string) =>
      mutate(async () => {
        const gone = await removeUpload(id);
        const { value } = gone.ok ? gone : { value: null };
        if (value !== null) setRemoved((before) => [...before, value]);
        return gone;
      }),
    [mutate],
  );
  return {
    rename: (id, name) => mutate(() => changeUpload(id, { name })),
    pin: (id, isPinned) => mutate(() => changeUpload(id, { isPinned })),
    remove,
    clear: (withPinned) => {
      setRemoved([]);
      mutate(() => clearUploads({ withPinned }));
    },
    removed: removed.length,
    undoRemove: () => {
      setRemoved([]);
      mutate(() => writeUploads(removed));
    },
    forgetRemoved: () => setRemoved([]),
    fault: data?.ok === false ? data.fault : null,
  };
}
