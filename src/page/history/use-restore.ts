/** Puts a kept configuration in the place of the present one, which comes back by undo. */
import { useMutation } from '@tanstack/react-query';
import { useDocument } from '../state/document-provider.tsx';
import { useSession } from '../state/session-provider.tsx';
import type { EntryDetails } from './entry.ts';
import { readKeptSession } from './mask-details.ts';
import { loadDetails } from './use-history.ts';

export function useRestore(): (id: string, onDone: () => void) => void {
  const { session: present } = useSession();
  const { replaceAll, notify } = useDocument();
  const { mutate } = useMutation({ mutationFn: loadDetails });
  return (id, onDone) =>
    mutate(id, {
      onSuccess: (state) => {
        const details = state.kind === 'read' ? state.details : null;
        const kept = readKeptSession(details?.session);
        onDone();
        if (details === null || kept === null) {
          notify({ text: 'This upload’s configuration can’t be read any more.' });
          return;
        }
        // The file itself is never kept: the one of this name may still be chosen.
        const lostFile = kept.chosenFile === present.chosenFile ? null : kept.chosenFile;
        const session =
          lostFile === null ? kept : { ...kept, chosenFile: null, fileName: null, mediaType: null };
        replaceAll(session, describe(details, lostFile));
      },
    });
}

function describe({ secrets }: EntryDetails, lostFile: string | null): string {
  return [
    'Replaced by the configuration of a kept upload.',
    secrets === null && 'Its passwords were not kept: enter them again.',
    lostFile && `Choose “${lostFile}” again.`,
  ]
    .filter(Boolean)
    .join(' ');
}
