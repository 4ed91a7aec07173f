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
      {run === null || isChoosing ? (
        <ChooseView scenarios={allScenarios} onStart={start} />
      ) : (
        <ResultView run={run} scenarios={byName} />
      )}
    </Sheet>
  );
}
