import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Dialog } from '../components/dialog.tsx';
import { plural } from '../components/format.ts';
import { useDisplay } from '../state/display-provider.tsx';
import { compareEntries, countDifferences } from './compare-entries.ts';
import { comparedPair } from './compared-pair.ts';
import { ComparisonView, type SideNames } from './comparison-view.tsx';
import type { Entry } from './entry.ts';
import { loadDetails } from './use-history.ts';
import { usePresent } from './use-present.ts';

/** `present`: the request on the screen. */
export type CompareSides = readonly [left: Entry, right: Entry | 'present'];

interface CompareDialogProps {
  readonly sides: CompareSides;
  readonly onClose: () => void;
}

export function CompareDialog({ sides, onClose }: CompareDialogProps) {
  return (
    <Dialog title="Compare uploads" width="full" onClose={onClose}>
      <div className="min-h-0 overflow-auto overscroll-contain" tabIndex={-1}>
        <Comparison sides={sides} />
      </div>
    </Dialog>
  );
}

function Comparison({ sides: [left, right] }: Pick<CompareDialogProps, 'sides'>) {
  const { showSecrets } = useDisplay();
  const present = usePresent(right === 'present');
  const { data = null } = useQuery({
    queryKey: ['history comparison', left.id, right === 'present' ? '' : right.id],
    queryFn: () => Promise.all([loadDetails(left.id), right === 'present' ? null : loadDetails(right.id)]),
  });
  const sections = useMemo(() => {
    if (data === null) return null;
    const [one, kept] = data;
    const other = kept === null ? present : kept.kind === 'read' ? kept.details : null;
    if (one.kind !== 'read' || other === null) return 'missing';
    return compareEntries(...comparedPair(one.details, other, showSecrets));
  }, [data, present, showSecrets]);
  const names = namesOf(right);
  if (sections === null) return null;
  if (sections === 'missing')
    return (
      <p className="px-4 py-3 text-muted">
        {right === 'present' && present === null
          ? 'There is no present request: the Account XML gives none.'
          : 'One of them can’t be read any more: it was deleted, or another version of this page kept it.'}
      </p>
    );
  const count = countDifferences(sections);
  return (
    <>
      <div className="grid grid-cols-1 gap-x-4 border-b border-line bg-raised px-4 py-2 min-[48rem]:sticky min-[48rem]:top-0 min-[48rem]:z-1 min-[48rem]:grid-cols-[11rem_minmax(0,1fr)]">
        <p className="font-medium">{count === 0 ? 'Nothing differs' : plural(count, 'difference')}</p>
        <div className="grid gap-x-px text-small min-[48rem]:grid-cols-2">
          <SideHead name={names.left} entry={left} />
          <SideHead name={names.right} entry={right} />
        </div>
      </div>
      <ComparisonView sections={sections} names={names} />
    </>
  );
}

function namesOf(right: Entry | 'present'): SideNames {
  return right === 'present' ? { left: 'Then', right: 'Now' } : { left: 'Earlier', right: 'Later' };
}

function SideHead({ name, entry }: { readonly name: string; readonly entry: Entry | 'present' }) {
  return (
    <p className="px-2 wrap-anywhere">
      <b className="font-semibold">{name}:</b>{' '}
      {entry === 'present'
        ? 'the present request, not sent'
        : [entry.name, entry.summary?.result.title, new Date(entry.at).toLocaleString('en-GB')]
            .filter(Boolean)
            .join(', ')}
    </p>
  );
}
