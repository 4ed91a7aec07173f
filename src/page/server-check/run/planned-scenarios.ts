/** What each scenario would send with these inputs, and why some can't be asked. Pure; a worker does it. */
import { buildRequest, type RequestInputs } from '../../../core/build-request.ts';
import type { ScenarioDefinition, Session } from '../../../server-check/definition.ts';
import { prepare } from '../../../server-check/run-scenario.ts';
import type { PlannedScenario } from './check-messages.ts';

export function plannedScenarios(
  scenarios: readonly ScenarioDefinition[],
  inputs: RequestInputs,
): readonly PlannedScenario[] {
  const session: Session = { inputs, built: buildRequest(inputs) };
  return scenarios.map((scenario) => planned(scenario, session));
}

function planned(scenario: ScenarioDefinition, session: Session): PlannedScenario {
  const { name } = scenario;
  // It looks at the replies to the others.
  if (scenario.kind === 'reply') return { name, why: null, uploads: 0, bytes: 0 };
  const prepared = prepare(scenario, session);
  if (typeof prepared === 'string') return { name, why: prepared, uploads: 0, bytes: 0 };
  const bytes = prepared.reduce(
    (sum, { inputs }) => sum + (buildRequest(inputs).request?.bodyLength ?? 0),
    0,
  );
  return { name, why: null, uploads: prepared.length, bytes };
}
