import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Kbd } from '../components/kbd.tsx';
import { PaneFrame, PaneScroll, Waiting } from '../components/pane.tsx';
import { TabList, TabPanel, usePanelId } from '../components/tabs.tsx';
import { editorSettled } from '../state/editor-settled.ts';
import { useRequest } from '../state/request-provider.tsx';
import { ProblemList } from './problem-list.tsx';

export const loadAdvice = () => import('./advice-list.tsx');

type View = 'problems' | 'advice';

/** Below the Account XML: what is wrong with it, and how servers are known to behave, which is no problem. */
export function ProblemsPane() {
  const { built, problems } = useRequest();
  const [view, setView] = useState<View>('problems');
  const panelId = usePanelId();
  // After the editor, which is needed first.
  const { data: part, isError } = useQuery({
    queryKey: ['advice'],
    queryFn: () => editorSettled.then(loadAdvice),
  });
  const advice = useMemo(() => part?.adviceOn(built) ?? [], [part, built]);
  return (
    <PaneFrame label="Problems">
      <header className="flex min-h-9 flex-none items-center gap-2 px-4">
        <TabList
          label="Problems and advice"
          tabs={[
            { id: 'problems', title: counted('Problems', problems.length) },
            { id: 'advice', title: counted('Advice', advice.length) },
          ]}
          selected={view}
          onSelect={setView}
          panelId={panelId}
        />
        {view === 'problems' && problems.length > 0 && (
          <span className="ml-auto text-small whitespace-nowrap text-muted max-medium:hidden [@media(hover:none)]:hidden">
            <Kbd>F8</Kbd> next
          </span>
        )}
      </header>
      <TabPanel panelId={panelId} selected={view} isFilling>
        {view === 'problems' ? (
          <ProblemList />
        ) : part ? (
          <part.AdviceList advice={advice} />
        ) : (
          <PaneScroll>
            <Waiting>
              {isError ? 'Advice could not be loaded. Reload the page.' : 'Loading the advice …'}
            </Waiting>
          </PaneScroll>
        )}
      </TabPanel>
    </PaneFrame>
  );
}

function counted(title: string, count: number): string {
  return count === 0 ? title : `${title} ${count}`;
}
