import { useMemo, useState } from 'react';
import type { Scenario } from '../../server-check/scenario.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { plural } from '../components/format.ts';
import { useMedia } from '../state/media-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { CompareAssumptions } from './bisect/compare-assumptions.tsx';
import { CompareUploads } from './bisect/compare-uploads.tsx';
import { checkInputs } from './check-inputs.ts';
import { setCheckState, useCheckState } from './check-state.ts';
import { limitsOf } from './chosen-limits.ts';
import { EarlierChecks } from './kept/earlier-checks.tsx';
import type { PlannedScenario } from './run/check-messages.ts';
import { ScenarioChooser, usualChoice } from './scenario-chooser.tsx';
import { StartBar } from './start-bar.tsx';
import type { ChosenCheck } from './use-check.ts';
import { usePlanned } from './use-planned.ts';

interface ChooseViewProps {
  readonly scenarios: readonly Scenario[];
  readonly onStart: (check: ChosenCheck) => void;
}

/** What is to be asked, of whom and how much: before anything is sent. */
export function ChooseView({ scenarios, onStart }: ChooseViewProps) {
  const { inputs, built } = useRequest();
  const { source } = useMedia();
  const { kind } = source;
  const toCheck = useMemo(() => checkInputs(inputs, { kind }), [inputs, kind]);
  const planned = usePlanned(toCheck);
  const { chosen: kept } = useCheckState();
  const [seconds, setSeconds] = useState(300);
  const chosen = useMemo(() => (kept === null ? usualChoice(scenarios) : new Set(kept)), [kept, scenarios]);
  const limits = useMemo(() => planned && limitsOf(chosen, planned, seconds), [chosen, planned, seconds]);
  const names = scenarios.map(({ name }) => name).filter((name) => chosen.has(name));
  return (
    <>
      <p className="px-4 pt-2.5">
        Sends test uploads one after the other, says what your server makes of each, and what is behind what
        fails.
      </p>
      <ScenarioChooser
        scenarios={scenarios}
        planned={planned}
        chosen={chosen}
        onChoose={(next) => setCheckState({ chosen: [...next] })}
      />
      <Impossible scenarios={scenarios} planned={planned} />
      <EarlierChecks />
      <CompareUploads />
      <CompareAssumptions />
      <StartBar
        plan={built.request}
        count={names.length}
        limits={limits}
        seconds={seconds}
        onSeconds={setSeconds}
        onStart={(granted) => onStart({ names, limits: granted })}
      />
    </>
  );
}

interface ImpossibleProps {
  readonly scenarios: readonly Scenario[];
  readonly planned: ReadonlyMap<string, PlannedScenario> | null;
}

function Impossible({ scenarios, planned }: ImpossibleProps) {
  const found = scenarios.flatMap(({ name, title }) => {
    const why = planned?.get(name)?.why ?? null;
    return why === null ? [] : [{ name, title, why }];
  });
  if (found.length === 0) return null;
  return (
    <div className="border-t border-line px-4 py-1.5">
      <Disclosure summary={`${plural(found.length, 'scenario')} can’t be asked with this configuration`}>
        <ul className="grid gap-1 pb-1 text-small">
          {found.map(({ name, title, why }) => (
            <li key={name} className="wrap-anywhere">
              <span className="font-medium">{title}:</span> {why}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
