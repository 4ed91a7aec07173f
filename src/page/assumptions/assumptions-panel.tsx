import { useState } from 'react';
import { type Assumption, type AssumptionId, assumptionRegistry } from '../../core/assumptions.ts';
import { Button } from '../components/button.tsx';
import { Sheet } from '../components/sheet.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useSession } from '../state/session-provider.tsx';
import { AssumptionEntry } from './assumption-entry.tsx';

/** All that no public documentation settles. It stays open beside the request, which follows each change. */
export function AssumptionsPanel({ onClose }: { readonly onClose: () => void }) {
  const { session, change } = useSession();
  const { built } = useRequest();
  const { assumption: wanted } = useDisplay();
  const places = new Map(built.touched.map(({ id, ranges }) => [id, ranges.length]));
  // As they are when it opens: an entry doesn't move away from under the hand that changes it.
  const [affecting] = useState<ReadonlySet<AssumptionId>>(() => new Set(places.keys()));
  const list = (entries: readonly Assumption[]) => (
    <ul>
      {entries.map((entry) => (
        <AssumptionEntry
          key={entry.id}
          entry={entry}
          option={session.assumptions[entry.id]}
          places={places.get(entry.id) ?? null}
          wanted={wanted?.id === entry.id ? wanted : null}
          onChange={(option) => change({ type: 'assumption', id: entry.id, option })}
        />
      ))}
    </ul>
  );
  return (
    <Sheet
      title="Assumptions"
      tools={
        <Button size="small" onClick={() => change({ type: 'default-assumptions' })}>
          Reset all
        </Button>
      }
      onClose={onClose}
    >
      <p className="px-4 pt-2.5 pb-2 text-small text-muted">
        The app doesn’t support this yet, so its behaviour can’t be observed. Where the documentation leaves
        something open, the playground makes an assumption; switch any of them and see the request change.
      </p>
      {affecting.size > 0 && <GroupTitle>Affect this request</GroupTitle>}
      {list(assumptionRegistry.filter(({ id }) => affecting.has(id)))}
      {affecting.size > 0 && <GroupTitle>Others</GroupTitle>}
      {list(assumptionRegistry.filter(({ id }) => !affecting.has(id)))}
    </Sheet>
  );
}

function GroupTitle({ children }: { readonly children: string }) {
  return <h3 className="border-t border-line bg-raised px-4 py-1 text-small font-semibold">{children}</h3>;
}
