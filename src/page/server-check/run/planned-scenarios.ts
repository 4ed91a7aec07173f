/** What each scenario would send with these inputs, and why some can't be asked. Pure; a worker does it. */
import { buildRequest, type RequestInputs } from '../../../core/build-request.ts';
import type { ScenarioDefinition, Session } from '../../../server-check/definition.ts';
import { prepare } from '../../../server-check/prepare-scenario.ts';
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
  const nothing = { name, uploads: 0, requests: 0, bytes: 0 };
  // It looks at the replies to the others.
  if (scenario.kind === 'reply') return { ...nothing, why: null };
  const prepared = prepare(scenario, session);
  if (typeof prepared === 'string') return { ...nothing, why: prepared };
  // HDR-6: the whole request goes out again.
  const times = session.built.request?.credentials ? 2 : 1;
  const uploads = prepared.length;
  const gets = scenario.expects.kind === 'refusal' ? 0 : uploads;
  const bytes = prepared.reduce((sum, one) => sum + (buildRequest(one.inputs).request?.bodyLength ?? 0), 0);
  return { name, why: null, uploads, requests: uploads * times + gets, bytes: bytes * times };
}
