import { useEffect, useRef } from 'react';
import type { Scenario, ScenarioGroup } from '../../server-check/scenario.ts';
import { scenarioGroups } from '../../server-check/scenario.ts';
import { Chip } from '../components/chip.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Fact, Facts } from '../components/facts.tsx';
import { formatSize, plural } from '../components/format.ts';
import { LinkButton } from '../components/link-button.tsx';
import type { PlannedScenario } from './run/check-messages.ts';

interface ScenarioChooserProps {
  readonly scenarios: readonly Scenario[];
  /** Null while it is being worked out. */
  readonly planned: ReadonlyMap<string, PlannedScenario> | null;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (names: ReadonlySet<string>) => void;
}

/** All scenarios in their groups: any of them is chosen alone, or with its group. */
export function ScenarioChooser({ scenarios, planned, chosen, onChoose }: ScenarioChooserProps) {
  const groups = new Map<ScenarioGroup, Scenario[]>();
  for (const one of scenarios) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  const set = (names: readonly string[], isOn: boolean) => {
    const next = new Set(chosen);
    for (const name of names) isOn ? next.add(name) : next.delete(name);
    onChoose(next);
  };
  return (
    <>
      <p className="flex flex-wrap gap-x-3 px-4 pt-2 text-small [&>button]:min-h-6">
        <LinkButton onClick={() => onChoose(usualChoice(scenarios))}>The usual ones</LinkButton>
        <LinkButton onClick={() => onChoose(new Set(scenarios.map(({ name }) => name)))}>All</LinkButton>
        <LinkButton onClick={() => onChoose(new Set())}>None</LinkButton>
      </p>
      {Array.from(groups, ([group, ofGroup]) => (
        <Group
          key={group}
          title={scenarioGroups[group]}
          scenarios={ofGroup}
          planned={planned}
          chosen={chosen}
          onSet={set}
        />
      ))}
    </>
  );
}

/** All but those that run only where somebody asks for them. */
export function usualChoice(scenarios: readonly Scenario[]): ReadonlySet<string> {
  return new Set(scenarios.filter(({ onlyAsked }) => !onlyAsked).map(({ name }) => name));
}

interface GroupProps extends Pick<ScenarioChooserProps, 'scenarios' | 'planned' | 'chosen'> {
  readonly title: string;
  readonly onSet: (names: readonly string[], isOn: boolean) => void;
}

function Group({ title, scenarios, planned, chosen, onSet }: GroupProps) {
  const box = useRef<HTMLInputElement>(null);
  const names = scenarios.map(({ name }) => name);
  const count = names.filter((name) => chosen.has(name)).length;
  const isPart = count > 0 && count < names.length;
  useEffect(() => {
    if (box.current) box.current.indeterminate = isPart;
  }, [isPart]);
  return (
    <fieldset className="m-0 border-x-0 border-t border-b-0 border-solid border-line px-4 py-1.5">
      <legend className="unseen">{title}</legend>
      <label className="flex min-h-6.5 items-center gap-2">
        <input
          ref={box}
          type="checkbox"
          className="size-4 flex-none accent-accent"
          checked={count === names.length}
          onChange={({ target }) => onSet(names, target.checked)}
        />
        <span className="flex-1 font-semibold">{title}</span>
        <span className="text-small text-muted tabular-nums">
          {count} of {names.length}
        </span>
      </label>
      <Disclosure summary={`Show ${plural(names.length, 'scenario')}`} isLazy>
        <ul className="grid gap-1 pt-1 pb-1">
          {scenarios.map((scenario) => (
            <Choice
              key={scenario.name}
              scenario={scenario}
              planned={planned?.get(scenario.name) ?? null}
              isChosen={chosen.has(scenario.name)}
              onChange={(isOn) => onSet([scenario.name], isOn)}
            />
          ))}
        </ul>
      </Disclosure>
    </fieldset>
  );
}

interface ChoiceProps {
  readonly scenario: Scenario;
  readonly planned: PlannedScenario | null;
  readonly isChosen: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Choice({ scenario, planned, isChosen, onChange }: ChoiceProps) {
  const { title, why, request, expected, onlyAsked } = scenario;
  return (
    <li>
      <div className="flex items-start gap-2">
        <label className="flex min-h-6.5 min-w-0 flex-1 items-start gap-2 py-0.5">
          <input
            type="checkbox"
            className="mt-[calc((1lh-1rem)/2)] size-4 flex-none accent-accent"
            checked={isChosen}
            onChange={({ target }) => onChange(target.checked)}
          />
          <span className="min-w-0 flex-1 wrap-anywhere">{title}</span>
        </label>
        {onlyAsked && <Chip>only when asked</Chip>}
        <span className="py-0.5 text-small whitespace-nowrap text-muted tabular-nums">
          {planned !== null && planned.bytes > 0 && formatSize(planned.bytes)}
        </span>
      </div>
      <div className="pt-0.5 pl-6">
        {planned?.why && <p className="text-small wrap-anywhere text-warn">Can’t be asked: {planned.why}</p>}
        <Disclosure summary="What it is" isLazy>
          <Facts>
            <Fact name="Why it matters">{why}</Fact>
            <Fact name="Sent">{request}</Fact>
            <Fact name="Expected">{expected}</Fact>
          </Facts>
        </Disclosure>
      </div>
    </li>
  );
}
