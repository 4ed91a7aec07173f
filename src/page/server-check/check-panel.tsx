import { type ReactNode, useEffect, useRef } from 'react';
import { allScenarios } from '../../server-check/scenarios/all-scenarios.ts';
import { Notice } from '../components/notice.tsx';
import { Sheet } from '../components/sheet.tsx';
import { useCheckState } from './check-state.ts';
import { ChooseView } from './choose-view.tsx';
import { ResultView } from './result-view.tsx';
import { useStartCheck } from './use-check.ts';

const byName = new Map(allScenarios.map((one) => [one.name, one]));

/** Whether a server takes everything that the app sends: chosen, run, and looked at. */
export function CheckPanel({ onClose }: { readonly onClose: () => void }) {
  const { run, isChoosing, fault } = useCheckState();
  const start = useStartCheck();
  return (
    <Sheet title="Check server" onClose={onClose}>
      {fault !== null && (
        <div className="px-4 pt-2.5" role="alert">
          <Notice tone="bad">{fault}</Notice>
        </div>
      )}
      <KeptFocus view={run === null || isChoosing ? 'choose' : run.isRunning ? 'running' : 'ended'}>
        {run === null || isChoosing ? (
          <ChooseView scenarios={allScenarios} onStart={start} />
        ) : (
          <ResultView run={run} scenarios={byName} onStart={start} />
        )}
      </KeptFocus>
    </Sheet>
  );
}

interface KeptFocusProps {
  readonly view: string;
  readonly children: ReactNode;
}

/** A button that makes way for another view had the focus: who goes on by keyboard does so from here. */
function KeptFocus({ view, children }: KeptFocusProps) {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each view the one before is gone
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, [view]);
  return (
    // What comes above the table at the end is seen, and not scrolled past.
    <div ref={place} className="focus:outline-none [overflow-anchor:none]" tabIndex={-1}>
      {children}
    </div>
  );
}
